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
    case("Sigmoid", lambda: nn.Sigmoid(), x * 8),
    case("Tanh", lambda: nn.Tanh(), x * 4),
    case("Softmax", lambda: nn.Softmax(1), x * 8),
    case("Dropout eval", lambda: nn.Dropout(0.3), x, training=False),
    case("Flatten", lambda: nn.Flatten(), real(2, 3, 4)),
    case("Flatten 0", lambda: nn.Flatten(0), real(4, 1)),
    case("Embedding", lambda: nn.Embedding(6, 3), torch.tensor([[0, 5, 2], [2, 2, 1]])),
    case("Embedding padding", lambda: nn.Embedding(6, 3, padding_idx=2), torch.tensor([[0, 5, 2], [2, 2, 1]])),
    case("Sequential", lambda: nn.Sequential(nn.Linear(4, 6), nn.ReLU(), nn.Linear(6, 2), nn.Tanh()), real(3, 4)),
    case("Residual", lambda: Residual(nn.Sequential(nn.Linear(4, 6), nn.GELU(), nn.Linear(6, 4))), real(3, 4)),
    case("Residual shortcut", lambda: Residual(nn.Linear(4, 3), nn.Linear(4, 3, bias=False)), real(3, 4)),
])
