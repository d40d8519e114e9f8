#!/usr/bin/python3
"""Writes layers-normalization.json. See layer_fixture.py."""
from torch import nn
from layer_fixture import case, real, write

write("normalization", [
    case("BatchNorm1d train", lambda: nn.BatchNorm1d(3), real(6, 3) * 3 + 1),
    case("BatchNorm1d train warm", lambda: nn.BatchNorm1d(3), real(6, 3), warm=3),
    case("BatchNorm1d eval", lambda: nn.BatchNorm1d(3), real(5, 3), training=False, warm=4),
    case("BatchNorm1d momentum", lambda: nn.BatchNorm1d(3, momentum=0.3, eps=1e-3), real(5, 3), warm=2),
    case("BatchNorm1d average", lambda: nn.BatchNorm1d(3, momentum=None), real(5, 3), warm=3),
    case("BatchNorm1d plain", lambda: nn.BatchNorm1d(3, affine=False), real(5, 3), warm=1),
    case("BatchNorm1d untracked", lambda: nn.BatchNorm1d(3, track_running_stats=False), real(5, 3), training=False),
    case("BatchNorm1d sequences", lambda: nn.BatchNorm1d(3), real(4, 3, 5), warm=1),
    case("BatchNorm2d train", lambda: nn.BatchNorm2d(3), real(3, 3, 2, 4), warm=1),
    case("BatchNorm2d eval", lambda: nn.BatchNorm2d(3), real(3, 3, 2, 4), training=False, warm=2),
    case("LayerNorm", lambda: nn.LayerNorm(5), real(2, 3, 5)),
    case("LayerNorm 2-d", lambda: nn.LayerNorm([3, 5], eps=1e-3), real(2, 3, 5)),
    case("LayerNorm plain", lambda: nn.LayerNorm(5, elementwise_affine=False), real(4, 5)),
])
