#!/usr/bin/python3
"""Writes layers-convolution.json: convolutions and poolings. See layer_fixture.py."""
from torch import nn
from layer_fixture import case, real, write

write("convolution", [
    case("Conv2d", lambda: nn.Conv2d(3, 4, 3), real(2, 3, 5, 6)),
    case("Conv2d strided", lambda: nn.Conv2d(3, 4, (3, 2), (2, 1), (1, 0), (1, 2), bias=False), real(2, 3, 6, 6)),
    case("Conv2d grouped", lambda: nn.Conv2d(4, 6, 3, padding=1, groups=2), real(2, 4, 4, 5)),
    case("Conv2d depthwise", lambda: nn.Conv2d(4, 4, 3, padding="same", groups=4), real(2, 4, 4, 5)),
    case("Conv2d unbatched", lambda: nn.Conv2d(3, 4, 3), real(3, 5, 4)),
    case("Conv2d reflect", lambda: nn.Conv2d(2, 3, 3, padding=1, padding_mode="reflect"), real(2, 2, 4, 3)),
    case("Conv2d replicate", lambda: nn.Conv2d(2, 3, (3, 2), padding=(2, 1), padding_mode="replicate"), real(2, 2, 4, 3)),
    case("Conv2d circular same", lambda: nn.Conv2d(2, 3, (2, 4), padding="same", padding_mode="circular"), real(2, 2, 4, 5)),
    case("Conv1d", lambda: nn.Conv1d(3, 4, 3), real(2, 3, 6)),
    case("Conv1d strided", lambda: nn.Conv1d(4, 6, 3, 2, 2, 2, groups=2), real(2, 4, 7)),
    case("Conv1d same", lambda: nn.Conv1d(2, 3, 4, padding="same", bias=False), real(2, 2, 6)),
    case("Conv1d circular", lambda: nn.Conv1d(2, 3, 3, padding=2, padding_mode="circular"), real(2, 2, 5)),
    case("Conv1d unbatched", lambda: nn.Conv1d(2, 3, 3), real(2, 5)),
    case("MaxPool2d", lambda: nn.MaxPool2d(2), real(2, 3, 4, 5)),
    case("MaxPool2d strided", lambda: nn.MaxPool2d((3, 2), (2, 1), (1, 0), (1, 2), ceil_mode=True), real(2, 2, 6, 6)),
    case("MaxPool1d", lambda: nn.MaxPool1d(3, 2, 1), real(2, 2, 6)),
    case("AvgPool2d", lambda: nn.AvgPool2d(2), real(2, 3, 4, 5)),
    case("AvgPool2d padded", lambda: nn.AvgPool2d((3, 2), (2, 1), 1, ceil_mode=True, count_include_pad=False), real(2, 2, 6, 5)),
    case("AvgPool2d divisor", lambda: nn.AvgPool2d(2, divisor_override=3), real(2, 2, 4, 4)),
    case("AvgPool1d", lambda: nn.AvgPool1d(3, 2, 1), real(2, 2, 6)),
    case("AdaptiveAvgPool2d", lambda: nn.AdaptiveAvgPool2d(1), real(2, 3, 4, 5)),
    case("AdaptiveAvgPool2d uneven", lambda: nn.AdaptiveAvgPool2d((3, 2)), real(2, 2, 5, 5)),
    case("AdaptiveAvgPool1d", lambda: nn.AdaptiveAvgPool1d(3), real(2, 2, 7)),
    case("AdaptiveMaxPool2d", lambda: nn.AdaptiveMaxPool2d((3, 2)), real(2, 2, 5, 5)),
    case("AdaptiveMaxPool1d", lambda: nn.AdaptiveMaxPool1d(3), real(2, 2, 7)),
])
