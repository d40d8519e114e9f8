#!/usr/bin/python3
"""Writes the fixture of the elementwise operators that oracles/tensors.py does not have.

Needs Debian's python3-torch. Run it from the repository's root. Names are those of the operator table in
tests/Gradus.Tensors.Tests/Ops/Tables.
"""
import torch
from torch.nn import functional as F
from operator_fixture import D, positive, real, write


def inside(*shape):
    return (torch.rand(*shape, dtype=D) * 1.8 - 0.9).round(decimals=4)


CASES = [
    ("exp2", [real(5)], torch.exp2), ("expm1", [real(5) * 0.1], torch.expm1), ("log2", [positive(5)], torch.log2),
    ("log10", [positive(5)], torch.log10), ("log1p", [positive(5) * 0.1], torch.log1p), ("rsqrt", [positive(5)], torch.rsqrt),
    ("reciprocal", [positive(5)], torch.reciprocal), ("tan", [inside(5)], torch.tan), ("asin", [inside(5)], torch.asin),
    ("acos", [inside(5)], torch.acos), ("atan", [real(5)], torch.atan), ("sinh", [real(5)], torch.sinh),
    ("cosh", [real(5)], torch.cosh), ("asinh", [real(5)], torch.asinh), ("acosh", [positive(5) + 1], torch.acosh),
    ("atanh", [inside(5)], torch.atanh), ("erfc", [real(5)], torch.erfc), ("pow 2.5", [positive(5)], lambda a: a ** 2.5),
    ("pow -3", [positive(5)], lambda a: a ** -3), ("pow", [positive(2, 3), real(3)], torch.pow),
    ("logsigmoid", [real(5) * 3], F.logsigmoid), ("silu", [real(5) * 3], F.silu), ("mish", [real(5) * 3], F.mish),
    ("gelu tanh", [real(7) * 2], lambda a: F.gelu(a, approximate="tanh")), ("softplus 2", [real(7)], lambda a: F.softplus(a, 2, 1)),
    ("softsign", [real(5)], F.softsign), ("tanhshrink", [real(5)], F.tanhshrink), ("relu6", [real(7) * 4], F.relu6),
    ("elu", [real(5)], lambda a: F.elu(a, 0.7)), ("selu", [real(5)], F.selu), ("celu", [real(5)], lambda a: F.celu(a, 0.5)),
    ("hardtanh", [real(7)], lambda a: F.hardtanh(a, -0.75, 0.625)), ("hardsigmoid", [real(7) * 2], lambda a: F.relu6(a + 3) / 6),
    ("hardswish", [real(7) * 2], F.hardswish), ("hardshrink", [real(7)], lambda a: F.hardshrink(a, 0.625)),
    ("softshrink", [real(7)], lambda a: F.softshrink(a, 0.625)), ("threshold", [real(7)], lambda a: F.threshold(a, 0.625, -3)),
    ("prelu", [real(2, 3), positive(3)], F.prelu), ("glu", [real(2, 6)], lambda a: F.glu(a, 1)),
    ("sign", [real(5)], torch.sign), ("floor", [real(5) * 3], torch.floor), ("ceil", [real(5) * 3], torch.ceil),
    ("round", [torch.tensor([-2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 0.3], dtype=D)], torch.round), ("trunc", [real(5) * 3], torch.trunc),
    ("frac", [real(5) * 3], torch.frac), ("remainder", [real(2, 3) * 3, real(3)], torch.remainder), ("fmod", [real(2, 3) * 3, real(3)], torch.fmod),
    ("remainder number", [real(6) * 3], lambda a: a.remainder(-1.5)), ("fmod number", [real(6) * 3], lambda a: a.fmod(2)),
    ("floor divide", [real(2, 3) * 3, positive(3)], lambda a, b: torch.div(a, b, rounding_mode="floor").detach()),
    ("atan2", [real(2, 3), real(3)], torch.atan2), ("logaddexp", [real(2, 3), real(3)], torch.logaddexp),
    ("xlogy", [real(2, 3), positive(3)], torch.xlogy), ("lerp", [real(2, 3), real(3), real(2, 1)], lambda a, b, w: torch.lerp(a, b.expand(2, 3), w)),
    ("lerp number", [real(2, 3), real(2, 3)], lambda a, b: torch.lerp(a, b, 0.25)),
    ("addcmul", [real(2, 3), real(3), real(2, 1)], lambda a, b, c: torch.addcmul(a, b, c, value=0.5)),
    ("addcdiv", [real(2, 3), real(3), positive(2, 1)], lambda a, b, c: torch.addcdiv(a, b, c, value=0.5)),
    ("clamp min", [real(7)], lambda a: a.clamp(min=0.6)), ("clamp max", [real(7)], lambda a: a.clamp(max=-0.7)),
    ("clamp tensors", [real(2, 3), real(3) - 1, real(2, 1) + 1], torch.clamp),
    ("greater", [real(2, 3), real(3)], lambda a, b: (a > b).to(D)), ("logical xor", [torch.tensor([0.0, 1, 2, 0], dtype=D), torch.tensor([0.0, 0, 3, 1], dtype=D)], lambda a, b: torch.logical_xor(a, b).to(D)),
]

# F.hardsigmoid's gradient has 1/6 rounded to float32 also for float64, so the formula stands there instead.
# Gradients that are 0 wherever they are defined are not recorded by the engine.
FLAT = {"sign", "floor", "ceil", "round", "trunc"}
CASES = [(n, i, (lambda f: lambda *x: f(*x).detach())(f) if n in FLAT else f) for n, i, f in CASES]

INF, NAN = float("inf"), float("nan")
CASES += [
    ("add number", [real(5)], lambda a: a + 1.5), ("add whole number", [real(5)], lambda a: a + 3), ("number with a point minus", [real(5)], lambda a: 2.5 - a),
    ("subtract number", [real(5)], lambda a: a - 1.5), ("multiply number", [real(5)], lambda a: a * -1.5), ("multiply whole number", [real(5)], lambda a: a * 3),
    ("divide number", [real(5)], lambda a: a / 3), ("negate", [real(5)], torch.neg), ("floor divide number", [real(7) * 3], lambda a: torch.div(a, 2, rounding_mode="floor").detach()),
    ("clamp whole", [real(7)], lambda a: a.clamp(-1, 1)), ("to float64", [real(2, 3)], lambda a: a.to(D)),
    ("nan to num", [torch.tensor([1.5, NAN, INF, -INF], dtype=D)], lambda a: torch.nan_to_num(a, 0.5, 7, -7)),
]

# Every pair of these.
LEFT, RIGHT = [torch.tensor([0.0, -0.0, 1.0, -1.0, 2.5, NAN, INF, -INF], dtype=D).reshape(shape) for shape in ((8, 1), (1, 8))]
ONE = torch.tensor([0.0, -0.0, 1.0, -1.0, 0.5, 2.5, NAN, INF, -INF], dtype=D)
for name, compare in (("equal", torch.eq), ("not equal", torch.ne), ("greater", torch.gt), ("greater equal", torch.ge), ("less", torch.lt), ("less equal", torch.le),
                      ("logical and", torch.logical_and), ("logical or", torch.logical_or), ("logical xor", torch.logical_xor)):
    CASES.append((name, [LEFT, RIGHT], (lambda f: lambda a, b: f(a, b).to(D))(compare)))
for name, test in (("equal number", lambda a: a == 1), ("not equal number", lambda a: a != 1), ("greater number", lambda a: a > 0.5), ("number greater", lambda a: 0.5 > a),
                   ("greater equal number", lambda a: a >= 1), ("number greater equal", lambda a: 1 >= a), ("less number", lambda a: a < 0.5), ("less equal number", lambda a: a <= 1),
                   ("logical not", torch.logical_not), ("is nan", torch.isnan), ("is inf", torch.isinf), ("is finite", torch.isfinite)):
    CASES.append((name, [ONE], (lambda f: lambda a: f(a).to(D))(test)))

write("_elementwise", CASES)
