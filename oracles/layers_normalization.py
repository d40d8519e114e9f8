#!/usr/bin/python3
"""Writes layers-normalization.json. See layer_fixture.py."""
import torch
from torch import nn
from torch.nn.utils import spectral_norm, weight_norm
from layer_fixture import case, real, write



class RMSNorm(nn.Module):  # torch 1.13 has none: the formula of Zhang and Sennrich (2019)
    def __init__(self, *shape, eps):
        super().__init__()
        self.weight, self.eps, self.dims = nn.Parameter(torch.ones(*shape)), eps, tuple(range(-len(shape), 0))

    def forward(self, x): return x * (x.pow(2).mean(self.dims, keepdim=True) + self.eps).rsqrt() * self.weight


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
    case("GroupNorm", lambda: nn.GroupNorm(2, 6), real(3, 6, 4)),
    case("GroupNorm images", lambda: nn.GroupNorm(3, 6, eps=1e-3), real(2, 6, 2, 3)),
    case("GroupNorm plain", lambda: nn.GroupNorm(1, 4, affine=False), real(3, 4)),
    case("InstanceNorm1d", lambda: nn.InstanceNorm1d(3), real(2, 3, 5)),
    case("InstanceNorm1d affine", lambda: nn.InstanceNorm1d(3, affine=True), real(3, 5)),
    case("InstanceNorm2d", lambda: nn.InstanceNorm2d(3, affine=True, track_running_stats=True), real(2, 3, 2, 3), warm=2),
    case("InstanceNorm2d eval", lambda: nn.InstanceNorm2d(3, affine=True, track_running_stats=True), real(2, 3, 2, 3), warm=2, training=False),
    case("RMSNorm", lambda: RMSNorm(5, eps=1e-6), real(3, 5), printed=False),
    case("RMSNorm 2-d", lambda: RMSNorm(3, 5, eps=1e-3), real(2, 3, 5), printed=False),
    case("WeightNorm", lambda: weight_norm(nn.Linear(4, 3)), real(2, 4)),
    case("WeightNorm convolution", lambda: weight_norm(nn.Conv2d(2, 3, 2)), real(2, 2, 3, 4)),
    case("WeightNorm whole", lambda: weight_norm(nn.Linear(4, 3, bias=False), dim=None), real(2, 4)),
    case("WeightNorm recurrent", lambda: weight_norm(nn.GRU(3, 4), "weight_hh_l0", 1), real(4, 2, 3)),
    case("SpectralNorm", lambda: spectral_norm(nn.Linear(4, 3)), real(2, 4), warm=2),
    case("SpectralNorm eval", lambda: spectral_norm(nn.Linear(4, 3)), real(2, 4), warm=2, training=False),
    case("SpectralNorm convolution", lambda: spectral_norm(nn.Conv2d(2, 3, 2), n_power_iterations=3), real(2, 2, 3, 4)),
    case("SpectralNorm transposed", lambda: spectral_norm(nn.ConvTranspose2d(2, 3, 2)), real(2, 2, 3, 4), warm=1, training=False),
])
