"""Trims the encoder's word pieces to those that news about states and alliances uses.

A piece that is dropped is still read, as smaller pieces; what shrinks is the embedding table, a fifth of the file.
"""

from collections import Counter
from pathlib import Path

from tokenizers import Tokenizer
from transformers import AutoTokenizer, PreTrainedTokenizerFast

from . import data

SPECIAL = ["<s>", "<pad>", "</s>", "<unk>", "[UNK]"]


def tokenizer(vocabulary: list[str], source: Path) -> PreTrainedTokenizerFast:
    """The source's tokeniser over another vocabulary, ids in the vocabulary's order."""
    import json

    spec = json.loads((source / "tokenizer.json").read_text(encoding="utf-8"))
    ids = {piece: index for index, piece in enumerate(vocabulary)}
    spec["model"]["vocab"] = ids
    spec["added_tokens"] = [{**t, "id": ids[t["content"]]} for t in spec["added_tokens"] if t["content"] in ids]
    return PreTrainedTokenizerFast(
        tokenizer_object=Tokenizer.from_str(json.dumps(spec)),
        bos_token="<s>", eos_token="</s>", cls_token="<s>", sep_token="</s>", pad_token="<pad>", unk_token="[UNK]",
    )


def corpus(folder: Path):
    for path in sorted(folder.glob("labelled/*train.jsonl")) + sorted(folder.glob("gold/*train.jsonl")):
        for row in data.read(path):
            if row["language"] == "en":
                yield row["text"]
    for path in sorted(folder.glob("corpora/ungdc/*.jsonl")):
        for row in data.read(path):
            yield row["text"]
    import pyarrow.parquet

    for path in sorted(folder.glob("corpora/presidents/*.parquet")):
        yield from pyarrow.parquet.read_table(path, columns=["body"]).column("body").to_pylist()


def keep(piece: str) -> bool:
    """Single letters of the Latin, Greek and Cyrillic scripts, digits and signs: with them any word can be spelled."""
    letters = piece.removeprefix("##")
    return len(letters) == 1 and (ord(letters) < 0x530 or 0x2000 <= ord(letters) < 0x2200)


def trim(source: Path, folder: Path, size: int) -> list[str]:
    full = AutoTokenizer.from_pretrained(source)
    counts: Counter = Counter()
    batch: list[str] = []
    for text in corpus(folder):
        batch.append(text[:20_000])
    for start in range(0, len(batch), 1000):
        for encoding in full.backend_tokenizer.encode_batch(batch[start : start + 1000], add_special_tokens=False):
            counts.update(encoding.tokens)
    ids = full.get_vocab()
    chosen = {p for p in ids if keep(p)}
    for piece, _ in sorted(counts.items(), key=lambda c: (-c[1], c[0])):
        if len(chosen) >= size - len(SPECIAL):
            break
        if piece in ids and piece not in SPECIAL:
            chosen.add(piece)
    return SPECIAL + sorted(chosen, key=ids.__getitem__)
