"""Writes the reference values of tests/Gradus.Labs.Tests. Run with SciPy 1.10: python3 oracles/labs.py"""
import json
import pathlib

import numpy
import scipy
from scipy import special, stats

folder = pathlib.Path(__file__).resolve().parent.parent / "tests" / "Gradus.Labs.Tests" / "Fixtures"


def two_sided(confidence, n):
    """stats.t.ppf is good to 1e-9 only, so its value is polished by Newton steps on the regularised incomplete beta function."""
    x = float(stats.t.ppf(0.5 + confidence / 2, n))
    for _ in range(20):
        x -= (1 - special.betainc(n / 2, 0.5, n / (n + x * x)) - confidence) / (2 * stats.t.pdf(x, n))
    return float(x)


degrees = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 19, 29, 30, 99, 100, 999]
confidences = [0.5, 0.8, 0.9, 0.95, 0.99, 0.999]
quantiles = [
    {"degrees": n, "confidence": c, "value": two_sided(c, n)}
    for n in degrees
    for c in confidences
]

generator = numpy.random.default_rng(7)
means = []
for size in [2, 3, 5, 10, 40]:
    values = generator.normal(0.3, 0.7, size)
    half = two_sided(0.95, size - 1) * stats.sem(values)
    low, high = values.mean() - half, values.mean() + half
    means.append({"values": values.tolist(), "mean": float(values.mean()), "low": float(low), "high": float(high)})

folder.mkdir(parents=True, exist_ok=True)
with open(folder / "student-t.json", "w", encoding="utf-8") as file:
    json.dump({"scipy": scipy.__version__, "quantiles": quantiles, "means": means}, file, indent=1)
    file.write("\n")
