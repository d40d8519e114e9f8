#!/usr/bin/python3
"""Writes tests/Gradus.Learning.Tests/Fixtures/losses.json.

A case is a loss with its options: inputs, which have gradients, and constants, which have none. For every reduction stored are the result, the gradients of the sum of (result * weight),
where weight counts 1, 2, 3, 1, 2, 3, ... over its elements, and, for the mean, the gradients of the sum of (all those gradients * weight), where torch has second gradients.
Losses that torch has not are written here from the formulas of their papers.
"""
import torch
from torch.nn import functional as F
from learning_fixture import pack, write

randn = lambda *shape: torch.randn(*shape).round(decimals=4)
pattern = lambda x: (torch.arange(x.numel()) % 3 + 1.0).reshape(x.shape)


def case(name, function, inputs, constants=(), reductions=("none", "mean", "sum"), second=True):
    inputs = [x.clone().requires_grad_() for x in inputs]
    out = {"name": name, "inputs": [pack(x) for x in inputs], "constants": [pack(x) for x in constants], "answers": {}}
    for reduction in reductions:
        value = function(*inputs, *constants, reduction)
        gradients = torch.autograd.grad((value * pattern(value)).sum(), inputs, create_graph=second)
        answer = {"value": pack(value), "gradients": [pack(g) for g in gradients]}
        if second and reduction == "mean":
            total = sum((g * pattern(g)).sum() for g in gradients)
            seconds = torch.autograd.grad(total, inputs, allow_unused=True) if total.requires_grad else [None] * len(inputs)
            answer["second"] = [pack(torch.zeros(x.shape) + (0 if s is None else s)) for x, s in zip(inputs, seconds)]
        out["answers"][reduction] = answer
    return out


def reduced(loss, reduction):
    return {"none": lambda: loss, "mean": loss.mean, "sum": loss.sum}[reduction]()


def focal(x, y, alpha, gamma, r):
    """Lin et al. (2017), equation 5, for classes."""
    p = torch.softmax(x, 1)
    one = F.one_hot(y, x.shape[1]).movedim(-1, 1)
    own = (p * one).sum(1)
    weight = 1 if alpha is None else alpha[y]
    return reduced(-weight * (1 - own) ** gamma * torch.log(own), r)


def binary_focal(x, y, alpha, gamma, r):
    """The same for one event, as torchvision's sigmoid_focal_loss has it."""
    p = torch.sigmoid(x)
    own = p * y + (1 - p) * (1 - y)
    weight = 1 if alpha is None else alpha * y + (1 - alpha) * (1 - y)
    return reduced(weight * F.binary_cross_entropy_with_logits(x, y, reduction="none") * (1 - own) ** gamma, r)


def info_nce(q, k, tau, symmetric, r):
    """van den Oord et al. (2018), equation 4, with cosines over a temperature."""
    scores = (q / q.norm(dim=1, keepdim=True)) @ (k / k.norm(dim=1, keepdim=True)).T / tau
    one_way = torch.logsumexp(scores, 1) - scores.diagonal()
    other = torch.logsumexp(scores, 0) - scores.diagonal()
    return reduced((one_way + other) / 2 if symmetric else one_way, r)


def info_nce_negatives(q, k, n, r):
    unit = lambda x: x / x.norm(dim=1, keepdim=True)
    scores = torch.cat([(unit(q) * unit(k)).sum(1, keepdim=True), unit(q) @ unit(n).T], 1) / 0.07
    return reduced(torch.logsumexp(scores, 1) - scores[:, 0], r)


def hinge(x, y, margin, squared, r):
    loss = torch.clamp(margin - x * y, min=0)
    return reduced(loss ** 2 if squared else loss, r)


labels, ignoring = torch.tensor([0, 3, 1, 1, 2, 0]), torch.tensor([0, -100, 1, 1, -100, 2])
weights = torch.tensor([0.5, 1.0, 2.0, 1.5])
scores = lambda: randn(6, 4) * 2
planes, places = (lambda: randn(2, 4, 3, 2)), torch.randint(0, 4, (2, 3, 2))
soft = torch.softmax(randn(6, 4), 1)
far = torch.tensor([[80.0, -80.0, 0.0], [-700.0, 700.0, 1.0], [1e-8, 0.0, -1e-8]])
events, partly = torch.tensor([0.0, 1, 1, 0, 1, 0, 0.3, 0.75, 1]), torch.tensor([0.2, 0.9, 0.0, 1.0, 0.5])
signs, four = torch.tensor([1.0, -1, -1, 1, 1]), torch.tensor([1.0, -1, 1, -1])
spoken = torch.tensor([[1, 2, 2, 3], [3, 1, 0, 0], [2, 2, 2, 0], [0, 0, 0, 0]])
flat_spoken = torch.tensor([1, 2, 2, 3, 3, 1, 2, 2, 2])
tight = torch.tensor([[1, 1, 1], [2, 1, 3]])


def ctc(steps, lengths, blank=0, zero=False):
    return lambda x, y, r: F.ctc_loss(x.log_softmax(2), y, torch.tensor(steps), torch.tensor(lengths), blank, r, zero)


def kl(logs):
    return lambda x, y, r: F.kl_div(x.log_softmax(1), y, reduction="batchmean" if r == "batchmean" else r, log_target=logs)


BATCH = ("none", "mean", "sum", "batchmean")
apart = lambda x: x + torch.where(torch.rand_like(x) < 0.5, 0.4, -0.7)  # far from the kinks at 0
x1, x2 = randn(4, 3), randn(4, 3)
CASES = [
    case("mse", lambda x, y, r: F.mse_loss(x, y, reduction=r), [randn(4, 3), randn(4, 3)]),
    case("l1", lambda x, y, r: F.l1_loss(x, y, reduction=r), [x1, apart(x1)]),
    case("huber", lambda x, y, r: F.huber_loss(x, y, reduction=r), [randn(4, 3) * 2, randn(4, 3)]),
    case("huber delta", lambda x, y, r: F.huber_loss(x, y, reduction=r, delta=0.4), [randn(4, 3) * 2, randn(4, 3)]),
    case("smooth l1", lambda x, y, r: F.smooth_l1_loss(x, y, reduction=r), [randn(4, 3) * 2, randn(4, 3)]),
    case("smooth l1 beta", lambda x, y, r: F.smooth_l1_loss(x, y, reduction=r, beta=0.3), [randn(4, 3) * 2, randn(4, 3)]),
    case("smooth l1 without beta", lambda x, y, r: F.smooth_l1_loss(x, y, reduction=r, beta=0), [x2, apart(x2)]),
    case("cross entropy", lambda x, y, r: F.cross_entropy(x, y, reduction=r), [scores()], [labels]),
    case("cross entropy far", lambda x, y, r: F.cross_entropy(x, y, reduction=r), [far], [torch.tensor([1, 1, 2])]),
    case("cross entropy weighted", lambda x, y, w, r: F.cross_entropy(x, y, w, reduction=r), [scores()], [labels, weights]),
    case("cross entropy ignoring", lambda x, y, w, r: F.cross_entropy(x, y, w, reduction=r), [scores()], [ignoring, weights]),
    case("cross entropy ignoring another", lambda x, y, r: F.cross_entropy(x, y, ignore_index=1, reduction=r), [scores()], [labels]),
    case("cross entropy smooth", lambda x, y, w, r: F.cross_entropy(x, y, w, reduction=r, label_smoothing=0.15), [scores()], [ignoring, weights]),
    case("cross entropy of planes", lambda x, y, r: F.cross_entropy(x, y, reduction=r, label_smoothing=0.1), [planes()], [places]),
    case("cross entropy of probabilities", lambda x, y, r: F.cross_entropy(x, y, reduction=r), [scores()], [soft]),
    case("cross entropy of probabilities weighted", lambda x, y, w, r: F.cross_entropy(x, y, w, reduction=r, label_smoothing=0.2), [scores()], [soft, weights]),
    case("cross entropy of probabilities in planes", lambda x, y, r: F.cross_entropy(x, y, reduction=r), [planes()], [torch.softmax(randn(2, 4, 3, 2), 1)]),
    case("nll", lambda x, y, r: F.nll_loss(x.log_softmax(1), y, reduction=r), [scores()], [labels]),
    case("nll weighted", lambda x, y, w, r: F.nll_loss(x.log_softmax(1), y, w, reduction=r), [scores()], [ignoring, weights]),
    case("nll of planes", lambda x, y, w, r: F.nll_loss(x.log_softmax(1), y, w, reduction=r, ignore_index=2), [planes()], [places, weights]),
    case("bce with logits", lambda x, y, r: F.binary_cross_entropy_with_logits(x, y, reduction=r), [randn(9) * 3], [events]),
    case("bce with logits column", lambda x, y, r: F.binary_cross_entropy_with_logits(x, y, reduction=r), [randn(5, 1)], [torch.tensor([[0.0], [1], [1], [0], [1]])]),
    case("bce with logits far", lambda x, y, r: F.binary_cross_entropy_with_logits(x, y, reduction=r), [torch.tensor([900.0, -900, 60, -60, 0])], [torch.tensor([0.0, 1, 1, 0, 1])]),
    case("bce with logits weighted", lambda x, y, w, p, r: F.binary_cross_entropy_with_logits(x, y, w, reduction=r, pos_weight=p), [randn(3, 4)], [torch.rand(3, 4).round(), torch.rand(3, 1) + 0.5, weights]),
    case("bce with logits positives", lambda x, y, p, r: F.binary_cross_entropy_with_logits(x, y, reduction=r, pos_weight=p), [randn(9)], [events, torch.tensor(3.5)]),
    case("bce", lambda x, y, r: F.binary_cross_entropy(torch.sigmoid(x), y, reduction=r), [randn(5)], [partly]),
    case("bce weighted", lambda x, y, w, r: F.binary_cross_entropy(torch.sigmoid(x), y, w, reduction=r), [randn(5)], [partly, torch.rand(5) + 0.5]),
    case("focal", lambda x, y, r: focal(x, y, None, 2, r), [scores()], [labels]),
    case("focal weighted", lambda x, y, w, r: focal(x, y, w, 0.5, r), [scores()], [labels, weights]),
    case("focal of planes", lambda x, y, r: focal(x, y, None, 3, r), [planes()], [places]),
    case("focal without focus", lambda x, y, r: F.cross_entropy(x, y, reduction=r), [scores()], [labels]),
    case("binary focal", lambda x, y, r: binary_focal(x, y, 0.25, 2, r), [randn(9) * 2], [events]),
    case("binary focal even", lambda x, y, r: binary_focal(x, y, None, 1.5, r), [randn(9) * 2], [events]),
    case("hinge", lambda x, y, r: hinge(x, y, 1, False, r), [randn(5) * 2], [signs]),
    case("hinge squared", lambda x, y, r: hinge(x, y, 0.5, True, r), [randn(5) * 2], [signs]),
    case("hinge embedding", lambda x, y, r: F.hinge_embedding_loss(x, y, 1.3, reduction=r), [torch.rand(5) * 2], [signs]),
    case("multi margin", lambda x, y, r: F.multi_margin_loss(x, y, reduction=r), [scores()], [labels], second=False),
    case("multi margin squared", lambda x, y, w, r: F.multi_margin_loss(x, y, 2, 0.7, w, reduction=r), [scores()], [labels, weights], second=False),
    case("kl", kl(False), [scores()], [soft], BATCH),
    case("kl with zeros", kl(False), [scores()], [torch.tensor([[0.0, 0.5, 0.5, 0.0]] * 6)], BATCH),
    case("kl of logarithms", kl(True), [scores()], [soft.log()], BATCH),
    case("cosine embedding", lambda x, y, t, r: F.cosine_embedding_loss(x, y, t, 0.2, reduction=r), [randn(4, 3), randn(4, 3)], [four]),
    case("triplet margin", lambda a, p, n, r: F.triplet_margin_loss(a, p, n, reduction=r), [randn(5, 3), randn(5, 3), randn(5, 3)]),
    case("triplet margin swapped", lambda a, p, n, r: F.triplet_margin_loss(a, p, n, 2.5, 3, 1e-4, True, reduction=r), [randn(5, 3), randn(5, 3), randn(5, 3)]),
    case("info nce", lambda q, k, r: info_nce(q, k, 0.1, False, r), [randn(4, 5), randn(4, 5)]),
    case("info nce symmetric", lambda q, k, r: info_nce(q, k, 0.5, True, r), [randn(4, 5), randn(4, 5)]),
    case("info nce negatives", info_nce_negatives, [randn(4, 5), randn(4, 5), randn(3, 5)]),
    case("ctc", ctc([9, 7, 8, 3], [4, 2, 3, 0]), [randn(9, 4, 5)], [spoken], second=False),
    case("ctc in one dimension", ctc([9, 7, 8], [4, 2, 3], blank=4), [randn(9, 3, 5)], [flat_spoken], second=False),
    case("ctc that does not fit", ctc([4, 5], [3, 3], zero=True), [randn(5, 2, 4)], [tight], second=False),
    case("ctc long", ctc([60, 50], [12, 9]), [randn(60, 2, 4) * 3], [torch.randint(1, 4, (2, 12))], second=False),
    case("poisson", lambda x, y, r: F.poisson_nll_loss(x, y, reduction=r), [randn(6)], [torch.tensor([0.0, 1, 2, 5, 3, 1])]),
    case("poisson full", lambda x, y, r: F.poisson_nll_loss(x, y, full=True, reduction=r), [randn(6)], [torch.tensor([0.0, 1, 2, 5, 3, 1])]),
    case("poisson of rates", lambda x, y, r: F.poisson_nll_loss(x, y, log_input=False, eps=1e-3, reduction=r), [torch.rand(6) * 3], [torch.tensor([0.0, 1, 2, 5, 3, 1])]),
    case("gaussian", lambda x, y, v, r: F.gaussian_nll_loss(x, y, v, reduction=r), [randn(3, 4), randn(3, 4), torch.rand(3, 4) + 0.2]),
    case("gaussian of rows", lambda x, y, v, r: F.gaussian_nll_loss(x, y, v, full=True, eps=0.3, reduction=r), [randn(3, 4), randn(3, 4), torch.tensor([[0.1], [0.5], [2.0]])]),
]
write("losses.json", CASES)
