"""Scores an exported model with the reference tokeniser and bare ONNX Runtime."""

from pathlib import Path

import numpy
import onnxruntime
from sklearn.metrics import accuracy_score, f1_score

from . import data

NEWS = ["labelled/newsmtsc_dev_rw", "labelled/newsmtsc_dev_mt"]
DOMAIN = ["gold/dev"]
DIRECTED = ["labelled/directed_dev", "gold/directed_dev"]
DEV = NEWS + DOMAIN + ["gold/dev_headlines"] + DIRECTED

# The dev sets on which each question's calibration is fitted, and whether the classes are shifted beside the temperature.
CALIBRATED_ON = [(NEWS + DOMAIN + ["gold/dev_headlines"], False), (DIRECTED, True)]


def session(model: Path | bytes) -> onnxruntime.InferenceSession:
    """A model file, or what would stand in one."""
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    # Processors without VNNI overflow in products of unsigned and signed bytes; the job does the same (ExactProducts).
    options.add_session_config_entry("session.x64quantprecision", "1")
    return onnxruntime.InferenceSession(model if isinstance(model, bytes) else str(model), options, providers=["CPUExecutionProvider"])


def outputs(run: onnxruntime.InferenceSession, names: list[str], tokenizer, question) -> list[numpy.ndarray]:
    """What the model computes for one text alone, as the job does: dynamic int8 takes its activation scale from the whole batch."""
    ids = numpy.array([tokenizer(question.text, truncation=True, max_length=512)["input_ids"]], dtype=numpy.int64)
    return run.run(names, {"input_ids": ids, "attention_mask": numpy.ones_like(ids)})


def logits(model: Path, tokenizer, questions) -> numpy.ndarray:
    run = session(model)
    return numpy.array([outputs(run, ["logits"], tokenizer, question)[0][0] for question in questions])


def softmax(z: numpy.ndarray) -> numpy.ndarray:
    e = numpy.exp(z - z.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def ece(probabilities: numpy.ndarray, labels: numpy.ndarray, bins: int = 15) -> float:
    """Expected calibration error of the top class over equal-width bins (Guo et al., ICML 2017)."""
    confidence, hit = probabilities.max(1), probabilities.argmax(1) == labels
    edges = numpy.minimum((confidence * bins).astype(int), bins - 1)
    return float(sum(abs(hit[edges == b].mean() - confidence[edges == b].mean()) * (edges == b).mean() for b in set(edges)))


def least_ece(probabilities: numpy.ndarray, draws: int = 200) -> float:
    """What so few texts would show on average if the probabilities were exactly right: no set can be expected below it."""
    rng = numpy.random.default_rng(0)
    cumulated = probabilities.cumsum(1)
    drawn = [(rng.random((len(probabilities), 1)) > cumulated[:, :2]).sum(1) for _ in range(draws)]
    return float(numpy.mean([ece(probabilities, labels) for labels in drawn]))


def reliability(probabilities: numpy.ndarray, labels: numpy.ndarray, bins: int = 10) -> list[dict]:
    """Confidence against accuracy by bin, empty ones left out."""
    confidence, hit = probabilities.max(1), probabilities.argmax(1) == labels
    edges = numpy.minimum((confidence * bins).astype(int), bins - 1)
    return [
        {
            "low": round(b / bins, 4), "high": round((b + 1) / bins, 4), "n": int((edges == b).sum()),
            "confidence": round(float(confidence[edges == b].mean()), 4), "accuracy": round(float(hit[edges == b].mean()), 4),
        }
        for b in sorted(set(edges))
    ]


def f1_macro(labels, best) -> float:
    return round(100 * f1_score(labels, best, average="macro"), 2)


def figures(rows: list[dict], z: numpy.ndarray) -> dict:
    """What calibrated logits say of labelled rows."""
    labels = numpy.array([row["label"] + 1 for row in rows])
    probabilities = softmax(z)
    best = probabilities.argmax(1)
    targets = [row.get("target") for row in rows]
    return {
        "n": len(labels),
        "f1_macro": f1_macro(labels, best),
        "accuracy": round(100 * accuracy_score(labels, best), 2),
        "ece": round(ece(probabilities, labels), 4),
        "least_ece": round(least_ece(probabilities), 4),
        "brier": round(float(((probabilities - numpy.eye(3)[labels]) ** 2).sum(1).mean()), 4),
        "bins": reliability(probabilities, labels),
        "targets": {
            t: {"n": targets.count(t), "f1_macro": f1_macro(*zip(*[(y, b) for y, b, of in zip(labels, best, targets) if of == t]))}
            for t in sorted({t for t in targets if t in ("Russia", "NATO", "CSTO")})
        },
    }
