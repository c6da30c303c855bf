"""Reference values for what is computed of labelled samples and of pairs of holders.

KrippendorffAlpha by krippendorff 0.9.0, WeightedConfusion by scikit-learn 1.9.1, the weighted CalibrationError by numpy,
DesignMean by samplics 0.6.1 and scipy's Student t, ItemBootstrap by scipy's bootstrap, PairedSeries by scipy.

Writes src/test/resources/statistics/validation.json. Run from the repository root:
    pip install -r src/test/reference/requirements.txt && python src/test/reference/validation.py
"""

import json
from pathlib import Path

import krippendorff
import numpy as np
from samplics.estimation import TaylorEstimator
from samplics.utils.types import PopParam
from scipy import stats
from sklearn.metrics import accuracy_score, f1_score

TARGET = Path("src/test/resources/statistics/validation.json")


def alpha_cases(random):
    for annotators, units, agree, missing in ((2, 30, 0.8, 0.0), (3, 60, 0.6, 0.2), (5, 200, 0.5, 0.5), (4, 25, 0.0, 0.1)):
        truth = random.integers(-1, 2, units)
        data = np.where(random.random((annotators, units)) < agree, truth, random.integers(-1, 2, (annotators, units)))
        data = np.where(random.random((annotators, units)) < missing, np.nan, data.astype(float))
        yield {
            "units": [[float(v) for v in data[:, u] if not np.isnan(v)] for u in range(units)],
            "nominal": krippendorff.alpha(reliability_data=data, level_of_measurement="nominal"),
            "interval": krippendorff.alpha(reliability_data=data, level_of_measurement="interval"),
        }


def classification(random, n):
    truth = random.choice(3, n, p=[0.3, 0.5, 0.2])
    predicted = np.where(random.random(n) < 0.7, truth, random.choice(3, n))
    weight = np.round(random.uniform(1, 40, n), 3)
    confidence = np.round(random.uniform(0.34, 1.0, n), 4)
    correct = np.round(random.integers(0, 4, n) / 3, 12)
    bins = np.minimum((confidence * 15).astype(int), 14)
    gaps = [abs(np.sum(weight[bins == b] * (correct[bins == b] - confidence[bins == b]))) for b in range(15)]
    return {
        "truth": truth.tolist(), "predicted": predicted.tolist(), "weight": weight.tolist(),
        "confidence": confidence.tolist(), "correct": correct.tolist(),
        "accuracy": accuracy_score(truth, predicted, sample_weight=weight),
        "f1_macro": f1_score(truth, predicted, average="macro", sample_weight=weight),
        "ece": float(np.sum(gaps) / weight.sum()),
    }


def design_cases(random):
    for clusters, most in ((12, 1), (40, 4), (150, 9)):
        cluster = np.repeat(np.arange(clusters), random.integers(1, most + 1, clusters))
        values = np.round(np.clip(random.normal(0.1, 0.5, len(cluster)), -2, 2), 5)
        probability = np.round(random.uniform(0.01, 1.0, len(cluster)), 5)
        estimator = TaylorEstimator(PopParam.mean)
        estimator.estimate(y=values, samp_weight=1 / probability, psu=cluster)
        mean, error = float(estimator.point_est), float(estimator.stderror)
        half = stats.t.ppf(0.975, clusters - 1) * error
        yield {"values": values.tolist(), "probability": probability.tolist(), "cluster": cluster.tolist(),
               "mean": mean, "standard_error": error, "low": mean - half, "high": mean + half}


def paired_cases(random):
    for n in (5, 40):
        a = np.round(random.uniform(-1, 1, n), 5)
        b = np.round(np.clip(0.5 * a + random.normal(0, 0.3, n), -1, 1), 5)
        yield {"a": a.tolist(), "b": b.tolist(), "correlation": float(stats.pearsonr(a, b).statistic),
               "difference": float(np.mean(np.abs(a - b)))}


def bootstrap(random):
    values = np.round(random.gamma(1.5, 1.0, 40), 4)
    result = stats.bootstrap((values,), np.mean, n_resamples=200_000, method="percentile", batch=5_000, random_state=7)
    return {"values": values.tolist(), "low": float(result.confidence_interval.low),
            "high": float(result.confidence_interval.high), "sd": float(result.standard_error)}


def main():
    random = np.random.default_rng(20240224)
    TARGET.write_text(json.dumps({
        "alpha": list(alpha_cases(random)),
        "classification": classification(random, 240),
        "design_mean": list(design_cases(random)),
        "paired": list(paired_cases(random)),
        "bootstrap": bootstrap(random),
    }, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
