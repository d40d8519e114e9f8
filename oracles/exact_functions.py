#!/usr/bin/python3
"""Writes functions of one number to 17 of 30 digits, for the references that float32 functions are held to.

Needs Debian's python3-mpmath (1.2.1). Run it from the repository's root. The arguments are float32 numbers; a result that a
double cannot hold, or does not hold to all its digits, is left out.
"""
import json
import struct
import mpmath
from mpmath import mpf

mpmath.mp.dps = 30


def float32(value):
    return struct.unpack("f", struct.pack("f", value))[0]


def scaled(number):
    return mpf(float32(number))


FUNCTIONS = {
    "exp": mpmath.exp, "exp2": lambda x: mpf(2) ** x, "expm1": mpmath.expm1, "log": mpmath.log, "log2": lambda x: mpmath.log(x) / mpmath.log(2), "log10": mpmath.log10,
    "log1p": mpmath.log1p, "sin": mpmath.sin, "cos": mpmath.cos, "tan": mpmath.tan, "asin": mpmath.asin, "acos": mpmath.acos, "atan": mpmath.atan, "sinh": mpmath.sinh,
    "cosh": mpmath.cosh, "tanh": mpmath.tanh, "asinh": mpmath.asinh, "acosh": mpmath.acosh, "atanh": mpmath.atanh, "erf": mpmath.erf, "erfc": mpmath.erfc,
    "rsqrt": lambda x: 1 / mpmath.sqrt(x), "sigmoid": lambda x: 1 / (1 + mpmath.exp(-x)), "logsigmoid": lambda x: -mpmath.log1p(mpmath.exp(-x)),
    "silu": lambda x: x / (1 + mpmath.exp(-x)), "mish": lambda x: x * mpmath.tanh(mpmath.log1p(mpmath.exp(x))), "gelu": lambda x: x * mpmath.ncdf(x),
    "gelu tanh": lambda x: x / (1 + mpmath.exp(-2 * mpmath.sqrt(2 / mpmath.pi) * (x + mpf("0.044715") * x ** 3))), "softplus": lambda x: mpmath.log1p(mpmath.exp(x)),
    "pow 0.3": lambda x: x ** scaled(0.3), "pow -1.7": lambda x: x ** scaled(-1.7), "pow 5": lambda x: x ** 5, "pow -40": lambda x: x ** -40,
}
POINTS = [float32(s * x) for x in (1e-40, 1e-30, 1e-12, 1e-7, 1e-4, 0.003, 0.05, 0.3, 0.49, 0.51, 0.7, 0.9, 0.999, 1, 1.001, 1.3, 1.99, 2.01, 2.5, 2.79, 2.81, 3.3, 4.4, 5.9, 6.1, 8.8, 9.2, 12.5, 13.9, 30, 80, 1e4,
                                   1e9, 1e20, 3e38) for s in (1, -1)]


def values(function):
    for x in POINTS:
        try:
            y = function(mpf(x))
        except (ValueError, ZeroDivisionError, OverflowError, mpmath.libmp.NoConvergence):
            continue
        if isinstance(y, mpf) and mpf("1e-300") < abs(y) < mpf("1e300"):
            yield [x, float(y)]


with open("tests/Gradus.Tensors.Tests/Fixtures/exact_functions.json", "w") as target:
    target.write("{\n" + ",\n".join(f"{json.dumps(name)}: {json.dumps(list(values(f)))}" for name, f in FUNCTIONS.items()) + "\n}\n")
