"""Writes MODEL_CARD.md from the measured figures in `model.json`: `python -m stance.card --model DIR`."""

import argparse
import json
from pathlib import Path

TEXT = """# Model card: {id}

Written by `python -m stance.card` from `conf/model/model.json`; change that, not this.

**What it answers.** A sentence with one mention between two `§`: what does it convey toward that mention, unfavourable, neutral or
favourable? Without marks: what is the tone of the sentence? English only. It is no judge of facts, and of a single sentence it is
wrong about one time in {wrong}; read the evidence sentences before you quote a figure.

**Made from.** `all-mpnet-base-v2` (MPNet, Song et al. 2020; Apache-2.0): 12 layers, hidden size 768, with its word pieces trimmed to
{pieces:,} and a new head of two layers over the mean of all tokens beside the mean of the two marks. Trained {trained}.

**File.** `conf/model/model.onnx`, SHA-256 `{sha256}`, {mb} MB. MatMuls run in dynamic int8 (weights per column){floats}; the embedding table is int8 too.
The logits are divided by a temperature of {temperature}, fitted on the three dev sets that the column "calibration" marks (Guo et al. 2017):
their ECE below is therefore a fit and not a forecast.

**Training data.** Every epoch: NewsMTSC train (8,739; Hamborg & Donnay, EACL 2021; MIT), the project's in-domain labels (3,586 sentences
about Russia, NATO, the CSTO and their neighbours, {gold_weight} passes, the target swapped for another state or alliance in {swap_percent} % of them), and {tone:,}
sentences without marks, whose mentions all had one label, for the tone.

**Settings.** {epochs} epochs, AdamW, rate {rate} at the top layer and times {layer_decay} for each layer below, batch {batch}, label smoothing 0.05, linear decay
after 6 % warm-up, bf16 on two CPU cores, seed {seed}; the weights are those of `{weights}`.
The vocabulary was counted on the training texts and on speeches that the project reads; no label of theirs was used.

**Dev figures**, one text at a time as the job reads them, by bare ONNX Runtime with the reference tokeniser:

| dev set | n | F1-macro, int8 as shipped | F1-macro, fp32 | accuracy, int8 | ECE, int8 | calibration |
|---|---|---|---|---|---|---|
{rows}

What was chosen on dev: {chosen}. Nothing was measured on a test set. Published on NewsMTSC's whole test sets: 83.1 (rw) and 82.5 (mt) F1-macro.

**Known to go wrong.** Headlines: neutral ones about a war are read as unfavourable. Border cases between neutral and one side make up most errors.
The training labels of the domain were made by a language model under a written guide, not by people.
"""


def render(card: dict, size: int) -> str:
    calibrated = {"labelled/newsmtsc_dev_rw", "labelled/newsmtsc_dev_mt", "gold/dev"}
    rows = [
        f"| {name.split('/', 1)[1] if name.startswith('labelled') else name} | {f['n']} | {f['f1_macro']} | {card['dev_fp32'][name]['f1_macro']} "
        f"| {f['accuracy']} | {f['ece']} | {'yes' if name in calibrated else ''} |"
        for name, f in card["dev"].items()
    ]
    accuracy = sum(f["accuracy"] * f["n"] for f in card["dev"].values()) / sum(f["n"] for f in card["dev"].values())
    settings = card["settings"]
    floats = f", except {', '.join(card['float_matmuls'])}, whose weights alone are int8" if card["float_matmuls"] else ""
    return TEXT.format(
        **{k: card[k] for k in ("id", "sha256", "trained", "temperature", "weights")}, **settings, rows="\n".join(rows), floats=floats,
        wrong=round(100 / (100 - accuracy)), mb=round(size / 1e6, 1), swap_percent=round(100 * settings["swap"]), chosen=card["chosen"],
    )


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--model", type=Path, required=True)
    args = args.parse_args()
    card = json.loads((args.model / "model.json").read_text(encoding="utf-8"))
    text = render(card, (args.model / "model.onnx").stat().st_size)
    (Path(__file__).parents[1] / "MODEL_CARD.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
