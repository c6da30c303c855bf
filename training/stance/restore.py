"""Weights back from a shipped int8 file, so that training goes on from it."""

from pathlib import Path

import numpy
import onnx
import torch
from onnx import numpy_helper


def weights(path: Path) -> dict[str, torch.Tensor]:
    """Parameters by their names in `StanceNetwork`, dequantised; MatMul weights are transposed back to Linear's."""
    graph = onnx.load(path).graph
    arrays = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    found = {name.removeprefix("model."): array for name, array in arrays.items() if name.startswith("model.")}
    for node in graph.node:
        if "MatMul" not in node.op_type or not node.name.startswith("/model/"):
            continue
        name = module(node) + ".weight"
        base = node.input[1].removesuffix("_quantized")
        if base + "_quantized" in arrays:
            found[name] = dequantised(arrays[base + "_quantized"], arrays[base + "_scale"], arrays[base + "_zero_point"]).T
        elif base + "_int8" in arrays:
            found[name] = (arrays[base + "_int8"] * arrays[base + "_scale"]).T
    restored = {}
    for name, array in found.items():
        if name.endswith("_quantized"):
            base = name.removesuffix("_quantized")
            restored[base] = dequantised(array, found[base + "_scale"], found[base + "_zero_point"])
        elif not name.endswith(("_scale", "_zero_point")):
            restored[name] = array
    return {name: torch.from_numpy(numpy.array(array)) for name, array in restored.items()}


def module(node) -> str:
    """The part of `StanceNetwork` that a MatMul stems from."""
    return ".".join(node.name.split("/")[2:-1])


def dequantised(whole, scale, zero):
    return (whole.astype(numpy.float32) - zero.astype(numpy.float32)) * scale


def load(model, path: Path):
    """Starts `model` from the file. The head's columns for the holder, which an earlier file lacks, start at zero."""
    there = weights(path)
    own = model.state_dict()
    dense = torch.zeros_like(own["dense.weight"])
    dense[:, : there["dense.weight"].shape[1]] = there["dense.weight"]
    there["dense.weight"] = dense
    missing = [n for n in own if n not in there and n not in ("temperature", "shift") and "position_ids" not in n]
    if missing:
        raise ValueError(f"{path} lacks {missing[:5]} and perhaps more")
    model.load_state_dict({n: there.get(n, v).reshape(v.shape).to(v.dtype) if n not in ("temperature", "shift") else v for n, v in own.items()})
