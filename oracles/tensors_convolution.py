#!/usr/bin/python3
"""Writes the fixtures of convolutions and pooling.

Needs Debian's python3-torch. Run it from the repository's root. Names are those of the operator table in
tests/Gradus.Tensors.Tests/Ops/Tables.
"""
import torch
from torch.nn import functional as F
from operator_fixture import D, real, write


def apart(*shape):
    """Numbers of which no two are equal."""
    count = torch.Size(shape).numel()
    return (torch.randperm(count).to(D) * 0.07 - 1.5).reshape(shape)


def normalized(x, w, b, scale, shift, residual):
    mean, variance = torch.tensor([0.1, -0.2], dtype=D), torch.tensor([0.5, 2.0], dtype=D)
    return (F.batch_norm(F.conv2d(x, w, b, padding=1), mean, variance, scale, shift) + residual).relu()


write("_convolution", [
    ("conv2d", [real(2, 3, 5, 6), real(4, 3, 3, 2), real(4)], F.conv2d),
    ("conv2d strided", [real(1, 2, 6, 7), real(3, 2, 3, 3), real(3)], lambda x, w, b: F.conv2d(x, w, b, 2, 1)),
    ("conv2d dilated", [real(1, 2, 4, 8), real(2, 2, 2, 3), real(2)], lambda x, w, b: F.conv2d(x, w, b, 1, (2, 1), (2, 3))),
    ("conv2d grouped", [real(1, 4, 3, 5), real(6, 2, 3, 2), real(6)], lambda x, w, b: F.conv2d(x, w, b, (1, 2), 1, 1, 2)),
    ("conv2d depthwise", [real(1, 3, 4, 5), real(3, 1, 3, 3)], lambda x, w: F.conv2d(x, w, None, 1, 1, 1, 3)),
    ("conv2d same", [real(1, 2, 4, 5), real(2, 2, 2, 4)], lambda x, w: F.conv2d(x, w, None, 1, "same", (1, 2))),
    ("conv2d with relu", [real(1, 2, 4, 5), real(3, 2, 3, 3), real(3)], lambda x, w, b: F.conv2d(x, w, b, padding=1).relu()),
    ("conv2d unbatched", [real(2, 4, 5), real(3, 2, 2, 3)], F.conv2d),
    ("conv1d", [real(2, 3, 9), real(4, 3, 3), real(4)], lambda x, w, b: F.conv1d(x, w, b, 2, 2, 2)),
    ("conv1d grouped", [real(2, 4, 6), real(4, 2, 4)], lambda x, w: F.conv1d(x, w, None, padding="same", groups=2)),
    ("conv transpose 2d", [real(2, 3, 3, 4), real(3, 2, 2, 3), real(2)], F.conv_transpose2d),
    ("conv transpose 2d strided", [real(1, 2, 3, 3), real(2, 3, 3, 4), real(3)], lambda x, w, b: F.conv_transpose2d(x, w, b, (2, 3), 1, (1, 2))),
    ("conv transpose 2d grouped", [real(1, 4, 3, 3), real(4, 2, 2, 3), real(4)], lambda x, w, b: F.conv_transpose2d(x, w, b, 2, 1, 1, 2, (1, 2))),
    ("conv transpose 1d", [real(2, 2, 4), real(2, 3, 4), real(3)], lambda x, w, b: F.conv_transpose1d(x, w, b, 3, 1, 2)),
    ("unfold", [real(2, 2, 4, 6)], lambda x: F.unfold(x, (2, 3), (1, 2), 1, (2, 1))),
    ("fold", [real(2, 8, 6)], lambda x: F.fold(x, (4, 5), 2, 1, 1, (2, 3))),
    ("conv2d without bias", [real(2, 2, 4, 5), real(3, 2, 3, 2)], F.conv2d),
    ("conv2d uneven", [real(1, 2, 5, 6), real(3, 2, 2, 3)], lambda x, w: F.conv2d(x, w, None, (3, 1), (0, 3), (1, 2))),
    ("conv2d batch norm", [real(1, 2, 3, 4), real(2, 2, 3, 3), real(2), real(2), real(2), real(1, 2, 3, 4)], normalized),
])
write("_pooling", [
    ("max pool 2d", [apart(2, 2, 5, 6)], lambda x: F.max_pool2d(x, 2)),
    ("max pool 2d overlapping", [apart(1, 2, 5, 6)], lambda x: F.max_pool2d(x, (3, 2), (2, 1), (1, 0))),
    ("max pool 2d dilated", [apart(1, 2, 5, 6)], lambda x: F.max_pool2d(x, 2, 1, 1, (2, 3))),
    ("max pool 2d ceil", [apart(1, 2, 6, 7)], lambda x: F.max_pool2d(x, 3, 2, 1, ceil_mode=True)),
    ("max pool 1d", [apart(2, 2, 7)], lambda x: F.max_pool1d(x, 3, 2, 1)),
    ("adaptive max pool 2d", [apart(1, 2, 5, 7)], lambda x: F.adaptive_max_pool2d(x, (3, 2))),
    ("adaptive max pool 1d", [apart(2, 2, 7)], lambda x: F.adaptive_max_pool1d(x, 3)),
    ("avg pool 2d", [real(2, 2, 5, 6)], lambda x: F.avg_pool2d(x, 2)),
    ("avg pool 2d padded", [real(1, 2, 5, 6)], lambda x: F.avg_pool2d(x, (3, 2), (2, 1), 1)),
    ("avg pool 2d without padding", [real(1, 2, 5, 6)], lambda x: F.avg_pool2d(x, (3, 2), (2, 1), 1, count_include_pad=False)),
    ("avg pool 2d ceil", [real(1, 2, 6, 7)], lambda x: F.avg_pool2d(x, 3, 2, 1, ceil_mode=True)),
    ("avg pool 2d divisor", [real(1, 2, 3, 4)], lambda x: F.avg_pool2d(x, 2, 1, divisor_override=3)),
    ("avg pool 1d", [real(2, 2, 6)], lambda x: F.avg_pool1d(x, 3, 2, 1, True)),
    ("adaptive avg pool 2d", [real(1, 2, 5, 7)], lambda x: F.adaptive_avg_pool2d(x, (3, 2))),
    ("global avg pool 2d", [real(2, 2, 4, 5)], lambda x: F.adaptive_avg_pool2d(x, 1)),
    ("adaptive avg pool 1d", [real(2, 2, 7)], lambda x: F.adaptive_avg_pool1d(x, 3)),
    ("max pool 2d indices", [apart(2, 2, 4, 5)], lambda x: F.max_pool2d(x, (2, 3), 1, return_indices=True)[1].to(D)),
    ("max pool 1d indices", [apart(2, 6)], lambda x: F.max_pool1d(x, 2, return_indices=True)[1].to(D)),
])
