"""Writes what the reference tokeniser and bare ONNX Runtime make of our own texts: `python -m stance.reference --encoder DIR --model DIR --output DIR`.

The Java tests hold the job's path to these ids and probabilities.
"""

import argparse
import json
import re
import tempfile
from pathlib import Path

from . import data, marking, patching, score, vocabulary

SAMPLE = Path(__file__).parents[2] / "jobs/sample"
NAME = re.compile(r"Russian?|NATO|Nato|CSTO|the Kremlin|Moscow|the Alliance|НАТО|ОДКБ|Росси\w+")
AWKWARD = [
    ("“NATO’s ‘open door’ – if it’s still open – isn’t Moscow’s to shut,” she said…", "NATO"),
    ("State-owned Gazprom, e.g., cut Russia-bound flows by 12.5%—again.", "Russia"),
    ("Erdoğan’s Türkiye, Łódź, Kraków, Žilina, Åland & São Tomé: all back NATO!", "NATO"),
    ("Лукашенко отказался ехать на саммит ОДКБ, а Йошкар-Ола ждёт.", "ОДКБ"),
    ("🤮 Russia 🇷🇺 again… 100% zero\u200bwidth and soft\u00adhyphen, no\u00a0break", "Russia"),
    ("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft opposes NATO.", "NATO"),
    ("x" * 130 + " praised the CSTO", "CSTO"),
    ("Ⅷ ½ ² € ₽ £5 NATO ΟΔΥΣΣΕΥΣ İstanbul ﬁnal 北约 NATO 東京", "NATO"),
    ("The treaty [sic] (signed*) #NATO @nato_hq a_b ~x^2 `code` |NATO| <b> \\ $NATO$ § 5 of it", "NATO"),
    ("He said: 'Russia?!' ... \"Russia\"; then (Russia)/[Russia]", "Russia"),
    ("\u201eRussland\u201c — \u00abRussia\u00bb \u2039Russia\u203a \u2013 \u2212 \u00b7 \u2022 Russia", "Russia"),
    ("a" + "\u0301" + " combining Russia e\u0308 \ufb03ce \uff26\uff35\uff2c\uff2c", "Russia"),
]

# Texts of which every sign can be a word piece, so that the window must shrink for the mention to be read.
CROWDED = [
    ("北" * 900 + " NATO " + "京" * 300, "NATO"),
    ("한국은 " * 300 + "NATO", "NATO"),
    ("7 4.1, " * 200 + "Russia" + " (8)" * 100, "Russia"),
    ("🤮🇷🇺 " * 250 + "Russia", "Russia"),
    ("\u0b94\u09cb" * 300 + " CSTO", "CSTO"),
    ("qzxj" * 20 + " Russia " + "vkqx " * 300, "Russia"),
    ("A plain sentence, only longer than most, about NATO and about much else; " + "and so on and on, " * 60, "NATO"),
]
HOLDER = re.compile(r"Lavrov|Putin|Ukraine|Kyiv|Washington|Belarus|Kazakhstan|Poland|Armenia|the ministry|officials|she|he\b")
NAMED = ["Aleksandr Lukashenka", "Türkiye’s foreign minister", "Олександр", "the president’s adviser for " + "regional and other " * 9 + "matters"]


def sentences():
    """Sentences of the sample corpus that name a target, by a plain rule, and long paragraphs that must be cut."""
    for path in sorted(SAMPLE.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            try:
                body = json.loads(line).get("body") or ""
            except json.JSONDecodeError:
                continue
            paragraphs = body.split("\n\n")
            for text in [s for p in paragraphs for s in re.split(r"(?<=[.!?]) +", p)] + [body]:
                found = list(NAME.finditer(text))
                if found:
                    middle = found[len(found) // 2]
                    yield text, middle.start(), middle.end()


def rows(text, begin, end):
    """The question about the text, and one about a holder: found in it, or put in front."""
    row = {"text": text, "begin": begin, "end": end}
    found = [m for m in HOLDER.finditer(text)]
    if found:
        holder = found[len(text) % len(found)]
        return row, row | {"holder_begin": holder.start(), "holder_end": holder.end()}
    return row, row | {"holder": NAMED[len(text) % len(NAMED)]}


def mark(row):
    begin, end = row["begin"], row["end"]
    if "holder_begin" in row:
        return marking.mark_holder(row["text"], begin, end, row["holder_begin"], row["holder_end"])
    if "holder" in row:
        return marking.name_holder(row["text"], begin, end, row["holder"])
    return marking.mark_target(row["text"], begin, end)


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--encoder", type=Path, required=True)
    args.add_argument("--model", type=Path, required=True)
    args.add_argument("--output", type=Path, required=True)
    args = args.parse_args()
    args.output.mkdir(parents=True, exist_ok=True)
    pieces = (args.model / "assets/vocab.txt").read_text(encoding="utf-8").splitlines()
    tokenizer = vocabulary.tokenizer(pieces, args.encoder)
    awkward = [(text, text.index(name), text.index(name) + len(name)) for text, name in AWKWARD + CROWDED]
    every = list(sentences())
    chosen = [rows(*item) for item in awkward + every[:: max(1, len(every) // 240)]]
    chosen = [row for number, both in enumerate(chosen) for row in (both if number % 2 == 0 else both[:1])]
    questions = [data.Question(mark(row), 1) for row in chosen]
    with tempfile.TemporaryDirectory() as build:
        probabilities = score.softmax(score.logits(patching.whole(args.model, Path(build)), tokenizer, questions))
    with open(args.output / "reference.jsonl", "w", encoding="utf-8") as out:
        for chosen_row, question, p in zip(chosen, questions, probabilities):
            row = chosen_row | {
                "marked": question.text,
                "pieces": tokenizer.convert_ids_to_tokens(tokenizer(question.text, truncation=True, max_length=512)["input_ids"]),
                "p": [round(float(x), 5) for x in p],
            }
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
