"""Writes digests of the reference tokeniser's ids for real sentences: `python -m stance.parity --encoder DIR --model DIR --data DIR --output DIR`.

The fixture holds places in the corpora and digests, no text. The Java test makes the ids of the same sentences by Spark NLP.
"""

import argparse
import hashlib
import json
import random
import re
from pathlib import Path

import pyarrow.parquet

from . import marking, vocabulary

SENTENCE = re.compile(r"\S.*?(?:[.!?…][\"”’»)]*(?=\s)|$)", re.M)
NAME = re.compile(r"Russian?|NATO|CSTO|Ukraine|the Kremlin|Moscow|the Alliance")
CAPITAL = re.compile(r"\b[^\W\d_a-z]\w+")
KINDS = {
    "quotes": re.compile(r"[“”„«»‘’\"']"),
    "dashes": re.compile(r"[–—‑−]|\w-\w"),
    "diacritics": re.compile(r"[À-ɏ]"),
    "Cyrillic": re.compile(r"[\u0400-\u052f]"),
    "long words": re.compile(r"\w{18,}"),
    "numbers": re.compile(r"\d[\d.,]+|[%€$£№§°]"),
    "brackets": re.compile(r"[\[({\])}*/\\|#@]"),
    "other signs": re.compile(r"[^\x00-\x7f\w\s“”„«»‘’–—…]"),
}
OF_A_KIND = 220
LONG = 120
TOTAL = 2400


def texts(folder: Path):
    presidents = pyarrow.parquet.read_table(folder / "corpora/presidents/presidents.parquet", columns=["url", "body"])
    for row in presidents.to_pylist():
        yield "presidents", row["url"], row["body"]
    with open(folder / "corpora/ungdc/1991_2007.jsonl", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield "ungdc", row["id"], row["text"]


def mention(sentence: str):
    found = list(NAME.finditer(sentence)) or list(CAPITAL.finditer(sentence))
    return found[len(found) // 2].span() if found else None


def candidates(folder: Path):
    for corpus, ref, text in texts(folder):
        for sentence in SENTENCE.finditer(text):
            span = mention(sentence.group())
            if span and len(sentence.group()) > 20:
                yield corpus, ref, sentence.start(), sentence.group(), span
        if len(text) > 9000:
            span = mention(text[3000:6000])
            if span:
                yield corpus, ref, 3000, text[3000:6000], span


def chosen(folder: Path):
    rng = random.Random(7)
    every = list(candidates(folder))
    rng.shuffle(every)
    taken = {}
    counts = dict.fromkeys(KINDS, 0) | {"3 kB": 0}
    for number, (_, _, _, text, _) in enumerate(every):
        if len(text) == 3000:
            kinds = ["3 kB"]
        else:
            kinds = [kind for kind, pattern in KINDS.items() if pattern.search(text)]
        if any(counts[kind] < (LONG if kind == "3 kB" else OF_A_KIND) for kind in kinds):
            taken[number] = None
            for kind in kinds:
                counts[kind] += 1
    for number, (_, _, _, text, _) in enumerate(every):
        if len(taken) >= TOTAL:
            break
        if len(text) < 3000:
            taken[number] = None
    print(len(taken), counts)
    return sorted((every[number] for number in taken), key=lambda c: c[:3])


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--encoder", type=Path, required=True)
    args.add_argument("--model", type=Path, required=True)
    args.add_argument("--data", type=Path, required=True)
    args.add_argument("--output", type=Path, required=True)
    args = args.parse_args()
    pieces = (args.model / "assets/vocab.txt").read_text(encoding="utf-8").splitlines()
    tokenizer = vocabulary.tokenizer(pieces, args.encoder)
    with open(args.output / "parity.tsv", "w", encoding="utf-8") as out:
        print("corpus", "ref", "begin", "end", "mention_begin", "mention_end", "ids", sep="\t", file=out)
        for corpus, ref, start, text, (begin, end) in chosen(args.data):
            ids = tokenizer(marking.mark_target(text, begin, end))["input_ids"]
            digest = hashlib.sha256(" ".join(map(str, ids)).encode()).hexdigest()[:16]
            print(corpus, ref, start, start + len(text), begin, end, digest, sep="\t", file=out)


if __name__ == "__main__":
    main()
