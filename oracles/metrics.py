#!/usr/bin/python3
"""Writes the fixture of the classification metrics: tests/Gradus.Evaluation.Tests/Fixtures/metrics.json.

Needs numpy and scikit-learn (written with numpy 1.24.2 and scikit-learn 1.2.1). Run it from the repository's root.
ECE has no function in scikit-learn; it is computed here by loops over masks, apart from the C# code.
"""
import json
import numpy as np
import sklearn
from sklearn import metrics as m

rng = np.random.default_rng(20261121)


def ece_width(p, y, bins):
    edges, total = [b / bins for b in range(bins + 1)], 0.0  # not linspace: its 6 * 0.1 is above 0.6
    for b in range(bins):
        mask = (p >= edges[b]) & ((p < edges[b + 1]) if b < bins - 1 else (p <= 1))
        if mask.any():
            total += mask.sum() * abs(p[mask].mean() - y[mask].mean())
    return total / len(p)


def ece_mass(p, y, bins):
    order = np.lexsort((y, p))
    total = 0.0
    for b in range(bins):
        part = order[b * len(p) // bins:(b + 1) * len(p) // bins]
        if len(part):
            total += len(part) * abs(p[part].mean() - y[part].mean())
    return total / len(p)


def binary(name, p, y, threshold=0.5):
    called = (p >= threshold).astype(int)
    fpr, tpr, _ = m.roc_curve(y, p, drop_intermediate=False)
    precision, recall, _ = m.precision_recall_curve(y, p)
    return {
        "name": name, "scores": p.tolist(), "labels": y.tolist(), "threshold": threshold,
        "accuracy": m.accuracy_score(y, called), "balancedAccuracy": m.balanced_accuracy_score(y, called),
        "precision": m.precision_score(y, called), "recall": m.recall_score(y, called), "f1": m.f1_score(y, called),
        "specificity": m.recall_score(1 - y, 1 - called),
        "auroc": m.roc_auc_score(y, p), "averagePrecision": m.average_precision_score(y, p),
        "logLoss": m.log_loss(y, p), "brier": m.brier_score_loss(y, p),
        "eceWidth10": ece_width(p, y, 10), "eceWidth15": ece_width(p, y, 15), "eceMass10": ece_mass(p, y, 10),
        "roc": [fpr.tolist(), tpr.tolist()], "precisionRecall": [recall[::-1].tolist(), precision[::-1].tolist()],
    }


def sample(n, rate, noise, digits):
    y = (rng.random(n) < rate).astype(int)
    z = 1.5 * (2 * y - 1) + rng.normal(size=n) * noise + np.log(rate / (1 - rate))
    return np.round(1 / (1 + np.exp(-z)), digits), y


cases = [
    binary("smooth", *sample(200, 0.4, 1.5, 12)),
    binary("heavy ties", *sample(300, 0.3, 2.0, 1)),
    binary("rare", *sample(400, 0.05, 1.5, 6), threshold=0.2),
    binary("all one score", np.full(20, 0.25), np.tile([0, 0, 0, 1], 5), threshold=0.1),
    binary("certain and wrong", np.array([0.0, 1.0, 1.0, 0.0, 0.5]), np.array([0, 1, 0, 1, 1])),
]
labels, calls = rng.integers(0, 4, 120), rng.integers(0, 4, 120)
calls[:60] = labels[:60]
many = {
    "labels": labels.tolist(), "predictions": calls.tolist(), "classes": 4,
    "matrix": m.confusion_matrix(labels, calls).tolist(), "accuracy": m.accuracy_score(labels, calls),
    "balancedAccuracy": m.balanced_accuracy_score(labels, calls), "macroF1": m.f1_score(labels, calls, average="macro"),
    "precision": m.precision_score(labels, calls, average=None).tolist(), "recall": m.recall_score(labels, calls, average=None).tolist(),
}
with open("tests/Gradus.Evaluation.Tests/Fixtures/metrics.json", "w") as file:
    json.dump({"versions": {"numpy": np.__version__, "sklearn": sklearn.__version__}, "binary": cases, "many": many}, file)
    file.write("\n")
