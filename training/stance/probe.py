"""The bias probe: one sentence with many names in its slot. The sentences and names are those of `parallax evaluate --probe`."""

import csv
from pathlib import Path

from . import data, score

RESOURCES = Path(__file__).parents[2] / "src/main/resources/org/parallax/evaluate"
SLOT = "{}"


def question(sentence: str, name: str) -> data.Question:
    at = sentence.index(SLOT)
    written = name[0].upper() + name[1:] if at == 0 else name
    article = len("the ") if written.lower().startswith("the ") else 0
    row = {"text": sentence.replace(SLOT, written), "begin": at + article, "end": at + len(written), "label": 0}
    return data.question(row)


def spreads(model: Path, tokenizer) -> list[dict]:
    """For each sentence the lowest and the highest score over all names."""
    names = [name for name in (RESOURCES / "probe-names.txt").read_text(encoding="utf-8").split("\n") if name]
    with open(RESOURCES / "probe.tsv", encoding="utf-8", newline="") as lines:
        sentences = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = []
    for row in sentences:
        p = score.softmax(score.logits(model, tokenizer, [question(row["sentence"], name) for name in names]))
        scores = p[:, 2] - p[:, 0]
        low, high = int(scores.argmin()), int(scores.argmax())
        found.append(row | {"low": [names[low], round(float(scores[low]), 3)], "high": [names[high], round(float(scores[high]), 3)]})
    return found
