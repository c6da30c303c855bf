"""The labelled files, as questions to the model."""

import csv
import json
import random
import re
from dataclasses import dataclass
from pathlib import Path

from . import marking

OWN = Path(__file__).parents[1] / "sentences"

# Names that stand in for a target, so that the model learns to read the sentence and not the name.
STATES = [
    "Russia", "Russia", "Ukraine", "the United States", "China", "Turkey", "Kazakhstan", "Belarus", "Poland", "Georgia", "Armenia",
    "Veldania", "Orsinia", "Marravia", "Kestria", "Tolvania",
]
ALLIANCES = [
    "NATO", "NATO", "the CSTO", "the CSTO", "the SCO", "the EU", "the Northern Pact", "the Meridian Alliance", "ASTRO", "the Concord Treaty",
    "the Collective Security Treaty Organization", "the North Atlantic Alliance",
]
ARTICLE = re.compile(r"((?<![^\W_])the )?$", re.IGNORECASE)
SWAPPED = {"NATO": ALLIANCES, "CSTO": ALLIANCES} | {name: STATES for name in ("Russia", "Ukraine", "China", "Belarus")}


@dataclass(frozen=True)
class Question:
    """One marked text; label 0, 1, 2 for unfavourable, neutral, favourable."""

    text: str
    label: int


def read(path: Path) -> list[dict]:
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def question(row: dict) -> Question:
    """Directed where the row names a holder, else about what the text conveys."""
    begin, end = row["begin"], row["end"]
    if row.get("holder_begin") is not None:
        text = marking.mark_holder(row["text"], begin, end, row["holder_begin"], row["holder_end"])
    elif row.get("holder"):
        text = marking.name_holder(row["text"], begin, end, row["holder"])
    else:
        text = marking.mark_target(row["text"], begin, end)
    return Question(text, row["label"] + 1)


def questions(rows: list[dict]) -> list[Question]:
    return [question(row) for row in rows]


def tone_questions(rows: list[dict]) -> list[Question]:
    """Sentences without a mark. Where every labelled mention of a sentence has one label, that is its tone."""
    by_text: dict[str, set[int]] = {}
    for row in rows:
        by_text.setdefault(row["text"], set()).add(row["label"] + 1)
    return [Question(marking.unmarked(text), next(iter(labels))) for text, labels in by_text.items() if len(labels) == 1]


def rename(row: dict, name: str) -> dict:
    """The same sentence about another state or alliance: its stance must not change for the name's sake."""
    text, begin, end = row["text"], row["begin"], row["end"]
    if name.startswith("the ") and text[:begin].rstrip().lower().endswith("the"):
        name = name[4:]
    if begin == 0:
        name = name[0].upper() + name[1:]
    longer = len(name) - (end - begin)
    renamed = {**row, "text": text[:begin] + name + text[end:], "end": begin + len(name)}
    if row.get("holder_begin") is not None and row["holder_begin"] >= end:
        renamed |= {"holder_begin": row["holder_begin"] + longer, "holder_end": row["holder_end"] + longer}
    return renamed


def swap_target(row: dict, rng: random.Random) -> dict:
    mention = row["text"][row["begin"] : row["end"]]
    base, suffix = (mention[:-2], mention[-2:]) if mention[-2:] in ("'s", "’s") else (mention, "")
    return rename(row, rng.choice(SWAPPED[base]) + suffix) if base in SWAPPED else row


def hide(row: dict) -> dict:
    """The same sentence without its target's name: its place alone is marked. "the" goes with it, since some names take it and others do not."""
    text, begin, end = row["text"], row["begin"], row["end"]
    begin -= len(ARTICLE.search(text[:begin]).group())
    hidden = {**row, "text": text[:begin] + text[end:], "begin": begin, "end": begin}
    if row.get("holder_begin") is not None and row["holder_end"] > begin:
        if row["holder_begin"] < end:
            # The holder stands in the name: he is put in front.
            return hidden | {"holder_begin": None, "holder": text[row["holder_begin"] : row["holder_end"]]}
        hidden |= {"holder_begin": row["holder_begin"] - (end - begin), "holder_end": row["holder_end"] - (end - begin)}
    return hidden


def own(name: str) -> list[dict]:
    """Sentences written for the training: target in ⟦⟧, holder in ⟪⟫; the label is the last column but one."""
    with open(OWN / name, encoding="utf-8", newline="") as lines:
        return [unmark(text, int(label)) for *_, label, text in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def unmark(marked: str, label: int) -> dict:
    row = {"label": label}
    text = ""
    for sign in marked:
        if sign in "⟦⟪":
            row["begin" if sign == "⟦" else "holder_begin"] = len(text)
        elif sign in "⟧⟫":
            row["end" if sign == "⟧" else "holder_end"] = len(text)
        else:
            text += sign
    if row.get("holder_begin") == 0 and text[row["holder_end"] :].startswith(": "):
        # The holder stands before the sentence and is no part of it.
        before = row.pop("holder_end") + 2
        row |= {"holder": text[: before - 2], "begin": row["begin"] - before, "end": row["end"] - before}
        del row["holder_begin"]
        text = text[before:]
    return {**row, "text": text}


def fill(row: dict, rng: random.Random) -> dict:
    """A contrastive sentence whose target is a slot: S for a state, A for an alliance."""
    slot = row["text"][row["begin"] : row["end"]]
    names = {"S": STATES, "A": ALLIANCES}
    base, suffix = (slot[:-2], slot[-2:]) if slot[-2:] in ("'s", "’s") else (slot, "")
    free = [name for name in names.get(base, []) if name.removeprefix("the ") not in row["text"]]
    return rename(row, rng.choice(free) + suffix) if free else row


def some(rows: list, passes: float, rng: random.Random) -> list:
    """`passes` times the rows, the fraction drawn at random."""
    return rows * int(passes) + rng.sample(rows, int(len(rows) * (passes % 1)))


@dataclass(frozen=True)
class Sets:
    """The labelled files to train on: persons in the news, the domain's sentences, its directed questions, and the large directed set."""

    news: list[dict]
    gold: list[dict]
    aimed: list[dict]
    pairs: list[dict]

    @staticmethod
    def of(folder: Path) -> "Sets":
        names = ("labelled/newsmtsc_train", "gold/train", "gold/directed_train", "labelled/directed_train")
        return Sets(*(read(folder / f"{name}.jsonl") for name in names))

    def tones(self, number: int, rng: random.Random) -> list[Question]:
        """Some sentences without a mark."""
        return rng.sample(tone_questions(self.news) + tone_questions(self.gold), number)

    def directed(self, polar: float, neutral: float, rng: random.Random) -> list[dict]:
        """A part of the large directed set. Five in six of its questions are neutral; calibration gives the shares back that are left out here."""
        return [row for row in self.pairs if rng.random() < (polar if row["label"] else neutral)]


def first_epoch(folder: Path, number: int, seed: int) -> list[Question]:
    """What a text conveys: all of NewsMTSC, 1.5 passes over the in-domain labels, some tone."""
    rng = random.Random(seed * 1000 + number)
    sets = Sets.of(folder)
    swapped = [swap_target(row, rng) if rng.random() < 0.15 else row for row in some(sets.gold, 1.5, rng)]
    return shuffled(questions(sets.news) + questions(swapped) + sets.tones(1000, rng), rng)


def second_epoch(folder: Path, number: int, seed: int) -> list[Question]:
    """All three questions. First the directed one, which is new to the model; then what the job meets, with our own sentences and labels."""
    rng = random.Random(seed * 1000 + 500 + number)
    sets = Sets.of(folder)
    if number == 0:
        rows = sets.directed(1, 0.3, rng) + sets.aimed + own("directed.tsv") + some(sets.news, 0.5, rng) + some(sets.gold, 0.5, rng) + own("headlines.tsv")
        contrast, tone = [], 400
    else:
        rows = sets.directed(0.35, 0.12, rng) + sets.aimed * 2 + own("directed.tsv") + sets.news + some(sets.gold, 1.25, rng)
        rows += labelled_here(folder) + own("headlines.tsv") + own("border.tsv") + own("persons.tsv")
        contrast, tone = [fill(row, rng) for row in own("contrast.tsv")], 500
    swapped = [swap_target(row, rng) if rng.random() < 0.2 else row for row in rows]
    return shuffled(questions(swapped + contrast) + sets.tones(tone, rng), rng)


def third_epoch(folder: Path, number: int, seed: int) -> list[Question]:
    """Once more everything, most names of the domain's targets left out: to read what a sentence says of whoever stands there."""
    rng = random.Random(seed * 1000 + 900 + number)
    sets = Sets.of(folder)
    domain = some(sets.gold, 1.25, rng) + sets.aimed * 2 + labelled_here(folder)
    domain += own("headlines.tsv") + own("border.tsv") + [fill(row, rng) for row in own("contrast.tsv")]
    others = sets.news + own("persons.tsv") + own("directed.tsv") + sets.directed(0.7, 0.12, rng)
    rows = disguised(domain, 0.8, rng) + [left_out(row, 0.15, rng) for row in others]
    return shuffled(questions(rows) + sets.tones(500, rng), rng)


def fourth_epoch(folder: Path, number: int, seed: int) -> list[Question]:
    """What came late, beside everything before: persons labelled by ourselves, and what does not stand in so many words (irony, meant praise, doubt)."""
    rng = random.Random(seed * 1000 + 1200 + number)
    sets = Sets.of(folder)
    domain = sets.gold + some(sets.aimed, 1.5, rng) + labelled_here(folder)
    domain += some(own("headlines.tsv"), 1.5, rng) + own("border.tsv") + own("holders.tsv")
    filled = own("contrast.tsv") + own("irony.tsv") * 2 + some(own("praise.tsv"), 1.5, rng) + own("doubt.tsv") * 2
    domain += [fill(row, rng) for row in filled]
    others = sets.news + some(persons_labelled_here(folder), 0.6, rng) + some(own("persons.tsv"), 0.7, rng) + some(own("directed.tsv"), 0.7, rng)
    others += sets.directed(1, 0.3, rng) if number == 0 else sets.directed(0.5, 0.12, rng)
    rows = disguised(domain, 0.4, rng) + [left_out(row, 0.1, rng) for row in others]
    return shuffled(questions(rows) + sets.tones(400, rng), rng)


def fifth_epoch(folder: Path, number: int, seed: int) -> list[Question]:
    """What an alliance is worth, in op-eds and headlines, to balance the doubt of the stage before; a part of everything else to keep it."""
    rng = random.Random(seed * 1000 + 1500 + number)
    sets = Sets.of(folder)
    domain = some(sets.gold, 0.5, rng) + sets.aimed + some(labelled_here(folder), 0.5, rng)
    domain += own("headlines.tsv") + some(own("border.tsv"), 0.3, rng) + some(own("holders.tsv"), 0.3, rng)
    filled = own("worth.tsv") * 3 + some(own("contrast.tsv"), 0.4, rng) + some(own("praise.tsv"), 0.7, rng)
    filled += some(own("irony.tsv"), 0.4, rng) + some(own("doubt.tsv"), 0.7, rng)
    domain += [fill(row, rng) for row in filled]
    others = some(sets.news, 0.4, rng) + some(persons_labelled_here(folder), 0.1, rng) + sets.directed(0.12, 0.03, rng)
    rows = disguised(domain, 0.4, rng) + [left_out(row, 0.1, rng) for row in others]
    return shuffled(questions(rows) + sets.tones(100, rng), rng)


def alone(sets: Sets, rng: random.Random) -> dict[str, list[dict]]:
    """Each labelled set, to be learned alone or together with the others in one epoch."""
    return {"newsmtsc": sets.news * 2, "domain": sets.gold * 3, "directed": sets.directed(1, 0.3, rng) + sets.aimed}


def only(*names: str):
    """An epoch of these sets, for comparison."""

    def epoch(folder: Path, number: int, seed: int) -> list[Question]:
        rng = random.Random(seed * 1000 + 2000 + number)
        sets = alone(Sets.of(folder), rng)
        return shuffled(questions([row for name in names for row in sets[name]]), rng)

    return epoch


def disguised(rows: list[dict], share: float, rng: random.Random) -> list[dict]:
    """Three in ten with another name for their target; after that, `share` of all without any."""
    return [left_out(swap_target(row, rng) if rng.random() < 0.3 else row, share, rng) for row in rows]


def left_out(row: dict, share: float, rng: random.Random) -> dict:
    """Without its target's name in that share of cases."""
    return hide(row) if rng.random() < share else row


SETS = ("newsmtsc", "domain", "directed")
STAGES = [first_epoch, second_epoch, third_epoch, fourth_epoch, fifth_epoch]
EPOCHS = {stage.__name__.removesuffix("_epoch"): stage for stage in STAGES}
EPOCHS |= {name: only(name) for name in SETS} | {"together": only(*SETS)}


def labelled_here(folder: Path) -> list[dict]:
    """Labels of our own on sentences of the corpora; the label file holds offsets, the texts stay where they are."""
    from . import corpora

    return corpora.join(folder, OWN.parent / "labels/stance.jsonl")


def persons_labelled_here(folder: Path) -> list[dict]:
    """What sentences of the directed set convey of a person, by labels of our own; the label file holds the sentence's id and offsets."""
    texts = {row["id"]: row["text"] for row in read(folder / "labelled/directed_train.jsonl")}
    rows = read(OWN.parent / "labels/persons.jsonl")
    return [{**row, "text": texts[row["id"]]} for row in rows]


def shuffled(questions: list[Question], rng: random.Random) -> list[Question]:
    rng.shuffle(questions)
    return questions
