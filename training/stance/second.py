"""Sets the shipped model's second reading, and how the job errs with it: `python -m stance.second --model DIR --data DIR`.

Where the best two classes of an answer are closer than a threshold, the job asks again without the target's name and takes the weighted mean
(`SecondReading.java`). How both numbers were chosen stands in `card.md`; the job's own `evaluate` measures the confusion.
"""

import argparse
import json
import subprocess
from pathlib import Path

JOB = Path(__file__).parents[2] / "jobs/parallax"
CLASSES = ["unfavourable", "neutral", "favourable"]


def confusion(labelled: Path) -> list[list[int]]:
    """Counts of truth by answer, as the job gives it."""
    said = subprocess.run([JOB, "evaluate", "--data", labelled], check=True, stdout=subprocess.PIPE, text=True).stdout
    counts = json.loads(said)["confusion"]
    return [[counts[truth][given] for given in CLASSES] for truth in CLASSES]


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--model", type=Path, required=True, help="folder that the job ships")
    args.add_argument("--data", type=Path, required=True)
    args.add_argument("--closer-than", type=float, default=0.45, help="difference of the best two probabilities; 0 for never")
    args.add_argument("--weight", type=float, default=0.4, help="of the second answer")
    args = args.parse_args()
    file = args.model / "model.json"
    card = json.loads(file.read_text(encoding="utf-8"))
    card["second_reading"] = {"closer_than": args.closer_than, "weight": args.weight}
    file.write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    (labelled,) = card["confusion"]["on"]
    card["confusion"]["counts"] = confusion(args.data / f"{labelled}.jsonl")
    file.write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    print(card["confusion"])


if __name__ == "__main__":
    main()
