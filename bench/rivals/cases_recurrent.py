"""Recurrent sequences of 100 steps, 16 features and 128 units: forward and backward of a batch, and inference of one row."""
import torch
from torch import nn


def train(cell, batch):
    net, x, gradient = cell(16, 128, batch_first=True), torch.randn(batch, 100, 16), torch.randn(batch, 100, 128)

    def step():
        for p in net.parameters(): p.grad = None
        net(x)[0].backward(gradient)
    return step


def infer(cell, batch):
    net, x = cell(16, 128, batch_first=True).eval(), torch.randn(batch, 100, 16)

    def step():
        with torch.no_grad(): net(x)
    return step


CASES = {}
for kind, cell in (("rnn", nn.RNN), ("lstm", nn.LSTM), ("gru", nn.GRU)):
    CASES[f"recurrent/{kind}/train/32"] = lambda cell=cell: train(cell, 32)
    CASES[f"recurrent/{kind}/infer/1"] = lambda cell=cell: infer(cell, 1)
