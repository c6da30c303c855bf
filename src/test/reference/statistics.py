"""Reference values for org.parallax.statistics, by other methods than the Java code.

Writes src/test/resources/statistics/label_mean.json. Run from the repository root:
    pip install -r src/test/reference/requirements.txt && python src/test/reference/statistics.py
"""

import json
from pathlib import Path

import numpy as np
from scipy import fft

TARGET = Path("src/test/resources/statistics")


def label_mean(p):
    """Distribution of the sum by inverting its characteristic function (Java convolves), and its central 95 % interval."""
    n = len(p)
    omega = 2 * np.pi * np.arange(2 * n + 1) / (2 * n + 1)
    characteristic = np.prod(
        p[:, 0, None] + p[:, 1, None] * np.exp(1j * omega) + p[:, 2, None] * np.exp(2j * omega), axis=0)
    sums = np.clip(fft.fft(characteristic).real / (2 * n + 1), 0, None)
    cumulated = np.cumsum(sums)
    low, high = (np.searchsorted(cumulated, level - 1e-12) - n for level in (0.025, 0.975))
    return sums, low / n, high / n


def label_cases(random):
    kinds = {"doubtful": (2.0, 2.0, 2.0), "sure": (0.1, 0.4, 0.1), "one-sided": (6.0, 1.0, 0.3)}
    for kind, alpha in kinds.items():
        for n in (1, 2, 3, 7, 40, 400, 401, 1000):
            p = np.round(random.dirichlet(alpha, n), 4)
            p[:, 1] = np.round(1 - p[:, 0] - p[:, 2], 4)
            p = np.clip(p, 0, 1)
            p = p / p.sum(axis=1, keepdims=True)
            p = np.round(p, 4)
            q = p / p.sum(axis=1, keepdims=True)
            sums, low, high = label_mean(q)
            yield {"name": f"{kind}, {n}", "labels": p.tolist(), "low": low, "high": high,
                   "sums": [float(f"{s:.12g}") for s in sums] if n <= 40 else []}


def main():
    random = np.random.default_rng(20090614)
    TARGET.mkdir(parents=True, exist_ok=True)
    (TARGET / "label_mean.json").write_text(json.dumps(list(label_cases(random)), separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
