"""The texts of the corpora, for labels that state offsets alone."""

import json
from pathlib import Path


def texts(folder: Path) -> dict[str, str]:
    """Body by url of the presidents' releases, speech by id of the UN General Debate."""
    import pyarrow.parquet

    table = pyarrow.parquet.read_table(folder / "corpora/presidents/presidents.parquet", columns=["url", "body"])
    found = {row["url"]: row["body"] for row in table.to_pylist()}
    with open(folder / "corpora/ungdc/1991_2007.jsonl", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            found[row["id"]] = row["text"]
    return found


def join(folder: Path, labels: Path) -> list[dict]:
    """Label rows with their sentence as `text`; offsets of the mention count from its beginning."""
    bodies = texts(folder)
    with open(labels, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [{**row, "text": bodies[row["ref"]][row["sentence_begin"] : row["sentence_end"]]} for row in rows]
