"""Adds trained adapters to a model, as a patch of its file: `python -m stance.adapt --run DIR --encoder DIR --data DIR --base DIR --model DIR`."""

import argparse
import json
import shutil
from pathlib import Path

import numpy
import onnx
import torch
from onnx import helper, numpy_helper

from . import data, export, network, outliers, patching, restore, score, vocabulary


def add(model: onnx.ModelProto, adapters: dict[str, tuple[numpy.ndarray, numpy.ndarray]]):
    """Adds to each stored weight the product of its two small matrices, kept in half precision. ONNX Runtime multiplies and adds them when it loads the file."""
    graph = model.graph
    stored = {node.output[0]: node for node in graph.node if node.op_type == "Mul" and node.input[0].endswith("_float")}
    for node in [n for n in graph.node if n.op_type == "MatMul" and n.input[1] in stored]:
        weight = node.input[1]
        module = restore.module(node)
        if module not in adapters:
            continue
        down, up = adapters[module]
        stored[weight].output[0] = weight + "_stored"
        parts = {"down": down, "up": up}
        for part, array in parts.items():
            graph.initializer.append(numpy_helper.from_array(array.astype(numpy.float16), f"{weight}_{part}"))
        at = list(graph.node).index(stored[weight]) + 1
        for offset, added in enumerate([
            *(helper.make_node("Cast", [f"{weight}_{p}"], [f"{weight}_{p}_float"], to=onnx.TensorProto.FLOAT) for p in parts),
            helper.make_node("MatMul", [f"{weight}_down_float", f"{weight}_up_float"], [f"{weight}_learned"]),
            helper.make_node("Add", [f"{weight}_stored", f"{weight}_learned"], [weight]),
        ]):
            graph.node.insert(at + offset, added)


def unsmooth(model: onnx.ModelProto):
    """Appends to the graph what `export.calibrated` does after temperature and shift."""
    graph = model.graph
    last = next(node for node in graph.node if node.output[0] == "logits")
    last.output[0] = "smoothed"
    constants = {"third": network.SMOOTHING / 3, "kept": 1 - network.SMOOTHING, "least": export.LEAST}
    graph.initializer.extend(numpy_helper.from_array(numpy.array(value, numpy.float32), name) for name, value in constants.items())
    graph.node.extend([
        helper.make_node("Softmax", ["smoothed"], ["likely"], axis=-1),
        helper.make_node("Sub", ["likely", "third"], ["less"]),
        helper.make_node("Div", ["less", "kept"], ["given_back"]),
        helper.make_node("Max", ["given_back", "least"], ["probabilities"]),
        helper.make_node("Log", ["probabilities"], ["logits"]),
    ])


def check(path: Path, tokenizer, measured: export.Measured, fitted: export.Calibration, count: int = 40):
    """Refuses a file whose graph says something else than the card, which was computed beside it. The graph keeps temperature and shift in bytes, so they agree to a hundredth."""
    for name in (score.NEWS[0], score.DIRECTED[0]):
        asked = int(name in score.DIRECTED)
        said = score.softmax(score.logits(path, tokenizer, data.questions(measured.rows[name][:count])))
        computed = export.calibrated(measured.logits[name][:count], fitted.temperature[asked], fitted.shift[asked])
        numpy.testing.assert_allclose(said, score.softmax(computed), atol=0.01, err_msg=f"{path}: the calibration in the graph is not the fitted one")


def calibrate(model: onnx.ModelProto, temperature: numpy.ndarray, shift: numpy.ndarray):
    """Sets the divisor and the shift of each question's logits, which the file holds in bytes."""
    constants = {i.name: i for i in model.graph.initializer}
    for name, values in (("temperature", temperature), ("shift", shift)):
        low, high = min(0.0, values.min()), max(0.0, values.max())
        scale = numpy.float32((high - low) / 255 or 1.0)
        zero = int(round(-low / scale))
        whole = numpy.clip(numpy.rint(values / scale) + zero, 0, 255).astype(numpy.uint8)
        for part, array in (("quantized", whole), ("scale", numpy.array(scale)), ("zero_point", numpy.array(zero, numpy.uint8))):
            constants[f"model.{name}_{part}"].CopyFrom(numpy_helper.from_array(array, f"model.{name}_{part}"))


def between(run: Path, before: Path | None, part: float) -> dict[str, torch.Tensor]:
    """A run's adapters, or what lies `part` of the way to them from those of the stage before (Wortsman et al., CVPR 2022)."""
    last = torch.load(run / "last.pt")
    if before is None:
        return last
    first = torch.load(before / "last.pt")
    return {name: (1 - part) * first[name] + part * value for name, value in last.items()}


def matrices(adapters: dict[str, torch.Tensor]) -> dict[str, tuple[numpy.ndarray, numpy.ndarray]]:
    """The small matrices by module: [inputs, rank] and [rank, outputs], their product to be added to the weight."""
    modules = [name.removesuffix(".down") for name in adapters if name.endswith(".down")]
    return {m: (adapters[m + ".down"].T.numpy(), network.LowRank.SCALE * adapters[m + ".up"].T.numpy()) for m in modules}


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--run", type=Path, required=True, help="what stance.train wrote")
    args.add_argument("--encoder", type=Path, required=True)
    args.add_argument("--data", type=Path, required=True)
    args.add_argument("--base", type=Path, required=True, help="folder of the model that training started from")
    args.add_argument("--model", type=Path, required=True, help="folder that the job ships")
    args.add_argument("--before", type=Path, help="run of the stage before, for adapters that lie between the two")
    args.add_argument("--part", type=float, default=1.0, help="of the way from the stage before, from 0 to 1")
    args.add_argument("--share", type=float, help="of the feed-forward channels' range that moves into their weights, to run them in int8, for comparison")
    args.add_argument("--candidates", type=Path, help="JSON of what was tried and its dev figures, for the card")
    args = args.parse_args()
    base, whole = args.model / patching.BASE, args.run / "model.onnx"
    shutil.copytree(args.base / "assets", args.model / "assets", dirs_exist_ok=True)
    shutil.copy(args.base / "model.onnx", base)
    pieces = (args.base / "assets/vocab.txt").read_text(encoding="utf-8").splitlines()
    tokenizer = vocabulary.tokenizer(pieces, args.encoder)
    model = onnx.load(base)
    add(model, matrices(between(args.run, args.before, args.part)))
    calibrate(model, numpy.ones(3), numpy.zeros((3, 3)))
    if args.share:
        onnx.save(model, whole)
        outliers.move(model, outliers.ranges(whole, tokenizer, outliers.sample(args.data)), args.share)
    onnx.checker.check_model(model)
    onnx.save(model, whole)
    measured = export.Measured.of(whole, tokenizer, args.data)
    fitted = export.Calibration.of(measured)
    calibrate(model, fitted.temperature, fitted.shift)
    unsmooth(model)
    onnx.checker.check_model(model)
    onnx.save(model, whole)
    check(whole, tokenizer, measured, fitted)
    (args.model / patching.PATCH).write_bytes(patching.patch(base.read_bytes(), whole.read_bytes()))
    settings = json.loads((args.run / "settings.json").read_text()) | {"part": args.part, "share": args.share}
    floats = [] if args.share else json.loads((args.base / "model.json").read_text())["float_matmuls"]
    export.write_card(args.model, whole, tokenizer, measured, fitted, settings, floats, args.candidates)


if __name__ == "__main__":
    main()
