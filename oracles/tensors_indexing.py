#!/usr/bin/python3
"""Writes the fixture of views, indexing, joining, reductions, sorting, scans and contractions. Needs Debian's python3-torch."""
import torch
from torch.nn import functional as F
from operator_fixture import D, positive, real, write

picked, each, mask = torch.tensor([2, 0, 2]), torch.tensor([[0, 2], [2, 1]]), torch.tensor([True, False, True])


def zeroed(*shape):
    x = real(*shape)
    x[0, 0] = 0
    return x


CASES = [
    ("unflatten", [real(2, 6)], lambda a: a.unflatten(1, (2, -1))), ("squeeze all", [real(1, 2, 1, 3)], torch.squeeze),
    ("movedim of two", [real(2, 3, 2)], lambda a: a.movedim((0, 2), (1, 0))), ("split", [real(2, 3)], lambda a: a.split(2, 1)[1]),
    ("chunk", [real(2, 5)], lambda a: a.chunk(2, -1)[1]), ("diagonal", [real(3, 2, 4)], lambda a: a.diagonal(1, 0, -1)),
    ("diag embed", [real(2, 3)], lambda a: a.diag_embed(-1)), ("sliding windows", [real(2, 8)], lambda a: a.unfold(1, 3, 2)),
    ("flip", [real(2, 3, 2)], lambda a: a.flip(0, -1)), ("roll", [real(2, 3, 2)], lambda a: a.roll(-2, 1)), ("roll flat", [real(3, 4)], lambda a: a.roll(3)),
    ("repeat", [real(3, 4)], lambda a: a.repeat(2, 1, 3)), ("tile", [real(3, 4)], lambda a: a.tile(2)),
    ("repeat interleave", [real(3, 2)], lambda a: a.repeat_interleave(3, 0)),
    ("repeat interleave each", [real(2, 3)], lambda a: a.repeat_interleave(torch.tensor([2, 0, 1]), 1)),
    ("ellipsis and steps in brackets", [real(2, 5)], lambda a: a[..., ::2]), ("tensors in brackets", [real(3, 3)], lambda a: a[torch.tensor([2, 0, -1]), 1:]),
    ("hstack", [real(2, 1), real(2, 2)], lambda *x: torch.hstack(x)), ("vstack", [real(2), real(3, 2)], lambda *x: torch.vstack(x)),
    ("meshgrid", [real(2), real(3)], lambda *x: torch.stack(torch.meshgrid(*x, indexing="ij"))),
    ("pad", [real(2, 3)], lambda a: F.pad(a, (1, 2, 0, 1), value=1)), ("pad and cut", [real(2, 3)], lambda a: F.pad(a, (-1, 2), value=1)),
    ("pad reflect", [real(2, 3)], lambda a: F.pad(a[None], (2, 1), "reflect")[0]), ("pad replicate", [real(2, 2, 4)], lambda a: F.pad(a[None], (2, 1, 1, 0), "replicate")[0]),
    ("pad circular", [real(2, 3)], lambda a: F.pad(a[None], (1, 3), "circular")[0]),
    ("index add", [real(3, 2), real(3, 2)], lambda a, b: a.index_add(0, picked, b, alpha=2)),
    ("index copy", [real(2, 3), real(2, 2)], lambda a, b: a.index_copy(1, torch.tensor([2, 0]), b)),
    ("index fill", [real(3, 2)], lambda a: a.index_fill(0, torch.tensor([1]), 1)),
    ("take along dim", [real(2, 3)], lambda a: a.take_along_dim(torch.tensor([[2, 0]]), 1)),
    ("scatter", [real(2, 3), real(2, 2)], lambda a, b: a.scatter(1, each, b)), ("scatter add", [real(2, 3), real(2, 2)], lambda a, b: a.scatter_add(1, each, b)),
    ("masked select", [real(2, 3)], lambda a: a.masked_select(mask)), ("masked fill by tensor", [real(2, 3), real(1)[0]], lambda a, b: a.masked_fill(mask, b)),
    ("masked scatter", [real(2, 3), real(5)], lambda a, b: a.masked_scatter(mask, b)),
    ("index side by side", [real(2, 3, 4, 2)], lambda a: a[:, torch.tensor([[2], [0]]), torch.tensor([1, -1, 0])]),
    ("index apart", [real(2, 3, 4)], lambda a: a[torch.tensor([1, 0, 1]), :, torch.tensor([3, 0, 0])]),
    ("index by mask", [real(2, 3, 2)], lambda a: a[torch.tensor([[True, False, False], [True, False, True]])]),
    ("index put", [real(2, 3), real(2)], lambda a, b: a.index_put((torch.tensor([[0], [1]]), torch.tensor([2, 0])), b)),
    ("index put accumulate", [real(2, 3), real(2)], lambda a, b: a.index_put((torch.tensor([1, 1]), torch.tensor([0, 0])), b, accumulate=True)),
    ("tril", [real(3, 4)], lambda a: a.tril(1)), ("triu", [real(2, 3, 3)], torch.triu),
    ("prod", [zeroed(2, 3)], torch.prod), ("prod 0", [zeroed(3, 2)], lambda a: a.prod(0)), ("var 0, 2 keep", [real(2, 3, 2)], lambda a: a.var((0, 2), keepdim=True)),
    ("std", [real(2, 3)], torch.std), ("std -1", [real(4, 3)], lambda a: a.std(-1, unbiased=False, keepdim=True)), ("max", [real(2, 3)], torch.max),
    ("amax 0, 2", [real(2, 3, 2)], lambda a: a.amax((0, 2))), ("amin 1 keep", [real(3, 1, 4)], lambda a: a.amin(1, True)),
    ("norm", [real(3, 4)], torch.norm), ("norm 1", [real(3, 4)], lambda a: a.norm(1, 1, True)), ("norm inf", [real(3, 4)], lambda a: a.norm(float("inf"), 1)),
    ("norm 3", [real(2, 3, 2)], lambda a: a.norm(3, (0, 2))), ("logsumexp", [real(3, 4)], lambda a: a.logsumexp((0, 1))), ("logsumexp 0", [real(3, 4)], lambda a: a.logsumexp(0, True)),
    ("sort", [real(2, 7)], lambda a: a.sort()[0]), ("sort 0 descending", [real(2, 7)], lambda a: a.sort(0, True)[0]), ("topk", [real(2, 7)], lambda a: a.topk(2)[0]),
    ("topk smallest 0", [real(2, 7)], lambda a: a.topk(1, 0, False)[0]), ("kthvalue", [real(2, 7)], lambda a: a.kthvalue(2, 1, True)[0]),
    ("median", [real(2, 4)], torch.median), ("median 0", [real(4, 3)], lambda a: a.median(0, True)[0]), ("quantile", [real(2, 7)], lambda a: a.quantile(0.3)),
    ("quantile 1 midpoint", [real(2, 7)], lambda a: a.quantile(0.75, 1, True, interpolation="midpoint")),
    ("cumsum", [real(2, 4, 2)], lambda a: a.cumsum(0)), ("cumprod", [real(5, 3)], lambda a: a.cumprod(0)), ("cumprod 1", [zeroed(2, 4)], lambda a: a.cumprod(1)),
    ("logcumsumexp", [real(5, 3)], lambda a: a.logcumsumexp(0)), ("cummax", [real(2, 5)], lambda a: a.cummax(1)[0]), ("cummin", [real(4, 2)], lambda a: a.cummin(0)[0]),
    ("diff", [real(5, 3)], torch.diff), ("diff twice 0", [real(5, 3)], lambda a: a.diff(2, 0)),
    ("einsum bilinear", [real(2, 3), real(5, 3, 4), real(2, 4)], lambda *x: torch.einsum("bn,anm,bm->ba", *x)), ("einsum diagonals", [real(3, 2, 3)], lambda a: torch.einsum("iji->ij", a)),
    ("einsum ellipsis", [real(2, 1, 2, 3), real(4, 3, 2)], lambda *x: torch.einsum("...ij,...jk->...ik", *x)),
    ("tensordot", [real(2, 3, 4), real(3, 4, 2)], torch.tensordot), ("tensordot of dims", [real(2, 3, 4), real(3, 4, 2)], lambda a, b: torch.tensordot(a, b, ([2, 0], [1, 2]))),
    ("outer", [real(4), real(3)], torch.outer), ("trace", [real(3, 4)], torch.trace),
    ("chunks swapped", [real(2, 4)], lambda a: torch.cat(a.chunk(2, 1)[::-1], 1)),
]

write("_indexing", CASES)
