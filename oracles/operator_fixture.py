"""What the scripts tensors*.py share: how inputs are drawn and how a fixture of operators is written.

A fixture is tests/Gradus.Tensors.Tests/Fixtures/operators*.json. For each operator: float64 inputs, the result, and the
gradients of the sum of (result * weight), where weight counts 1, 2, 3, 1, 2, 3, ... over the elements of the result.
What JSON has no numbers for stands there as "NaN", "Infinity" and "-Infinity".
Written with torch 1.13.0, Debian's python3-torch.
"""
import json
import math
import torch

torch.manual_seed(20261121)
D = torch.float64


def real(*shape):
    return (torch.rand(*shape, dtype=D) * 4 - 2).round(decimals=4)


def positive(*shape):
    return (torch.rand(*shape, dtype=D) * 2 + 0.3).round(decimals=4)


def number(value):
    if math.isnan(value):
        return "NaN"
    return float(f"{value:.14g}") if math.isfinite(value) else "Infinity" if value > 0 else "-Infinity"


def numbers(tensor):
    return [number(v) for v in tensor.detach().reshape(-1).tolist()]


def write(file, cases):
    """Writes operators<file>.json for cases (name, inputs, function); a result without a gradient has none in the fixture."""
    out = []
    for name, inputs, run in cases:
        inputs = [i.clone().requires_grad_() for i in inputs]
        result = run(*inputs)
        gradients = None
        if result.requires_grad:
            weight = (torch.arange(result.numel(), dtype=D) % 3 + 1).reshape(result.shape)
            gradients = [numbers(g) for g in torch.autograd.grad((result * weight).sum(), inputs)]
        out.append({"name": name,
                    "inputs": [{"shape": list(i.shape), "values": numbers(i)} for i in inputs],
                    "result": {"shape": list(result.shape), "values": numbers(result)},
                    "gradients": gradients})
    with open(f"tests/Gradus.Tensors.Tests/Fixtures/operators{file}.json", "w") as target:
        target.write("[\n" + ",\n".join(json.dumps(o) for o in out) + "\n]\n")
