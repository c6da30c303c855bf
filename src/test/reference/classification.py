"""Reference values for `Confusion`, `ConfusionBootstrap`, `CalibrationError` and `BrierScore` by scikit-learn 1.9.1 and numpy 2.4.6.

Run from the repository root; the tests read what it wrote: python src/test/reference/classification.py
"""

import json

import numpy
from sklearn.metrics import accuracy_score, confusion_matrix, f1_score, precision_recall_fscore_support

rng = numpy.random.default_rng(20)
truth = rng.choice(3, 240, p=[0.3, 0.5, 0.2])
predicted = numpy.where(rng.random(240) < 0.7, truth, rng.choice(3, 240))
confidence = numpy.round(rng.uniform(0.34, 1.0, 240), 4)
hit = truth == predicted
edges = numpy.linspace(0, 1, 16)
ece = 0.0
for low, high in zip(edges[:-1], edges[1:]):
    inside = (confidence >= low) & (confidence < high if high < 1 else confidence <= high)
    if inside.any():
        ece += inside.mean() * abs(hit[inside].mean() - confidence[inside].mean())
precision, recall, f1, _ = precision_recall_fscore_support(truth, predicted)
probabilities = numpy.round(rng.dirichlet([1, 1, 1], 240), 6)
probabilities[:, 2] = 1 - probabilities[:, 0] - probabilities[:, 1]
brier = ((probabilities - numpy.eye(3)[truth]) ** 2).sum(1).mean()
cluster = rng.integers(0, 90, 240)
members = [numpy.flatnonzero(cluster == c) for c in numpy.unique(cluster)]
resampled = []
for _ in range(20_000):
    drawn = numpy.concatenate([members[i] for i in rng.integers(0, len(members), len(members))])
    counts = numpy.zeros((3, 3))
    numpy.add.at(counts, (truth[drawn], predicted[drawn]), 1)
    resampled.append((2 * counts.diagonal() / (counts.sum(0) + counts.sum(1))).mean())
low, high = numpy.quantile(resampled, [0.025, 0.975])
with open("src/test/resources/statistics/classification.json", "w") as out:
    json.dump(
        {
            "truth": truth.tolist(), "predicted": predicted.tolist(), "confidence": confidence.tolist(),
            "confusion": confusion_matrix(truth, predicted).tolist(), "accuracy": accuracy_score(truth, predicted),
            "f1_macro": f1_score(truth, predicted, average="macro"), "precision": precision.tolist(),
            "recall": recall.tolist(), "f1": f1.tolist(), "ece": ece,
            "probabilities": probabilities.tolist(), "brier": brier, "cluster": cluster.tolist(),
            "f1_macro_low": low, "f1_macro_high": high,
        },
        out, indent=1,
    )
