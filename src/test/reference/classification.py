"""Reference values for `Confusion` and `CalibrationError` by scikit-learn 1.9.1 and numpy 2.4.6.

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
with open("src/test/resources/statistics/classification.json", "w") as out:
    json.dump(
        {
            "truth": truth.tolist(), "predicted": predicted.tolist(), "confidence": confidence.tolist(),
            "confusion": confusion_matrix(truth, predicted).tolist(), "accuracy": accuracy_score(truth, predicted),
            "f1_macro": f1_score(truth, predicted, average="macro"), "precision": precision.tolist(),
            "recall": recall.tolist(), "f1": f1.tolist(), "ece": ece,
        },
        out, indent=1,
    )
