"""Writes tests/Gradus.Tensors.Tests/Fixtures/normal_quantile.json: quantiles of the standard normal distribution at 40 digits, rounded to double.

Needs mpmath (1.2.1 was used). Probabilities are doubles, so that the reference is asked the very same question.
"""
import json
import pathlib
import random

import mpmath

mpmath.mp.dps = 40


def quantile(probability):
    p = mpmath.mpf(probability)
    if p < mpmath.mpf("0.5"):
        return -quantile_above(p, True)
    return quantile_above(1 - p, False) if p != mpmath.mpf("0.5") else mpmath.mpf(0)


def quantile_above(tail, _):
    """The x above 0 with erfc(x / sqrt 2) / 2 = tail, by Newton steps from the asymptotic start."""
    x = mpmath.sqrt(-2 * mpmath.log(tail)) if tail < 0.1 else mpmath.mpf(1)
    for _ in range(200):
        step = (mpmath.erfc(x / mpmath.sqrt(2)) / 2 - tail) / (mpmath.exp(-x * x / 2) / mpmath.sqrt(2 * mpmath.pi))
        x += step
        if abs(step) < mpmath.mpf(10) ** -35:
            return x
    raise ValueError(f"no convergence at {tail}")


random.seed(1)
points = [random.random() for _ in range(60)] + [10.0 ** -k * random.uniform(1, 9) for k in range(1, 300, 6)]
points += [0.075, 0.925, 0.07500000000000001, 2.0 ** -54, 1 - 2.0 ** -53, 0.5 + 2.0 ** -53, 1.3887943864964e-11]
rows = [{"probability": p, "quantile": float(quantile(p))} for p in points]
target = pathlib.Path(__file__).parent.parent / "tests/Gradus.Tensors.Tests/Fixtures/normal_quantile.json"
target.write_text("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n")
