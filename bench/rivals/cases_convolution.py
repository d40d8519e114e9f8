"""Convolution and pooling at the shapes of the reference models, twins of ConvolutionCases.cs."""
import torch
from torch.nn import functional as F


def convolution(batch, channels, size, filters, kernel, stride=1, padding=0, groups=1, bias=True, input_gradient=True, train=True):
    """y = conv2d(x) and, in training, the gradients of sum(y * g): those of the weights always, that of x where the layer is not the first."""
    x = torch.randn(batch, channels, size, size, requires_grad=train and input_gradient)
    w = torch.randn(filters, channels // groups, kernel, kernel, requires_grad=train)
    b = torch.randn(filters, requires_grad=train) if bias else None
    leaves = [t for t in (x, w, b) if t is not None and t.requires_grad]
    if not train:
        def infer():
            with torch.no_grad(): F.conv2d(x, w, b, stride, padding, 1, groups)
        return infer
    g = torch.randn_like(F.conv2d(x, w, b, stride, padding, 1, groups))

    def step():
        for leaf in leaves: leaf.grad = None
        F.conv2d(x, w, b, stride, padding, 1, groups).backward(g)
    return step


def pooling(batch, channels, size, pool):
    x = torch.randn(batch, channels, size, size, requires_grad=True)
    g = torch.randn_like(pool(x))

    def step():
        x.grad = None
        pool(x).backward(g)
    return step


SHAPES = {
    "mnist-1": dict(batch=64, channels=1, size=28, filters=32, kernel=3, input_gradient=False),
    "mnist-2": dict(batch=64, channels=32, size=26, filters=64, kernel=3),
    "resnet-stem": dict(batch=32, channels=3, size=32, filters=16, kernel=3, padding=1, bias=False, input_gradient=False),
    "resnet-16": dict(batch=32, channels=16, size=32, filters=16, kernel=3, padding=1, bias=False),
    "resnet-16-32": dict(batch=32, channels=16, size=32, filters=32, kernel=3, stride=2, padding=1, bias=False),
    "resnet-32": dict(batch=32, channels=32, size=16, filters=32, kernel=3, padding=1, bias=False),
    "resnet-32-64": dict(batch=32, channels=32, size=16, filters=64, kernel=3, stride=2, padding=1, bias=False),
    "resnet-64": dict(batch=32, channels=64, size=8, filters=64, kernel=3, padding=1, bias=False),
    "resnet-short-32": dict(batch=32, channels=16, size=32, filters=32, kernel=1, stride=2, bias=False),
    "resnet-short-64": dict(batch=32, channels=32, size=16, filters=64, kernel=1, stride=2, bias=False),
    "pointwise": dict(batch=32, channels=64, size=16, filters=64, kernel=1, bias=False),
    "vit-patch": dict(batch=32, channels=1, size=28, filters=64, kernel=4, stride=4, input_gradient=False),
    "depthwise": dict(batch=32, channels=64, size=16, filters=64, kernel=3, padding=1, groups=64, bias=False),
}
CASES = {f"conv2d/{name}/train": (lambda shape=shape: convolution(**shape)) for name, shape in SHAPES.items()}
CASES |= {f"conv2d/{name}/infer": (lambda shape=shape: convolution(**{**shape, "batch": 1}, train=False)) for name, shape in SHAPES.items() if name in ("mnist-2", "resnet-16", "depthwise")}
CASES |= {
    "maxpool2d/mnist/train": lambda: pooling(64, 64, 24, lambda x: F.max_pool2d(x, 2)),
    "avgpool2d/resnet/train": lambda: pooling(32, 64, 8, lambda x: F.avg_pool2d(x, 2)),
    "adaptiveavgpool2d/resnet/train": lambda: pooling(32, 64, 8, lambda x: F.adaptive_avg_pool2d(x, 1)),
}
