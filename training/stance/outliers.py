"""Lets the feed-forward MatMuls run in int8, for comparison (`stance.adapt --share`), although a few channels of what they read are thirty times as large as the others.

One scale for all channels leaves the ordinary ones three or four bits. So each channel is divided by a factor, and its row of the weight
multiplied by it, which changes nothing but the range (SmoothQuant, Xiao et al., ICML 2023). The factors are a few kilobytes; ONNX Runtime
makes the int8 weights of them, of the stored weights and of the adapters when it loads the file.
"""

import random
from pathlib import Path

import numpy
import onnx
from onnx import helper, numpy_helper

from . import data, score

LEAST = 1e-4  # a channel that is never used has a factor, too
FEED_FORWARD = ("intermediate/dense", "output/dense")


def matmuls(graph) -> list:
    """The MatMuls of the encoder's feed-forward layers, weights in float."""
    return [n for n in graph.node if n.op_type == "MatMul" and "/layer." in n.name and any(part in n.name for part in FEED_FORWARD)]


def sample(folder: Path, count: int = 100, seed: int = 7) -> list:
    """Questions of the training parts, as many of each."""
    rng, sets = random.Random(seed), data.Sets.of(folder)
    return [question for rows in (sets.news, sets.gold, sets.pairs, sets.aimed) for question in rng.sample(data.questions(rows), count)]


def ranges(path: Path, tokenizer, questions) -> dict[str, tuple[numpy.ndarray, numpy.ndarray]]:
    """By MatMul, the largest absolute value of each input channel over the questions, and of that channel's row of the weight."""
    model = onnx.load(path)
    nodes = matmuls(model.graph)
    read, weights = [n.input[0] for n in nodes], [n.input[1] for n in nodes]
    model.graph.output.extend(helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None) for name in read + weights)
    run = score.session(model.SerializeToString())
    largest, rows = [numpy.zeros(1)] * len(nodes), []
    for number, question in enumerate(questions):
        found = score.outputs(run, read + (weights if number == 0 else []), tokenizer, question)
        rows = rows or [numpy.abs(weight).max(axis=1) for weight in found[len(nodes) :]]
        largest = [numpy.maximum(most, numpy.abs(values[0]).max(axis=0)) for most, values in zip(largest, found)]
    return {node.name: both for node, *both in zip(nodes, largest, rows)}


def factors(largest: numpy.ndarray, rows: numpy.ndarray, share: float) -> numpy.ndarray:
    """What each channel is divided by: `share` of its range moves into the weight. Their geometric mean is 1."""
    factor = numpy.maximum(largest, LEAST) ** share / numpy.maximum(rows, LEAST) ** (1 - share)
    return factor / numpy.exp(numpy.log(factor).mean())


def move(model: onnx.ModelProto, ranges: dict[str, tuple[numpy.ndarray, numpy.ndarray]], share: float):
    """Puts dynamic int8 MatMuls in the place of the feed-forward ones, with a factor for each channel in half precision."""
    graph = model.graph
    constants = {"int8_most": numpy.float32(127), "int8_zero": numpy.int8(0), "row": numpy.array([-1])}
    graph.initializer.extend(numpy_helper.from_array(numpy.array(value), name) for name, value in constants.items())
    for node in matmuls(graph):
        read, weight, name = node.input[0], node.input[1], node.name
        factor = factors(*ranges[name], share).astype(numpy.float16)
        graph.initializer.append(numpy_helper.from_array(factor[:, None], f"{weight}_factor"))
        at = list(graph.node).index(node)
        graph.node.remove(node)
        for offset, added in enumerate([
            # Of constants alone: folded when the file is loaded.
            helper.make_node("Cast", [f"{weight}_factor"], [f"{weight}_times"], to=onnx.TensorProto.FLOAT),
            helper.make_node("Mul", [weight, f"{weight}_times"], [f"{weight}_even"]),
            helper.make_node("Abs", [f"{weight}_even"], [f"{weight}_size"]),
            helper.make_node("ReduceMax", [f"{weight}_size"], [f"{weight}_largest"], axes=[0], keepdims=0),
            helper.make_node("Div", [f"{weight}_largest", "int8_most"], [f"{weight}_step"]),
            helper.make_node("Div", [f"{weight}_even", f"{weight}_step"], [f"{weight}_steps"]),
            helper.make_node("Round", [f"{weight}_steps"], [f"{weight}_whole"]),
            helper.make_node("Cast", [f"{weight}_whole"], [f"{weight}_bytes"], to=onnx.TensorProto.INT8),
            helper.make_node("Reciprocal", [f"{weight}_times"], [f"{weight}_inverse"]),
            helper.make_node("Reshape", [f"{weight}_inverse", "row"], [f"{weight}_by"]),
            # The pattern that ONNX Runtime makes one operation of.
            helper.make_node("Mul", [read, f"{weight}_by"], [f"{name}_read"], name=f"{name}_even"),
            helper.make_node("DynamicQuantizeLinear", [f"{name}_read"], [f"{name}_q", f"{name}_q_scale", f"{name}_q_zero"], name=f"{name}_quantize"),
            helper.make_node("MatMulInteger", [f"{name}_q", f"{weight}_bytes", f"{name}_q_zero", "int8_zero"], [f"{name}_sum"], name=f"{name}_quant"),
            helper.make_node("Cast", [f"{name}_sum"], [f"{name}_sum_float"], to=onnx.TensorProto.FLOAT, name=f"{name}_cast"),
            helper.make_node("Mul", [f"{name}_q_scale", f"{weight}_step"], [f"{name}_scale"], name=f"{name}_scales"),
            helper.make_node("Mul", [f"{name}_sum_float", f"{name}_scale"], [node.output[0]], name=f"{name}_output"),
        ]):
            graph.node.insert(at + offset, added)
