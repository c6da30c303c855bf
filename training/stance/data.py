"""The labelled files, as questions to the model."""

import json
import random
from dataclasses import dataclass
from pathlib import Path

from . import marking

# Names that stand in for a target, so that the model learns to read the sentence and not the name.
STATES = ["Russia", "Ukraine", "China", "Turkey", "Kazakhstan", "Belarus", "Poland", "Georgia", "Veldania", "Orsinia", "Marravia"]
ALLIANCES = ["NATO", "the CSTO", "the SCO", "the EU", "the Northern Pact", "the Meridian Alliance", "ASTRO", "the Concord Treaty"]


@dataclass(frozen=True)
class Question:
    """One marked text; label 0, 1, 2 for unfavourable, neutral, favourable."""

    text: str
    label: int


def read(path: Path) -> list[dict]:
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def target_questions(rows: list[dict]) -> list[Question]:
    return [Question(marking.mark_target(r["text"], r["begin"], r["end"]), r["label"] + 1) for r in rows]


def tone_questions(rows: list[dict]) -> list[Question]:
    """Sentences without a mark. Where every labelled mention of a sentence has one label, that is its tone."""
    by_text: dict[str, set[int]] = {}
    for row in rows:
        by_text.setdefault(row["text"], set()).add(row["label"] + 1)
    return [Question(marking.unmarked(text), next(iter(labels))) for text, labels in by_text.items() if len(labels) == 1]


def swap_target(row: dict, rng: random.Random) -> dict:
    """The same sentence about another state or alliance: its stance must not change for the name's sake."""
    mention = row["text"][row["begin"] : row["end"]]
    base, suffix = (mention[:-2], mention[-2:]) if mention[-2:] in ("'s", "’s") else (mention, "")
    if base not in ("Russia", "NATO", "CSTO", "Ukraine", "China", "Belarus"):
        return row
    names = ALLIANCES if base in ("NATO", "CSTO") else STATES
    name = rng.choice(names)
    if name.startswith("the ") and row["text"][: row["begin"]].rstrip().lower().endswith("the"):
        name = name[4:]
    name += suffix
    text = row["text"][: row["begin"]] + name + row["text"][row["end"] :]
    return {**row, "text": text, "end": row["begin"] + len(name)}


def epoch(folder: Path, number: int, seed: int, gold_weight: float, tone: int, swap: float) -> list[Question]:
    """One epoch's questions: all of NewsMTSC, `gold_weight` passes over the in-domain labels, some tone."""
    rng = random.Random(seed * 1000 + number)
    news = read(folder / "labelled/newsmtsc_train.jsonl")
    gold = read(folder / "gold/train.jsonl")
    repeated = gold * int(gold_weight) + rng.sample(gold, int(len(gold) * (gold_weight % 1)))
    swapped = [swap_target(row, rng) if rng.random() < swap else row for row in repeated]
    tones = tone_questions(news) + tone_questions(gold)
    questions = target_questions(news) + target_questions(swapped) + rng.sample(tones, tone)
    rng.shuffle(questions)
    return questions
