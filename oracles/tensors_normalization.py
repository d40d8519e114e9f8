#!/usr/bin/python3
"""Writes the fixtures of normalizations, losses, attention and embeddings: operators_normalization.json.

Needs Debian's python3-torch. Run it from the repository's root. Names are those of the operator table.
"""
import torch
from torch.nn import functional as F
from operator_fixture import D, real, write

three, ignoring = torch.tensor([2, 0, 1]), torch.tensor([2, -100, 1])
weights = torch.tensor([0.5, 1.0, 2.0, 1.0], dtype=D)
places = torch.tensor([2, 0, 2, 1, 2, 0])
mean, variance = torch.tensor([0.1, -0.2], dtype=D), torch.tensor([0.5, 2.0], dtype=D)


def attend(q, k, v, mask=None, scale=None):
    scores = q @ k.transpose(-2, -1) * (scale or q.shape[-1] ** -0.5)
    if mask is not None:
        scores = scores + mask
    return scores.softmax(-1) @ v


def causal(q, k, v):
    return attend(q, k, v, torch.zeros(q.shape[-2], k.shape[-2], dtype=D).masked_fill(torch.ones(q.shape[-2], k.shape[-2], dtype=torch.bool).triu(1), -torch.inf), 0.7)


def masked(q, k, v):
    """The second query sees nothing and gets 0."""
    seen = torch.tensor([True, False, True, True, False, False, False, False, False, True, True, True]).reshape(3, 4)
    return attend(q, k, v, torch.zeros(3, 4, dtype=D).masked_fill(~seen, -1e30)) * seen.any(-1, True)


def far(x):
    """0 and 6 in turn."""
    return (torch.arange(x.numel()) % 2 * 6.0).to(D).reshape(x.shape)


def pairs():
    return [real(3, 2), real(3, 2)]


CASES = [
    ("log softmax 1", [real(2, 5, 3) * 4], lambda x: x.log_softmax(1)),
    ("layer norm", [real(3, 4, 5), real(5), real(5)], lambda x, w, b: F.layer_norm(x, (5,), w, b)),
    ("layer norm of two dimensions", [real(4, 3, 2), real(3, 2)], lambda x, w: F.layer_norm(x, (3, 2), w)),
    ("group norm", [real(2, 4, 3), real(4), real(4)], lambda x, w, b: F.group_norm(x, 2, w, b)),
    ("instance norm", [real(2, 3, 5), real(3), real(3)], lambda x, w, b: F.instance_norm(x, None, None, w, b)),
    ("batch norm training", [real(3, 2, 4, 5), real(2), real(2)], lambda x, w, b: F.batch_norm(x, None, None, w, b, True)),
    ("normalize", [real(3, 4)], F.normalize),
    ("cosine similarity", pairs(), F.cosine_similarity),
    ("cross entropy ignoring", [real(3, 4) * 3], lambda x: F.cross_entropy(x, ignoring, weights, reduction="sum", label_smoothing=0.2)),
    ("cross entropy each", [real(3, 4)], lambda x: F.cross_entropy(x, ignoring, reduction="none", label_smoothing=0.2)),
    ("cross entropy of images", [real(1, 4, 3)], lambda x: F.cross_entropy(x, three[None])),
    ("nll", [real(3, 4)], lambda x: F.nll_loss(x, ignoring, weights)),
    ("binary cross entropy positives", pairs(), lambda x, y: F.binary_cross_entropy_with_logits(x, y.sigmoid(), pos_weight=torch.tensor(3.0, dtype=D), reduction="sum")),
    ("binary cross entropy of probabilities", pairs(), lambda x, y: F.binary_cross_entropy(x.sigmoid(), y.sigmoid())),
    ("mse each", pairs(), lambda x, y: F.mse_loss(x, y, reduction="none")),
    ("l1", pairs(), F.l1_loss),
    ("smooth l1", pairs(), lambda x, y: F.smooth_l1_loss(x, y, reduction="sum", beta=0.5)),
    ("huber", pairs(), lambda x, y: F.huber_loss(x, y, delta=1.5)),
    ("kl divergence", pairs(), lambda x, y: F.kl_div(x, y.softmax(1), reduction="mean")),
    ("kl divergence of logarithms", pairs(), lambda x, y: F.kl_div(x, y, reduction="sum", log_target=True)),
    ("hinge embedding", [real(3)], lambda x: F.hinge_embedding_loss(x, torch.tensor([1.0, -1.0, -1.0], dtype=D), 1.3)),
    ("cosine embedding", pairs(), lambda x, y: F.cosine_embedding_loss(x, y, torch.tensor([1.0, -1.0, -1.0], dtype=D))),
    ("triplet margin", [real(3, 2), real(3, 2), real(3, 2)], lambda a, p, n: F.triplet_margin_loss(a, p, n, 5.0)),
    ("attention", [real(2, 2, 3, 4), real(2, 2, 5, 4), real(2, 2, 5, 3)], attend),
    ("attention causal", [real(2, 5, 4), real(2, 5, 4), real(2, 5, 3)], causal),
    ("attention biased", [real(2, 3, 4), real(2, 5, 4), real(2, 5, 3), real(3, 1)], attend),
    ("attention with one key head", [real(2, 3, 3, 4), real(2, 1, 5, 4), real(1, 5, 3)], attend),
    ("embedding", [real(4, 3)], lambda w: F.embedding(places.reshape(3, 2), w)),
    ("embedding padded", [real(4, 3)], lambda w: F.embedding(places, w, 2).masked_fill((places == 2)[:, None], 0)),
    ("embedding bag", [real(4, 3)], lambda w: F.embedding_bag(places.reshape(3, 2), w)),
    ("layer norm plain", [real(3, 4)], lambda x: F.layer_norm(x, (4,), eps=0.1)),
    ("rms norm", [real(2, 3, 4), real(4)], lambda x, w: x * (x.square().mean(-1, True) + 1e-5).rsqrt() * w),
    ("batch norm plain", [real(3, 2, 2, 3)], lambda x: F.batch_norm(x, None, None, training=True)),
    ("cross entropy of many", [real(9, 3)], lambda x: F.cross_entropy(x, torch.tensor([-100 if i % 7 == 3 else i % 2 for i in range(9)]))),
    ("mse to a constant", [real(3, 4)], lambda x: F.mse_loss(x, far(x))),
    ("l1 to a constant", [real(3, 4)], lambda x: F.l1_loss(x, far(x), reduction="sum")),
    ("huber to a constant", [real(3, 4) * 3], lambda x: F.huber_loss(x, far(x), delta=2.6)),
    ("attention masked", [real(2, 3, 2), real(2, 4, 2), real(2, 4, 3)], masked),
    ("embedding of many", [real(3, 1).round(decimals=1)], lambda w: F.embedding(torch.arange(1500) * 7 % 3, w)),
    ("triplet margin swapped", [real(3, 2), real(3, 2), real(3, 2)], lambda a, p, n: F.triplet_margin_loss(a, p, n, 9.0, p=3, swap=True, reduction="sum")),
    ("ctc", [real(4, 3, 3)], lambda x: F.ctc_loss(x.log_softmax(2), torch.tensor([[2, 2], [1, 0], [0, 0]]), torch.tensor([4, 3, 4]), torch.tensor([2, 1, 0]))),
    ("batch norm with residual and relu", [real(3, 2, 4), real(2), real(2), real(3, 2, 4)], lambda x, w, b, r: (F.batch_norm(x, None, None, w, b, True) + r).relu()),
    ("batch norm evaluation with residual and relu", [real(3, 2, 4), real(2), real(2), real(3, 2, 4)], lambda x, w, b, r: (F.batch_norm(x, mean, variance, w, b) + r).relu()),
    ("batch norm with relu", [real(3, 2, 4), real(2)], lambda x, w: F.batch_norm(x, None, None, w, torch.tensor([40.0, -40.0], dtype=D), True).relu()),
]

write("_normalization", CASES)
