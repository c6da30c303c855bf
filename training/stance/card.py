"""Writes MODEL_CARD.md from the measured figures in `model.json`: `python -m stance.card --model DIR`."""

import argparse
import json
from pathlib import Path

from . import patching

HERE = Path(__file__).parents[1]


def table(head: list[str], rows: list[list]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def name(dev: str) -> str:
    return dev.removeprefix("labelled/")


def dev_figures(card: dict) -> str:
    rows = [[name(dev), f["n"], f["f1_macro"], f["accuracy"], f["ece"], f["least_ece"], f["brier"]] for dev, f in card["dev"].items()]
    return table(["dev set", "n", "F1-macro", "accuracy", "ECE", "ECE if calibration were perfect", "Brier"], rows)


def targets(card: dict) -> str:
    rows = [[t, f["n"], f["f1_macro"]] for t, f in card["dev"]["gold/dev"]["targets"].items()]
    return table(["target in gold/dev", "n", "F1-macro"], rows)


def reliability(card: dict) -> str:
    """The reliability diagram as a table: share of right answers against stated confidence."""
    bins = card["dev"]["gold/dev"]["bins"]
    edges = [f"{b['low']:.2f}-{b['high']:.2f}" for b in bins]
    by_bin = {dev: {f"{b['low']:.2f}-{b['high']:.2f}": b for b in f["bins"]} for dev, f in card["dev"].items()}
    every = sorted({e for bins in by_bin.values() for e in bins} | set(edges))
    rows = []
    for dev, bins in by_bin.items():
        cells = [f"{100 * bins[e]['accuracy']:.0f} ({bins[e]['n']})" if e in bins else "" for e in every]
        rows.append([name(dev), *cells])
    return table(["stated confidence", *every], rows)


def candidates(card: dict) -> str:
    if not card["candidates"]:
        return "None beside the shipped one."
    heads = list(dict.fromkeys(key for c in card["candidates"] for key in c))
    return table(heads, [[c.get(h, "") for h in heads] for c in card["candidates"]])


def probe(card: dict) -> str:
    rows = []
    for p in card["probe"]:
        (low_name, low), (high_name, high) = p["low"], p["high"]
        rows.append([p["kind"], p["sentence"].replace("{}", "…"), f"{high - low:.2f}", f"{low_name} {low:+.2f}", f"{high_name} {high:+.2f}"])
    return table(["kind", "sentence", "spread", "lowest", "highest"], rows)


def mean_spread(card: dict, neutral: bool) -> str:
    of = [p["high"][1] - p["low"][1] for p in card["probe"] if (p["kind"] == "neutral") == neutral]
    return f"{sum(of) / len(of):.3f}"


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--model", type=Path, required=True)
    args = args.parse_args()
    card = json.loads((args.model / "model.json").read_text(encoding="utf-8"))
    text = (HERE / "card.md").read_text(encoding="utf-8").format(
        **card["settings"],
        id=card["id"],
        sha256=card["sha256"],
        trained=card["trained"],
        mb=round((args.model / patching.BASE).stat().st_size / 1e6, 1),
        patch_mb=round((args.model / patching.PATCH).stat().st_size / 1e6, 2),
        wrong=round(100 / (100 - card["dev"]["gold/dev"]["accuracy"])),
        floats=", ".join(card["float_matmuls"]) or "none",
        temperature_text=card["temperature"][0],
        temperature_holder=card["temperature"][1],
        shift_holder=card["shift"][1],
        held_out_text=card["held_out_ece"]["text"],
        held_out_holder=card["held_out_ece"]["holder"],
        dev_figures=dev_figures(card),
        targets=targets(card),
        reliability=reliability(card),
        candidates=candidates(card),
        closer_than=card["second_reading"]["closer_than"],
        second_weight=card["second_reading"]["weight"],
        probe=probe(card),
        neutral_spread=mean_spread(card, neutral=True),
        polar_spread=mean_spread(card, neutral=False),
    )
    (HERE / "MODEL_CARD.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
