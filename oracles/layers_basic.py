#!/usr/bin/python3
"""Writes layers-basic.json: linear layers, activations, embeddings and containers. See layer_fixture.py."""
import torch
from torch import nn
from layer_fixture import case, real, write


class Residual(nn.Module):
    def __init__(self, body, shortcut=None):
        super().__init__()
        self.body = body
        if shortcut is not None: self.shortcut = shortcut

    def forward(self, x): return self.body(x) + (self.shortcut(x) if hasattr(self, "shortcut") else x)


x = real(4, 5)
write("basic", [
    case("Linear", lambda: nn.Linear(5, 3), x),
    case("Linear no bias", lambda: nn.Linear(5, 3, bias=False), x),
    case("Linear 3-d", lambda: nn.Linear(5, 3), real(2, 4, 5)),
    case("ReLU", lambda: nn.ReLU(), x),
    case("LeakyReLU", lambda: nn.LeakyReLU(), x),
    case("LeakyReLU slope", lambda: nn.LeakyReLU(0.2), x),
    case("GELU", lambda: nn.GELU(), x * 2),
    case("GELU tanh", lambda: nn.GELU("tanh"), x * 2),
    case("ELU", lambda: nn.ELU(), x * 2),
    case("ELU alpha", lambda: nn.ELU(0.7), x * 2),
    case("SELU", lambda: nn.SELU(), x * 2),
    case("CELU", lambda: nn.CELU(1.5), x * 2),
    case("SiLU", lambda: nn.SiLU(), x * 3),
    case("Mish", lambda: nn.Mish(), x * 3),
    case("ReLU6", lambda: nn.ReLU6(), x * 5),
    case("Hardtanh", lambda: nn.Hardtanh(), x),
    case("Hardtanh bounds", lambda: nn.Hardtanh(-0.5, 2.0), x * 2),
    case("Hardswish", lambda: nn.Hardswish(), x * 3),
    case("Hardsigmoid", lambda: nn.Hardsigmoid(), x * 3),
    case("Softplus", lambda: nn.Softplus(), x * 12, printed=False),
    case("Softplus beta", lambda: nn.Softplus(2.0, 3.0), x * 2),
    case("Softsign", lambda: nn.Softsign(), x * 3),
    case("LogSigmoid", lambda: nn.LogSigmoid(), x * 20),
    case("Tanhshrink", lambda: nn.Tanhshrink(), x * 2),
    case("Softshrink", lambda: nn.Softshrink(), x),
    case("Hardshrink", lambda: nn.Hardshrink(0.7), x),
    case("Threshold", lambda: nn.Threshold(0.1, -3.0), x),
    case("PReLU", lambda: nn.PReLU(), x),
    case("PReLU channels", lambda: nn.PReLU(3, 0.1), real(2, 3, 4)),
    case("RReLU eval", lambda: nn.RReLU(), x, training=False),
    case("GLU", lambda: nn.GLU(), real(3, 6)),
    case("GLU axis", lambda: nn.GLU(1), real(2, 4, 3)),
    case("Softmin", lambda: nn.Softmin(1), x * 4),
    case("LogSoftmax", lambda: nn.LogSoftmax(1), x * 8),
    case("Sigmoid", lambda: nn.Sigmoid(), x * 8),
    case("Tanh", lambda: nn.Tanh(), x * 4),
    case("Softmax", lambda: nn.Softmax(1), x * 8),
    case("Dropout eval", lambda: nn.Dropout(0.3), x, training=False),
    case("Dropout1d eval", lambda: nn.Dropout1d(), real(2, 3, 4), training=False),
    case("Dropout2d eval", lambda: nn.Dropout2d(0.4), real(2, 3, 2, 2), training=False),
    case("AlphaDropout eval", lambda: nn.AlphaDropout(0.1), x, training=False),
    case("Identity", lambda: nn.Identity(), x),
    case("Bilinear", lambda: nn.Bilinear(3, 4, 5), real(2, 3), real(2, 4)),
    case("Bilinear 3-d", lambda: nn.Bilinear(3, 4, 2, bias=False), real(2, 3, 3), real(2, 3, 4)),
    case("Unflatten", lambda: nn.Unflatten(1, (2, -1)), real(2, 6), printed=False),
    case("ModuleList", lambda: nn.ModuleList([nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2)]), real(2, 3), call=lambda m, x: m[2](m[1](m[0](x)))),
    case("ModuleDictionary", lambda: nn.ModuleDict({"b": nn.Linear(3, 4), "a": nn.Tanh()}), real(2, 3), call=lambda m, x: m["a"](m["b"](x)), printed=False),
    case("Flatten", lambda: nn.Flatten(), real(2, 3, 4)),
    case("Flatten 0", lambda: nn.Flatten(0), real(4, 1)),
    case("Embedding", lambda: nn.Embedding(6, 3), torch.tensor([[0, 5, 2], [2, 2, 1]])),
    case("Embedding padding", lambda: nn.Embedding(6, 3, padding_idx=2), torch.tensor([[0, 5, 2], [2, 2, 1]])),
    case("Sequential", lambda: nn.Sequential(nn.Linear(4, 6), nn.ReLU(), nn.Linear(6, 2), nn.Tanh()), real(3, 4)),
    case("Residual", lambda: Residual(nn.Sequential(nn.Linear(4, 6), nn.GELU(), nn.Linear(6, 4))), real(3, 4)),
    case("Residual shortcut", lambda: Residual(nn.Linear(4, 3), nn.Linear(4, 3, bias=False)), real(3, 4)),
])
