"""Softmax, normalizations, losses and dropout at the shapes of the reference models, forward and backward."""
import torch
from torch.nn import functional as F

R = torch.randn


def step(run, *inputs):
    inputs = [i.requires_grad_() for i in inputs]
    gradient = torch.ones_like(run(*inputs))
    return lambda: torch.autograd.grad(run(*inputs), inputs, gradient)


def cross_entropy(shape):
    labels = torch.randint(0, shape[1], shape[:1])
    return step(lambda x: F.cross_entropy(x, labels), R(*shape))


def batch_norm(shape):
    mean, variance = torch.zeros(shape[1]), torch.ones(shape[1])
    return step(lambda x, w, b: F.batch_norm(x, mean, variance, w, b, True), R(*shape), torch.ones(shape[1]), torch.zeros(shape[1]))


def pair(loss, shape):
    target = torch.rand(*shape)
    return step(lambda x: loss(x, target), R(*shape))


MAKE = {
    "softmax": (lambda s: step(lambda x: x.softmax(-1), R(*s)), [(16, 4, 64, 64), (12, 4, 64, 64), (32, 4, 50, 50)]),
    "log-softmax": (lambda s: step(lambda x: x.log_softmax(-1), R(*s)), [(1024, 1000), (768, 65)]),
    "cross-entropy": (cross_entropy, [(1024, 1000), (768, 65)]),
    "layer-norm": (lambda s: step(lambda x, w, b: F.layer_norm(x, s[-1:], w, b), R(*s), torch.ones(s[-1]), torch.zeros(s[-1])), [(16, 64, 128), (12, 64, 128), (32, 50, 64)]),
    "batch-norm2d": (batch_norm, [(32, 16, 32, 32), (32, 32, 16, 16), (32, 64, 8, 8)]),
    "group-norm": (lambda s: step(lambda x, w, b: F.group_norm(x, 4, w, b), R(*s), torch.ones(s[1]), torch.zeros(s[1])), [(32, 16, 32, 32)]),
    "dropout": (lambda s: step(lambda x: F.dropout(x, 0.1, True), R(*s)), [(16, 64, 128)]),
    "mse": (lambda s: pair(F.mse_loss, s), [(128, 784)]),
    "binary-cross-entropy": (lambda s: pair(F.binary_cross_entropy_with_logits, s), [(128, 784)]),
}
CASES = {f"{name}/{'x'.join(map(str, shape))}": lambda make=make, shape=shape: make(shape) for name, (make, shapes) in MAKE.items() for shape in shapes}
