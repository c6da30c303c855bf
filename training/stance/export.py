"""Exports the trained network to the int8 ONNX file that Spark NLP loads: `python -m stance.export --run DIR --encoder DIR --data DIR --model DIR`."""

import argparse
import datetime
import hashlib
import json
import shutil
from pathlib import Path

import numpy
import onnx
import torch
from onnx import helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from scipy.optimize import minimize_scalar

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


def temperature(logits, labels) -> float:
    """Temperature scaling (Guo et al., ICML 2017): the divisor of the logits that makes the labels most likely."""

    def loss(t):
        z = logits / t
        z = z - z.max(1, keepdims=True)
        return -(z - numpy.log(numpy.exp(z).sum(1, keepdims=True)))[numpy.arange(len(labels)), labels].mean()

    return float(minimize_scalar(loss, bounds=(0.3, 5.0), method="bounded").x)


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--run", type=Path, required=True, help="what stance.train wrote")
    args.add_argument("--encoder", type=Path, required=True)
    args.add_argument("--data", type=Path, required=True)
    args.add_argument("--model", type=Path, required=True, help="folder that the job ships")
    args.add_argument("--weights", default="averaged.pt")
    args.add_argument("--floats", nargs="*", default=[], help="parts of names of MatMuls that stay in float arithmetic")
    args.add_argument("--chosen", default="nothing", help="what was chosen on dev, for the card")
    args = args.parse_args()
    pieces = (args.run / "vocab.txt").read_text(encoding="utf-8").splitlines()
    tokenizer = vocabulary.tokenizer(pieces, args.encoder)
    encoder = network.load_encoder(args.encoder, pieces, {})
    model = network.StanceNetwork(encoder, [pieces.index(marking.TARGET_MARK)])
    model.load_state_dict(torch.load(args.run / args.weights))
    plain, whole = args.run / "fp32.onnx", args.model / "model.onnx"
    (args.model / "assets").mkdir(parents=True, exist_ok=True)

    to_onnx(model, plain)
    quantize(plain, whole, args.floats)
    dev = [q for name in score.CALIBRATION for q in data.target_questions(data.read(args.data / f"{name}.jsonl"))]
    model.temperature.fill_(temperature(score.logits(whole, tokenizer, dev), numpy.array([q.label for q in dev])))
    to_onnx(model, plain)
    quantize(plain, whole, args.floats)

    (args.model / "assets/vocab.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
    (args.model / "assets/labels.txt").write_text("\n".join(LABELS) + "\n", encoding="utf-8")
    digest = hashlib.sha256(whole.read_bytes()).hexdigest()
    card = {
        "id": f"stance-en-{digest[:12]}",
        "sha256": digest,
        "languages": ["en"],
        "encoder": "all-mpnet-base-v2",
        "temperature": round(float(model.temperature), 4),
        "trained": datetime.date.today().isoformat(),
        "settings": json.loads((args.run / "settings.json").read_text()) if (args.run / "settings.json").exists() else {},
        "weights": args.weights,
        "float_matmuls": args.floats,
        "chosen": args.chosen,
        "dev_fp32": score.figures(plain, tokenizer, args.data),
        "dev": score.figures(whole, tokenizer, args.data),
    }
    for key in ("data", "encoder", "output"):
        card["settings"].pop(key, None)
    (args.model / "model.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    shutil.copy(args.run / "vocab.txt", args.model / "assets/vocab.txt")
    print(json.dumps(card, indent=2))


if __name__ == "__main__":
    main()
