"""How an article's sentences make its stance: methods compared on labelled articles, written to ARTICLES.md.

`python -m stance.articles` takes the articles through the job itself (`jobs/parallax run`), so that sentences, names, voices and
probabilities are those of a run; what was scored before with the same model is not scored again.
"""

import argparse
import csv
import json
import re
import subprocess
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet

from . import data, summing

HERE = Path(__file__).parents[1]
ROOT = HERE.parent
SAMPLE = ROOT / "jobs/sample"
SIDES = {"favourable": 1, "neutral": 0, "unfavourable": -1}


@dataclass(frozen=True)
class Case:
    """A labelled article and target, the mentions that the job read, and its answer: the author's, else the reported stance."""

    label: int
    mentions: list[dict]
    given: int


def aliases(target: str) -> list[str]:
    """As `ArticleScoring` has it: the labelled name and, of several words, the last one, by which news refers to a person again."""
    *before, last = target.split()
    return [target, last] if before and len(last) > 2 and last[0].isupper() else [target]


def words(name: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))
    return re.findall(r"\w+|\S", plain)


def overlap(one: list[str], other: list[str]) -> bool:
    """Whether two names can stand on the same words of a text."""
    return any(one[i : i + len(other)] == other[: len(one) - i] for i in range(len(one))) or any(
        other[i : i + len(one)] == one[: len(other) - i] for i in range(len(other))
    )


def clash(one: str, other: str) -> bool:
    return any(overlap(words(a), words(b)) for a in aliases(one) for b in aliases(other))


def batches(targets: list[str]) -> list[list[str]]:
    """Few runs for many targets: of two names on the same words a run keeps one, and each article is to be read for its own target."""
    runs: list[list[str]] = []
    for target in targets:
        free = next((run for run in runs if not any(clash(target, other) for other in run)), None)
        if free is None:
            runs.append([target])
        else:
            free.append(target)
    return runs


def mend(text: str) -> str:
    """UTF-8 that was read as Latin-1, as in a third of the PerSenT articles: without it no quotation is seen, and the job refuses the worst."""

    def decoded(found: re.Match) -> str:
        try:
            return found.group().encode("latin-1").decode("utf-8")
        except UnicodeDecodeError:
            return found.group()

    return re.sub("[\u0080-\u00ff]{2,}", decoded, text)


def write_lines(path: Path, rows: list[dict]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def write_run(folder: Path, rows: list[dict], ids: dict[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    texts = [{key: row[key] for key in ("title", "body", "language")} for row in rows]
    articles = [{"article_id": row["id"], "outlet": "labelled", **text} for row, text in zip(rows, texts)]
    write_lines(folder / "articles.jsonl", articles)
    entries = {ids[t]: {"name": t, "aliases": {"en": aliases(t)}} for t in dict.fromkeys(row["target"] for row in rows)}
    # JSON is HOCON; an entry set to null is removed.
    targets = {"russia": None, "nato": None, "csto": None, **entries}
    (folder / "targets.conf").write_text(json.dumps({"targets": targets}, ensure_ascii=False), encoding="utf-8")


def run(job: Path, source: Path, tables: Path, *options: str | Path) -> None:
    """What comes after articles is not wanted here and takes most of the time of a small corpus: too few stories for any of it."""
    command = [job, "run", "--input", source, "--output", tables, *options]
    for few in ("periods.min-stories", "contrasts.min-stories", "positions.min-stories", "trends.min-periods"):
        command += ["--set", f"{few}=1000"]
    command += ["--set", "trends.min-break-periods=10000", "--set", "stance.tone-sentences=1"]
    subprocess.run([str(part) for part in command], check=True)


def table(tables: Path, name: str, columns: list[str]) -> list[dict]:
    return pyarrow.parquet.read_table(tables / name, columns=columns).to_pylist()


def read(tables: Path) -> tuple[dict, dict]:
    """Scored mentions by article and target, in the order of the text, and the job's own stance by article, target and voice."""
    mentions = defaultdict(list)
    columns = ["article_id", "target", "field", "sentence_index", "sentence_begin", "sentence_end", "voice"]
    columns += ["p_unfavourable", "p_neutral", "p_favourable", "score"]
    for row in table(tables, "mentions", columns):
        if row["score"] is not None:
            mentions[row["article_id"], row["target"]].append(row)
    for rows in mentions.values():
        rows.sort(key=lambda row: (row["field"] != "title", row["sentence_index"]))
    stances = {
        (row["article_id"], row["target"], row["voice"]): SIDES[row["stance"]]
        for row in table(tables, "article_stance", ["article_id", "target", "voice", "stance"])
    }
    return mentions, stances


def case(label: int, article: str, target: str, mentions: dict, stances: dict) -> Case:
    own = stances.get((article, target, "author"), stances.get((article, target, "reported"), 0))
    return Case(label, mentions.get((article, target), []), own)


def persent(args) -> list[Case]:
    """Whole articles with the author's sentiment toward their main person."""
    rows = data.read(args.data / "labelled/persent_dev.jsonl")[: args.first]
    rows = [row | {key: mend(row[key]) for key in ("title", "body", "target")} for row in rows]
    args.build.mkdir(parents=True, exist_ok=True)
    write_lines(args.build / "persent_mended.jsonl", rows)
    targets = list(dict.fromkeys(row["target"] for row in rows))
    ids = {target: f"t{i}" for i, target in enumerate(targets)}
    cases = []
    for i, names in enumerate(batches(targets)):
        folder = args.build / f"persent/{i}"
        here = [row for row in rows if row["target"] in names]
        write_run(folder, here, ids)
        run(args.job, folder / "articles.jsonl", folder / "tables", "--conf", folder / "targets.conf")
        mentions, stances = read(folder / "tables")
        cases += [case(row["label"], row["id"], ids[row["target"]], mentions, stances) for row in here]
    return cases


def own(args) -> list[Case]:
    """Articles of the sample corpus, by file and line, with our labels of the author's stance."""
    tables = args.build / "sample/tables"
    run(args.job, SAMPLE, tables)
    places = {
        (Path(row["source_file"]).stem, row["source_position"]): row["article_id"]
        for row in table(tables, "articles", ["article_id", "source_file", "source_position"])
    }
    mentions, stances = read(tables)
    with open(HERE / "labels/articles.tsv", encoding="utf-8", newline="") as lines:
        labels = list(csv.DictReader(lines, delimiter="\t"))
    return [
        case(int(row["label"]), places[row["file"], int(row["line"])], row["target"], mentions, stances) for row in labels
    ]


def model(args) -> str:
    """The one that scored: a table has rows of the current model alone, or says so in its id."""
    ids = {row["model_id"] for row in table(args.build / "sample/tables", "article_stance", ["model_id"])}
    return " and ".join(sorted(ids))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared/data")
    parser.add_argument("--job", type=Path, default=ROOT / "jobs/parallax")
    parser.add_argument("--build", type=Path, default=HERE / "build/articles")
    parser.add_argument("--output", type=Path, default=HERE / "ARTICLES.md")
    parser.add_argument("--first", type=int, help="read only so many articles, to try a change")
    args = parser.parse_args()
    sets = {"persent": persent(args), "sample": own(args)}
    template = (HERE / "summing.md").read_text(encoding="utf-8")
    args.output.write_text(summing.report(template, model(args), sets), encoding="utf-8")


if __name__ == "__main__":
    main()
