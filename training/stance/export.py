"""Exports the trained network to an int8 ONNX file, where the next stage starts: `python -m stance.export --run DIR --encoder DIR --data DIR --model DIR`."""

import argparse
import datetime
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import numpy
import onnx
import torch
from onnx import helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from scipy.optimize import minimize_scalar

from . import data, marking, network, probe, restore, score, vocabulary

LABELS = ["unfavourable", "neutral", "favourable"]
LEAST = 1e-3  # probability of a class
FOLDERS = ("data", "encoder", "weights", "output", "start", "adapted", "teacher")  # settings that tell of a machine, not of a model


class Exported(torch.nn.Module):
    """The network with the two inputs that Spark NLP feeds. Its mask takes id 0 for padding, MPNet's is 1: the ids decide."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, input_ids, attention_mask):
        return self.model(input_ids) + 0.0 * attention_mask.sum().to(torch.float32)


def to_onnx(model, path: Path):
    ids = torch.tensor([[0, 10, 20, 30, 40, 2], [0, 11, 21, 2, 1, 1]])
    torch.onnx.export(
        Exported(model).eval(), (ids, torch.ones_like(ids)), path,
        input_names=["input_ids", "attention_mask"], output_names=["logits"],
        dynamic_axes={n: {0: "batch", 1: "length"} for n in ("input_ids", "attention_mask")} | {"logits": {0: "batch"}},
        opset_version=17, dynamo=False,
    )


def matmul_weights(graph) -> dict[str, str]:
    """MatMul node by the name of its constant weight."""
    constants = {i.name for i in graph.initializer}
    return {n.name: n.input[1] for n in graph.node if n.op_type == "MatMul" and n.input[1] in constants}


def store_as_int8(model, nodes: list[str]):
    """Keeps these MatMuls in float arithmetic, but stores their weights as int8 with one scale per output column.

    ONNX Runtime folds Cast and Mul of constants when it loads the file, so that they cost disk space and nothing else.
    """
    graph = model.graph
    weights = {i.name: i for i in graph.initializer}
    for node in [n for n in graph.node if n.name in nodes]:
        name = node.input[1]
        weight = numpy_helper.to_array(weights[name])
        scale = numpy.maximum(numpy.abs(weight).max(axis=0, keepdims=True), 1e-8) / 127
        whole = numpy.clip(numpy.rint(weight / scale), -127, 127).astype(numpy.int8)
        graph.initializer.remove(weights[name])
        graph.initializer.append(numpy_helper.from_array(whole, name + "_int8"))
        graph.initializer.append(numpy_helper.from_array(scale.astype(numpy.float32), name + "_scale"))
        graph.node.insert(0, helper.make_node("Mul", [name + "_float", name + "_scale"], [name]))
        graph.node.insert(0, helper.make_node("Cast", [name + "_int8"], [name + "_float"], to=onnx.TensorProto.FLOAT))


def round_at_random(weight: numpy.ndarray, rng: numpy.random.Generator) -> numpy.ndarray:
    """The weight on the grid of its int8 scale per column, each value rounded up or down with the chance that keeps its mean.

    Training that starts from an int8 file moves most weights by less than half a step: rounded to the nearest they would all fall back
    to where they started, and what was learned would be lost (stochastic rounding, Gupta et al., ICML 2015).
    """
    scale = numpy.maximum(numpy.abs(weight).max(axis=0, keepdims=True), 1e-8) / 127
    return (numpy.clip(numpy.floor(weight / scale + rng.random(weight.shape)), -127, 127) * scale).astype(numpy.float32)


def round_weights(source: Path, target: Path):
    model = onnx.load(source)
    rng = numpy.random.default_rng(0)
    weights = set(matmul_weights(model.graph).values())
    for initializer in model.graph.initializer:
        if initializer.name in weights:
            initializer.CopyFrom(numpy_helper.from_array(round_at_random(numpy_helper.to_array(initializer), rng), initializer.name))
    onnx.save(model, target)


def quantize(source: Path, target: Path, floats: list[str]):
    """int8 throughout: dynamic for the MatMuls, weights alone for those whose names contain one of `floats`."""
    rounded = target.with_suffix(".rounded")
    round_weights(source, rounded)
    graph = onnx.load(source).graph
    kept = [n for n in matmul_weights(graph) if any(part in n for part in floats)]
    bias = [n.name for n in graph.node if n.op_type == "Gather" and "relative_attention_bias" in n.input[0]]
    quantize_dynamic(
        rounded, target, per_channel=True, weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gather"], nodes_to_exclude=kept + bias,
        extra_options={"MatMulConstBOnly": True},
    )
    rounded.unlink()
    model = onnx.load(target)
    store_as_int8(model, kept)
    onnx.checker.check_model(model)
    onnx.save(model, target)


def log_likelihood(logits, labels):
    z = logits - logits.max(1, keepdims=True)
    return (z - numpy.log(numpy.exp(z).sum(1, keepdims=True)))[numpy.arange(len(labels)), labels].mean()


def calibrated(logits, temperature, shift):
    """Log-probabilities, but for a constant: the logits divided and shifted, and what label smoothing took from the best class given back to it.

    A network that was trained with smoothing never says more than 1 - 2/3 of it, however sure it is (Müller et al., NeurIPS 2019): the
    smoothed distribution is turned back, and no class falls below `LEAST`.
    """
    smoothed = score.softmax(logits / temperature + shift)
    return numpy.log(numpy.maximum((smoothed - network.SMOOTHING / 3) / (1 - network.SMOOTHING), LEAST))


def calibration(logits, labels, shifted: bool) -> tuple[float, numpy.ndarray]:
    """The divisor of the logits that makes the labels most likely (Guo et al., ICML 2017) and what is added for each class.

    Only neutral is shifted, for a question whose training left out neutral examples: by what gives the best F1-macro among the shifts
    whose calibration error stays under 0.04, or else the best calibration.
    """
    tried = []
    for neutral in numpy.arange(0, 2.01, 0.125) if shifted else [0.0]:
        shift = numpy.array([0.0, neutral, 0.0])
        t = minimize_scalar(lambda t: -log_likelihood(calibrated(logits, t, shift), labels), bounds=(0.3, 5.0), method="bounded").x
        z = calibrated(logits, t, shift)
        tried.append((score.ece(score.softmax(z), labels), score.f1_macro(labels, z.argmax(1)), float(t), shift))
    good = [c for c in tried if c[0] <= 0.04] or [min(tried, key=lambda c: c[0])]
    best = max(good, key=lambda c: c[1])
    return best[2], best[3]


def held_out_ece(logits, labels, shifted: bool, folds: int = 5) -> float:
    """Calibration error of each fold under a calibration that was fitted on the others."""
    probabilities = numpy.zeros_like(logits)
    fold = numpy.random.default_rng(0).permutation(len(labels)) % folds
    for k in range(folds):
        t, shift = calibration(logits[fold != k], labels[fold != k], shifted)
        probabilities[fold == k] = score.softmax(calibrated(logits[fold == k], t, shift))
    return round(score.ece(probabilities, labels), 4)


@dataclass(frozen=True)
class Measured:
    """Uncalibrated logits of every dev set; a calibration changes them afterwards, so that each text is read once."""

    rows: dict[str, list[dict]]
    logits: dict[str, numpy.ndarray]

    @staticmethod
    def of(path: Path, tokenizer, folder: Path) -> "Measured":
        rows = {name: data.read(folder / f"{name}.jsonl") for name in score.DEV}
        return Measured(rows, {name: score.logits(path, tokenizer, data.questions(of)) for name, of in rows.items()})

    def labels(self, name: str) -> numpy.ndarray:
        return numpy.array([row["label"] + 1 for row in self.rows[name]])

    def together(self, names: list[str]) -> tuple[numpy.ndarray, numpy.ndarray]:
        return numpy.concatenate([self.logits[n] for n in names]), numpy.concatenate([self.labels(n) for n in names])

    def figures(self, temperature, shift) -> dict:
        asked = {name: int(name in score.DIRECTED) for name in self.rows}
        found = {n: score.figures(rows, calibrated(self.logits[n], temperature[asked[n]], shift[asked[n]])) for n, rows in self.rows.items()}
        z, labels = self.together(score.NEWS)
        return found | {"newsmtsc_dev_both": score.figures([{"label": y - 1} for y in labels], calibrated(z, temperature[0], shift[0]))}


@dataclass(frozen=True)
class Calibration:
    """Divisor and shift of the logits of each question, text, holder and tone, and the calibration error on what they were not fitted on."""

    temperature: numpy.ndarray
    shift: numpy.ndarray
    held_out: dict[str, float]

    @staticmethod
    def of(measured: Measured) -> "Calibration":
        temperature, shift, held_out = numpy.ones(3), numpy.zeros((3, 3)), {}
        for number, (names, shifted) in enumerate(score.CALIBRATED_ON):
            temperature[number], shift[number] = calibration(*measured.together(names), shifted)
            held_out[["text", "holder"][number]] = held_out_ece(*measured.together(names), shifted)
        temperature[2], shift[2] = temperature[0], shift[0]
        return Calibration(temperature, shift, held_out)


def confusion(measured: Measured, temperature, shift) -> dict:
    """How the shipped file errs on the domain's dev set, with which tables are corrected: counts of truth by answer."""
    logits, labels = measured.together(score.DOMAIN)
    counts = numpy.zeros((3, 3), dtype=int)
    numpy.add.at(counts, (labels, calibrated(logits, temperature[0], shift[0]).argmax(1)), 1)
    fitted_on = measured.together(score.CALIBRATED_ON[0][0])[1]
    prior = numpy.bincount(fitted_on, minlength=3) / len(fitted_on)
    shares = [round(float(p), 4) for p in prior]
    return {"confusion": {"on": score.DOMAIN, "labels": len(labels), "counts": counts.tolist(), "prior": shares}}


def halfway(model, start: Path):
    """Moves the weights halfway back to the file that training started from, to keep more of what the stage before knew (Wortsman et al.,
    "Robust fine-tuning of zero-shot models", CVPR 2022)."""
    last = {name: value.clone() for name, value in model.state_dict().items()}
    restore.load(model, start)
    first = model.state_dict()
    model.load_state_dict({n: (first[n] + v) / 2 if v.is_floating_point() else v for n, v in last.items()})


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--run", type=Path, required=True, help="what stance.train wrote")
    args.add_argument("--encoder", type=Path, required=True)
    args.add_argument("--data", type=Path, required=True)
    args.add_argument("--model", type=Path, required=True, help="folder that the job ships")
    args.add_argument("--start", type=Path, help="file that training started from; what is shipped lies halfway between")
    args.add_argument("--floats", nargs="*", default=[], help="parts of names of MatMuls that stay in float arithmetic")
    args.add_argument("--candidates", type=Path, help="JSON of what was tried and its dev figures, for the card")
    args = args.parse_args()
    pieces = (args.run / "vocab.txt").read_text(encoding="utf-8").splitlines()
    tokenizer = vocabulary.tokenizer(pieces, args.encoder)
    settings = json.loads((args.run / "settings.json").read_text())
    encoder = network.load_encoder(settings.get("weights") or args.encoder, pieces, {})
    model = network.StanceNetwork(encoder, pieces.index(marking.TARGET_MARK), pieces.index(marking.HOLDER_MARK))
    if settings.get("layers"):
        network.prune(model, settings["layers"])
    model.load_state_dict(torch.load(args.run / "last.pt"))
    if args.start:
        halfway(model, args.start)
    plain, whole = args.run / "fp32.onnx", args.model / "model.onnx"
    (args.model / "assets").mkdir(parents=True, exist_ok=True)

    to_onnx(model, plain)
    quantize(plain, whole, args.floats)
    measured = Measured.of(whole, tokenizer, args.data)
    (args.model / "assets/vocab.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
    (args.model / "assets/labels.txt").write_text("\n".join(LABELS) + "\n", encoding="utf-8")
    write_card(args.model, whole, tokenizer, measured, Calibration.of(measured), settings, args.floats, args.candidates)


def write_card(folder: Path, model: Path, tokenizer, measured: Measured, fitted: Calibration, settings: dict, floats: list[str], candidates: Path | None):
    """What is known of a model, for the job and the model card: `model.json` in the folder that ships it."""
    digest = hashlib.sha256(model.read_bytes()).hexdigest()
    card = {
        "id": f"stance-en-{digest[:12]}",
        "sha256": digest,
        "languages": ["en"],
        "encoder": "all-mpnet-base-v2",
        "temperature": [round(float(t), 4) for t in fitted.temperature],
        "shift": [[round(float(x), 4) for x in row] for row in fitted.shift],
        "held_out_ece": fitted.held_out,
        "trained": datetime.date.today().isoformat(),
        "settings": {key: value for key, value in settings.items() if value is not None and key not in FOLDERS},
        "float_matmuls": floats,
        "dev": measured.figures(fitted.temperature, fitted.shift),
        "probe": probe.spreads(model, tokenizer),
        "candidates": json.loads(candidates.read_text()) if candidates else [],
        **confusion(measured, fitted.temperature, fitted.shift),
    }
    (folder / "model.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(card, indent=2))


if __name__ == "__main__":
    main()
