#!/usr/bin/python3
"""Writes the fixture of reductions, sorting and scans that oracles/tensors.py and tensors_indexing.py do not have.

Needs Debian's python3-torch. Run it from the repository's root. Names are those of the operator table.
"""
import torch
from operator_fixture import D, real, write


def whole(*shape):
    """Whole numbers from -2 to 2, many of them equal."""
    return torch.randint(-2, 3, shape).to(D)


# torch.aminmax has no gradient in this version, and the norm 0 sends none, which is 0.
write("_reductions", [
    ("sum -1", [real(2, 3, 2)], lambda a: a.sum(-1)), ("sum 1", [real(3, 2, 4)], lambda a: a.sum(1, True)), ("sum of few columns", [real(3, 4)], lambda a: a.sum(0)),
    ("mean 0, 2", [real(2, 3, 2)], lambda a: a.mean((0, 2))), ("prod 1 keep", [real(2, 3, 2)], lambda a: a.prod(1, True)), ("min", [real(2, 3)], torch.min),
    ("aminmax", [real(3, 4)], lambda a: a.amax(1) - a.amin(1)), ("norm 2 of 0", [real(3, 4)], lambda a: a.norm(2, 0)), ("norm -inf", [real(3, 4)], lambda a: a.norm(-float("inf"), 1)),
    ("norm 0", [whole(3, 4)], lambda a: a.norm(0, 1) + 0 * a.sum(1)), ("argmax", [real(3, 4)], lambda a: a.argmax().to(D)), ("argmin", [real(3, 4)], lambda a: a.argmin().to(D)),
    ("argmax 1", [whole(3, 7)], lambda a: a.argmax(1).to(D)), ("argmin 0 keep", [whole(7, 3)], lambda a: a.argmin(0, True).to(D)), ("any", [whole(5, 2)], lambda a: a.any(1).to(D)),
    ("all", [whole(2, 5)], lambda a: a.all(0, True).to(D)), ("count nonzero", [whole(3, 4)], lambda a: a.count_nonzero().to(D)),
    ("count nonzero 1", [whole(3, 4)], lambda a: a.count_nonzero(1).to(D)), ("argsort", [whole(6, 2)], lambda a: a.sort(dim=0, stable=True)[1].to(D)),
    ("argsort descending", [whole(2, 6)], lambda a: a.sort(dim=-1, descending=True, stable=True)[1].to(D)), ("topk places", [real(2, 7)], lambda a: a.topk(3)[1].to(D)),
    ("unique", [whole(3, 4)], lambda a: a.detach().unique()), ("unique inverse", [whole(3, 4)], lambda a: a.unique(return_inverse=True)[1].to(D)),
    ("unique counts", [whole(3, 4)], lambda a: a.unique(return_counts=True)[1].to(D)), ("cumsum -1", [real(2, 4, 2)], lambda a: a.cumsum(-1)),
    ("logcumsumexp -1", [real(5, 3)], lambda a: a.logcumsumexp(-1)), ("cummax places", [whole(2, 7)], lambda a: a.cummax(1)[1].to(D)),
])
