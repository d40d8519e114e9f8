"""Writes the reference fits of tests/Gradus.Evaluation.Tests/Calibration. Run with SciPy 1.10 and scikit-learn 1.2: python3 oracles/calibrators.py"""
import json
import pathlib

import numpy
import scipy
import sklearn
from scipy import optimize, special
from sklearn.calibration import _SigmoidCalibration

path = pathlib.Path(__file__).resolve().parent.parent / "tests" / "Gradus.Evaluation.Tests" / "Fixtures" / "calibrators.json"
generator = numpy.random.default_rng(11)


def loss(logits, labels):
    return float(numpy.mean(numpy.maximum(logits, 0) - logits * labels + numpy.log1p(numpy.exp(-numpy.abs(logits)))))


def temperature(logits, labels):
    def slope(log_t):
        scaled = logits * numpy.exp(-log_t)
        return float(-numpy.mean((special.expit(scaled) - labels) * scaled))

    return float(numpy.exp(optimize.brentq(slope, numpy.log(1e-3), numpy.log(1e3), xtol=1e-14)))


def platt(logits, labels):
    """scikit-learn's fit, polished by Newton steps because its BFGS stops at 1e-5."""
    positives = labels.sum()
    targets = numpy.where(labels == 1, (positives + 1) / (positives + 2), 1 / (len(labels) - positives + 2))
    fit = _SigmoidCalibration().fit(logits, labels)
    theta = numpy.array([-fit.a_, -fit.b_])
    start = theta.copy()
    design = numpy.stack([logits, numpy.ones_like(logits)], axis=1)
    for _ in range(50):
        p = special.expit(design @ theta)
        theta = theta - numpy.linalg.solve(design.T @ (design * (p * (1 - p))[:, None]), design.T @ (p - targets))
    assert numpy.allclose(start, theta, atol=1e-2), (start, theta)
    return float(theta[0]), float(theta[1])


cases = []
for rows, factor, shift in [(40, 1.0, 0.0), (200, 3.0, 0.0), (300, 0.4, 0.7), (500, 8.0, -1.0)]:
    honest = generator.normal(-0.5, 1.5, rows)
    labels = (generator.random(rows) < special.expit(honest)).astype(int)
    logits = numpy.round(honest * factor + shift, 6)
    t = temperature(logits, labels)
    a, b = platt(logits, labels)
    cases.append({"logits": logits.tolist(), "labels": labels.tolist(), "temperature": t, "loss": loss(logits / t, labels), "slope": a, "offset": b})

with open(path, "w", encoding="utf-8") as file:
    json.dump({"scipy": scipy.__version__, "sklearn": sklearn.__version__, "cases": cases}, file)
    file.write("\n")
