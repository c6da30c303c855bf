"""Exports the trained network to the int8 ONNX file that Spark NLP loads: `python -m stance.export --run DIR --encoder DIR --data DIR --model DIR`."""

import argparse
import datetime
import hashlib
import json
from pathlib import Path

import numpy
import onnx
import torch
from onnx import helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from scipy.optimize import minimize

from . import data, marking, network, score, vocabulary

LABELS = ["unfavourable", "neutral", "favourable"]


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


def quantize(source: Path, target: Path, floats: list[str]):
    """int8 throughout: dynamic for the MatMuls, weights alone for those whose names contain one of `floats`."""
    graph = onnx.load(source).graph
    kept = [n for n in matmul_weights(graph) if any(part in n for part in floats)]
    bias = [n.name for n in graph.node if n.op_type == "Gather" and "relative_attention_bias" in n.input[0]]
    quantize_dynamic(
        source, target, per_channel=True, weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gather"], nodes_to_exclude=kept + bias,
        extra_options={"MatMulConstBOnly": True},
    )
    model = onnx.load(target)
    store_as_int8(model, kept)
    onnx.checker.check_model(model)
    onnx.save(model, target)


def log_likelihood(logits, labels):
    z = logits - logits.max(1, keepdims=True)
    return (z - numpy.log(numpy.exp(z).sum(1, keepdims=True)))[numpy.arange(len(labels)), labels].mean()


def calibration(logits, labels, shifted: bool) -> tuple[float, numpy.ndarray]:
    """Divisor of the logits and, where `shifted`, what is added for each class, that make the labels most likely (Guo et al., ICML 2017)."""

    def loss(x):
        return -log_likelihood(logits / numpy.exp(x[0]) + numpy.append(x[1:], 0) * shifted, labels)

    best = minimize(loss, numpy.zeros(3), method="Nelder-Mead", options={"xatol": 1e-4, "fatol": 1e-8, "maxiter": 4000}).x
    return float(numpy.exp(best[0])), numpy.append(best[1:], 0) * shifted


def held_out_ece(logits, labels, shifted: bool, folds: int = 5) -> float:
    """Calibration error of each fold under a calibration that was fitted on the others."""
    probabilities = numpy.zeros_like(logits)
    fold = numpy.random.default_rng(0).permutation(len(labels)) % folds
    for k in range(folds):
        t, shift = calibration(logits[fold != k], labels[fold != k], shifted)
        probabilities[fold == k] = score.softmax(logits[fold == k] / t + shift)
    return round(score.ece(probabilities, labels), 4)


def raw(path: Path, tokenizer, folder: Path, names: list[str]):
    """Uncalibrated logits and labels of dev sets."""
    questions = [q for name in names for q in data.questions(data.read(folder / f"{name}.jsonl"))]
    return score.logits(path, tokenizer, questions), numpy.array([q.label for q in questions])


def calibrate(model, path: Path, tokenizer, folder: Path) -> dict:
    """Fits each question's calibration on its dev sets and puts it into the network; the tone shares that of what a text conveys."""
    held_out = {}
    for number, (names, shifted) in enumerate(score.CALIBRATED_ON):
        logits, labels = raw(path, tokenizer, folder, names)
        t, shift = calibration(logits, labels, shifted)
        model.temperature[number] = t
        model.shift[number] = torch.tensor(shift)
        held_out[["text", "holder"][number]] = held_out_ece(logits, labels, shifted)
    model.temperature[2], model.shift[2] = model.temperature[0], model.shift[0]
    return held_out


def confusion(path: Path, tokenizer, folder: Path) -> dict:
    """How the shipped file errs on the domain's dev set, with which tables are corrected: counts of truth by answer."""
    logits, labels = raw(path, tokenizer, folder, score.DOMAIN)
    counts = numpy.zeros((3, 3), dtype=int)
    numpy.add.at(counts, (labels, logits.argmax(1)), 1)
    calibrated = numpy.concatenate([raw(path, tokenizer, folder, [name])[1] for name in score.CALIBRATED_ON[0][0]])
    prior = numpy.bincount(calibrated, minlength=3) / len(calibrated)
    return {"confusion": {"on": score.DOMAIN, "labels": len(labels), "counts": counts.tolist()}, "prior": [round(float(p), 4) for p in prior]}


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--run", type=Path, required=True, help="what stance.train wrote")
    args.add_argument("--encoder", type=Path, required=True)
    args.add_argument("--data", type=Path, required=True)
    args.add_argument("--model", type=Path, required=True, help="folder that the job ships")
    args.add_argument("--weights", default="last.pt")
    args.add_argument("--floats", nargs="*", default=[], help="parts of names of MatMuls that stay in float arithmetic")
    args.add_argument("--candidates", type=Path, help="JSON of what was tried and its dev figures, for the card")
    args = args.parse_args()
    pieces = (args.run / "vocab.txt").read_text(encoding="utf-8").splitlines()
    tokenizer = vocabulary.tokenizer(pieces, args.encoder)
    encoder = network.load_encoder(args.encoder, pieces, {})
    model = network.StanceNetwork(encoder, pieces.index(marking.TARGET_MARK), pieces.index(marking.HOLDER_MARK))
    model.load_state_dict(torch.load(args.run / args.weights))
    plain, whole = args.run / "fp32.onnx", args.model / "model.onnx"
    (args.model / "assets").mkdir(parents=True, exist_ok=True)

    to_onnx(model, plain)
    quantize(plain, whole, args.floats)
    held_out = calibrate(model, whole, tokenizer, args.data)
    to_onnx(model, plain)
    quantize(plain, whole, args.floats)

    (args.model / "assets/vocab.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
    (args.model / "assets/labels.txt").write_text("\n".join(LABELS) + "\n", encoding="utf-8")
    digest = hashlib.sha256(whole.read_bytes()).hexdigest()
    chosen = args.candidates or Path("/dev/null")
    card = {
        "id": f"stance-en-{digest[:12]}",
        "sha256": digest,
        "languages": ["en"],
        "encoder": "all-mpnet-base-v2",
        "temperature": [round(float(t), 4) for t in model.temperature],
        "shift": [[round(float(x), 4) for x in row] for row in model.shift],
        "held_out_ece": held_out,
        "trained": datetime.date.today().isoformat(),
        "settings": json.loads((args.run / "settings.json").read_text()),
        "weights": args.weights,
        "float_matmuls": args.floats,
        "dev_fp32": score.figures(plain, tokenizer, args.data),
        "dev": score.figures(whole, tokenizer, args.data),
        "candidates": json.loads(chosen.read_text() or "[]"),
        **confusion(whole, tokenizer, args.data),
    }
    for key in ("data", "encoder", "output", "start"):
        card["settings"].pop(key, None)
    (args.model / "model.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(card, indent=2))


if __name__ == "__main__":
    main()
