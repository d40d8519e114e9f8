#!/usr/bin/python3
"""Writes the fixture of the basic tensor operators; the other families have scripts of their own, tensors_*.py.

Needs Debian's python3-torch. Run it from the repository's root. Names are those of the operator table in
tests/Gradus.Tensors.Tests/Ops/Tables.
"""
import torch
from torch.nn import functional as F
from operator_fixture import D, positive, real, write

mask, labels = torch.tensor([True, False, True]), torch.tensor([2, 0, 1])
targets = torch.tensor([1.0, 0.0, 0.3], dtype=D)
weights = torch.tensor([0.5, 1.0, 2.0], dtype=D)
CASES = [
    ("add", [real(2, 1), real(1, 3)], lambda a, b: a + b),
    ("subtract", [real(2, 3), real(3)], lambda a, b: a - b),
    ("multiply", [real(4, 1, 3), real(2, 1)], lambda a, b: a * b),
    ("divide", [real(2, 3), positive(3)], lambda a, b: a / b),
    ("number minus", [real(5)], lambda a: 2 - a),
    ("number over", [positive(5)], lambda a: 2 / a),
    ("exp", [real(7)], torch.exp), ("log", [positive(7)], torch.log), ("sqrt", [positive(7)], torch.sqrt),
    ("square", [real(7)], torch.square), ("abs", [real(7)], torch.abs), ("pow 3", [real(7)], lambda a: a ** 3),
    ("pow -0.5", [positive(7)], lambda a: a ** -0.5), ("clamp", [real(9)], lambda a: a.clamp(-0.7, 0.6)),
    ("erf", [real(9)], torch.erf), ("sin", [real(5)], torch.sin), ("cos", [real(5)], torch.cos),
    ("sigmoid", [real(7) * 3], torch.sigmoid), ("tanh", [real(7) * 3], torch.tanh), ("relu", [real(9)], F.relu),
    ("leaky relu", [real(9)], lambda a: F.leaky_relu(a, 0.2)), ("softplus", [real(9) * 5], F.softplus),
    ("gelu", [real(9) * 2], F.gelu), ("maximum", [real(2, 3), real(2, 3)], torch.maximum),
    ("minimum", [real(2, 3), real(3)], torch.minimum), ("where", [real(2, 3), real(2, 3)], lambda a, b: torch.where(mask, a, b)),
    ("masked fill", [real(2, 3)], lambda a: a.masked_fill(mask, 1)), ("sum", [real(3, 4)], torch.sum),
    ("sum 0", [real(3, 4, 2)], lambda a: a.sum(0)), ("sum 0, 2 keep", [real(3, 4, 2)], lambda a: a.sum((0, 2), True)),
    ("mean", [real(3, 4)], torch.mean), ("mean -1", [real(3, 4)], lambda a: a.mean(-1, True)), ("var", [real(3, 4)], torch.var),
    ("var 0", [real(5, 3)], lambda a: a.var(0, unbiased=False)), ("max 1", [real(3, 5)], lambda a: a.max(1)[0]),
    ("min 0 keep", [real(3, 5)], lambda a: a.min(0, True)[0]), ("reshape of transpose", [real(2, 3)], lambda a: a.T.reshape(6)),
    ("permute", [real(2, 3, 4)], lambda a: a.permute(2, 0, 1)), ("narrow", [real(2, 4)], lambda a: a.narrow(1, 1, 2)),
    ("slice", [real(2, 6)], lambda a: a[:, 0:5:2]), ("select", [real(3, 4)], lambda a: a[-1]),
    ("expand", [real(2, 1)], lambda a: a.expand(4, 2, 3)), ("cat", [real(2, 3), real(2, 1)], lambda *x: torch.cat(x, 1)),
    ("stack", [real(2, 3), real(2, 3)], lambda *x: torch.stack(x, 1)),
    ("index select", [real(3, 2)], lambda a: a.index_select(0, torch.tensor([2, 0, 2]))),
    ("gather", [real(2, 3)], lambda a: a.gather(1, torch.tensor([[0, 2], [2, 1]]))),
    ("matmul", [real(5, 7), real(7, 3)], torch.matmul), ("matmul batched", [real(2, 1, 3, 4), real(5, 4, 2)], torch.matmul),
    ("linear", [real(5, 7), real(3, 7), real(3)], F.linear), ("linear", [real(2, 5, 7), real(3, 7), real(3)], F.linear),
    ("softmax", [real(3, 5) * 4], lambda a: a.softmax(-1)), ("softmax 0", [real(3, 5)], lambda a: a.softmax(0)),
    ("log softmax", [real(3, 5) * 4], lambda a: a.log_softmax(1)),
    ("batch norm training", [real(6, 3), real(3), real(3)], lambda x, w, b: F.batch_norm(x, None, None, w, b, True)),
    ("batch norm training", [real(4, 3, 5), real(3), real(3)], lambda x, w, b: F.batch_norm(x, None, None, w, b, True)),
    ("batch norm evaluation", [real(4, 2), real(2), real(2)],
     lambda x, w, b: F.batch_norm(x, torch.tensor([0.1, -0.2], dtype=D), torch.tensor([0.5, 2.0], dtype=D), w, b)),
    ("cross entropy", [real(3, 4) * 3], lambda a: F.cross_entropy(a, labels)),
    ("cross entropy weighted", [real(3, 4)],
     lambda a: F.cross_entropy(a, labels, torch.tensor([0.5, 1.0, 2.0, 1.0], dtype=D), label_smoothing=0.1)),
    ("cross entropy of probabilities", [real(3, 4), real(3, 4)], lambda a, b: F.cross_entropy(a, b.softmax(1))),
    ("binary cross entropy", [real(3) * 10], lambda a: F.binary_cross_entropy_with_logits(a, targets)),
    ("binary cross entropy weighted", [real(3)],
     lambda a: F.binary_cross_entropy_with_logits(a, targets, weights, pos_weight=torch.tensor(3.0, dtype=D))),
    ("mse", [real(3, 2), real(3, 2)], F.mse_loss),
]

write("", CASES)
