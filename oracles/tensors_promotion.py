#!/usr/bin/python3
"""Writes the fixture of type promotion: which type PyTorch gives to functions of two tensors, and of a tensor and a number.

Needs Debian's python3-torch (1.13.0). Run it from the repository's root. Ranks are 0 (a single number) and 1. A type is
null where PyTorch raises an error.
"""
import json
import torch

NAMES = {torch.float32: "Float32", torch.float64: "Float64", torch.int64: "Int64", torch.int32: "Int32", torch.bool: "Bool",
         torch.bfloat16: "BFloat16", torch.int8: "Int8"}
MASK = torch.tensor([True, False])
PAIRS = {"type": lambda a, b: torch.empty(0, dtype=torch.result_type(a, b)), "add": torch.add, "subtract": torch.sub, "multiply": torch.mul,
         "divide": torch.div, "maximum": torch.maximum, "minimum": torch.minimum, "where": lambda a, b: torch.where(MASK, a, b),
         "floor divide": lambda a, b: torch.div(a, b, rounding_mode="floor"), "remainder": torch.remainder, "fmod": torch.fmod, "power": torch.pow}
NUMBERS = {"add": lambda a, n: a + n, "subtract": lambda a, n: a - n, "subtract from": lambda a, n: n - a, "multiply": lambda a, n: a * n,
           "divide": lambda a, n: a / n, "power": lambda a, n: a ** n, "floor divide": lambda a, n: torch.div(a, n, rounding_mode="floor"),
           "remainder": torch.remainder, "fmod": torch.fmod}
UNARY = {"negate": torch.neg, "square": torch.square, "sign": torch.sign, "abs": torch.abs}


def tensor(dtype, rank):
    return torch.ones([2] * rank).to(dtype)


def type_of(run, *inputs):
    try:
        return NAMES[run(*inputs).dtype]
    except RuntimeError:
        return None


TENSORS = [(dtype, rank) for dtype in NAMES for rank in (0, 1)]
pairs = [{"a": NAMES[a], "rankA": i, "b": NAMES[b], "rankB": j, **{name: type_of(run, tensor(a, i), tensor(b, j)) for name, run in PAIRS.items()}}
         for a, i in TENSORS for b, j in TENSORS]
numbers = [{"a": NAMES[a], "rankA": i, "number": kind, **{name: type_of(run, tensor(a, i), number) for name, run in NUMBERS.items()}}
           for a, i in TENSORS for kind, number in (("whole", 2), ("point", 2.0), ("real", 2.5))]
unary = [{"a": NAMES[a], "rankA": i, **{name: type_of(run, tensor(a, i)) for name, run in UNARY.items()}}
         for a, i in TENSORS]

with open("tests/Gradus.Tensors.Tests/Fixtures/promotion.json", "w") as target:
    parts = [f'"{name}": [\n' + ",\n".join(json.dumps(row) for row in rows) + "\n]" for name, rows in (("pairs", pairs), ("numbers", numbers), ("unary", unary))]
    target.write("{\n" + ",\n".join(parts) + "\n}\n")
