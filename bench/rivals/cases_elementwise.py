"""Elementwise operators on a million numbers, and the cost of a call on one."""
import torch
from torch.nn import functional as F

SIZE = 1024
COUNT = SIZE * SIZE
CALLS = 1000


def wide(run):
    def make():
        x, y = torch.rand(COUNT), torch.rand(COUNT)
        return lambda: run(x, y)
    return make


def bias():
    x, b = torch.randn(SIZE, SIZE), torch.randn(SIZE)
    return lambda: x + b


def gelu_backward():
    x, gradient = torch.randn(COUNT, requires_grad=True), torch.randn(COUNT)

    def step():
        x.grad = None
        F.gelu(x).backward(gradient)
    return step


def call(run, records):
    def make():
        x, y = torch.tensor([0.5], requires_grad=records), torch.tensor([1.5], requires_grad=records)

        def step():
            for _ in range(CALLS):
                run(x, y)
        step.repeats = CALLS
        return step
    return make


WIDE = {"add": lambda x, y: x + y, "mul": lambda x, y: x * y, "relu": lambda x, y: x.relu(), "exp": lambda x, y: x.exp(), "tanh": lambda x, y: x.tanh(),
        "sigmoid": lambda x, y: x.sigmoid(), "gelu": lambda x, y: F.gelu(x), "sin": lambda x, y: x.sin()}
CALL = {"add": lambda x, y: x + y, "mul": lambda x, y: x * y, "add-number": lambda x, y: x + 1.0, "exp": lambda x, y: x.exp()}

CASES = {f"elementwise/{name}/{COUNT}": wide(run) for name, run in WIDE.items()}
CASES[f"elementwise/bias/{COUNT}"] = bias
CASES[f"elementwise/gelu-backward/{COUNT}"] = gelu_backward
CASES.update({f"overhead/{name}": call(run, False) for name, run in CALL.items()})
CASES.update({f"overhead/{name}-grad": call(run, True) for name, run in CALL.items()})
