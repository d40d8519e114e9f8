#!/usr/bin/python3
"""Writes the fixture of views, joining and indexing that oracles/tensors.py and tensors_indexing.py do not have.

Needs Debian's python3-torch. Run it from the repository's root. Names are those of the operator table.
"""
import torch
from operator_fixture import D, real, write


def coarse(*shape):
    """Few digits, for results that repeat them often."""
    return real(*shape).round(decimals=1)


def whole(*shape):
    """Whole numbers from -2 to 2, many of them equal."""
    return torch.randint(-2, 3, shape).to(D)


each = torch.tensor([[0, 2], [2, 1]])
write("_views", [
    ("reshape", [real(2, 3)], lambda a: a.reshape(-1, 2)), ("reshape by strides", [real(2, 3, 4)], lambda a: a.transpose(0, 1).reshape(3, -1, 1, 2)),
    ("view of slice", [real(3, 4)], lambda a: a.clone()[1:].view(-1, 2)), ("flatten", [real(2, 3, 2)], lambda a: a.flatten(1)), ("squeeze", [real(2, 1, 2)], lambda a: a.squeeze(1)),
    ("squeeze", [real(2, 3)], lambda a: a.squeeze(1)), ("unsqueeze", [real(3, 4)], lambda a: a.unsqueeze(-1)), ("transpose", [real(2, 3, 2)], lambda a: a.transpose(0, 2)),
    ("movedim", [real(2, 3, 2)], lambda a: a.movedim(0, -1)), ("slice from the end", [real(5, 2)], lambda a: a[-3:-1]), ("slice from the end", [real(2)], lambda a: a[-3:-1]),
    ("index in brackets", [real(2, 4, 3)], lambda a: a[1, 1:-1, None, -1]), ("broadcast to", [real(3)], lambda a: a.broadcast_to(2, 3)),
    ("split by sizes", [real(3, 2)], lambda a: a.split([1, 0, 2])[2]), ("unbind", [real(2, 3)], lambda a: a.unbind(1)[2]), ("diagonal below", [real(3, 4)], lambda a: a.diagonal(-1)),
    ("clone", [real(3, 4)], torch.clone), ("contiguous", [real(3, 4)], lambda a: a.T.contiguous()),
    ("meshgrid xy", [real(2), real(3)], lambda *x: torch.meshgrid(*x, indexing="xy")[0] + 0 * x[1].sum()), ("broadcast tensors", [real(2, 1), real(3)], lambda *x: torch.broadcast_tensors(*x)[1] + 0 * x[0].sum()),
    ("index select 1", [real(3, 2, 2)], lambda a: a.index_select(1, torch.tensor([1, 1]))), ("index select many", [coarse(50, 1)], lambda a: a.index_select(0, torch.arange(3000) * 7 % 50)),
    ("index add whole", [real(2, 3), real(2, 3)], lambda a, b: a.index_add(1, torch.tensor([2, 0, 2]), b)), ("gather 0", [real(2, 3)], lambda a: a.gather(0, torch.tensor([[1, 0], [1, 1]]))),
    ("gather many", [coarse(2, 7)], lambda a: a.gather(1, (torch.arange(1200) % 7).reshape(2, 600))), ("scatter number", [real(2, 3)], lambda a: a.scatter(1, each, 1.0)),
    ("nonzero", [whole(3, 4)], lambda a: a.nonzero().to(D)), ("where of one", [real(3, 4)], lambda a: torch.where(a > 0)[1].to(D)),
    ("bucketize", [whole(3, 4)], lambda a: torch.bucketize(a, torch.tensor([-1, 0, 0, 1.5], dtype=D)).to(D)),
    ("searchsorted right", [whole(2, 5), whole(2, 3)], lambda a, b: torch.searchsorted(a.sort()[0], b, right=True).to(D)),
])
