"""Our own sentences that were never trained on, as labelled files for `jobs/parallax evaluate`: `python -m stance.held_out DIR`.

Their slots are filled with states and alliances at random, the same ones each time.
"""

import json
import random
import sys
from pathlib import Path

from . import data

NAMES = ("irony_dev", "praise_dev")


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        rng = random.Random(1)
        with open(folder / f"{name}.jsonl", "w", encoding="utf-8") as out:
            for number, row in enumerate(data.own(f"{name}.tsv")):
                out.write(json.dumps({"id": f"{name}-{number}"} | data.fill(row, rng), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
