#!/usr/bin/python3
"""Writes layers-attention.json: attention and what is built on it. See layer_fixture.py."""
import torch
from torch import nn
from layer_fixture import case, real, write


def bools(*rows): return torch.tensor(rows, dtype=torch.bool)


def attend(name, make, *inputs, call=None, **named): return case(name, make, *inputs, call=call, printed=False, **named)


def triangle(t): return torch.ones(t, t, dtype=torch.bool).triu(1)


padding, mask = bools([0, 0, 0, 1], [0, 1, 1, 0]), bools([0, 0, 1, 0], [1, 0, 0, 0], [0, 0, 0, 0])
write("attention", [
    attend("MultiheadAttention", lambda: nn.MultiheadAttention(6, 2), real(3, 2, 6), real(4, 2, 6), real(4, 2, 6)),
    attend("MultiheadAttention self", lambda: nn.MultiheadAttention(6, 3, batch_first=True), real(2, 4, 6), call=lambda m, x: m(x, x, x, average_attn_weights=False)),
    attend("MultiheadAttention self fused", lambda: nn.MultiheadAttention(6, 3, batch_first=True), real(2, 4, 6), call=lambda m, x: m(x, x, x, need_weights=False)),
    attend("MultiheadAttention causal", lambda: nn.MultiheadAttention(6, 2), real(4, 2, 6), call=lambda m, x: m(x, x, x, attn_mask=triangle(4))),
    attend("MultiheadAttention causal fused", lambda: nn.MultiheadAttention(6, 2), real(4, 2, 6), call=lambda m, x: m(x, x, x, need_weights=False, attn_mask=triangle(4))),
    attend("MultiheadAttention masks", lambda: nn.MultiheadAttention(6, 2, batch_first=True), real(2, 3, 6), real(2, 4, 6), padding, mask, call=lambda m, q, k, p, a: m(q, k, k, p, attn_mask=a)),
    attend("MultiheadAttention masks fused", lambda: nn.MultiheadAttention(6, 2, batch_first=True), real(2, 3, 6), real(2, 4, 6), padding, mask,
           call=lambda m, q, k, p, a: m(q, k, k, p, need_weights=False, attn_mask=a)),
    attend("MultiheadAttention additive mask", lambda: nn.MultiheadAttention(6, 2), real(3, 2, 6), real(4, 2, 6), padding, real(4, 3, 4), call=lambda m, q, k, p, a: m(q, k, k, p, attn_mask=a)),
    attend("MultiheadAttention other sizes", lambda: nn.MultiheadAttention(6, 2, bias=False, kdim=5, vdim=4), real(3, 2, 6), real(4, 2, 5), real(4, 2, 4)),
    attend("MultiheadAttention extended", lambda: nn.MultiheadAttention(6, 2, add_bias_kv=True, add_zero_attn=True), real(3, 2, 6), real(4, 2, 6), mask, call=lambda m, q, k, a: m(q, k, k, attn_mask=a)),
    attend("MultiheadAttention unbatched", lambda: nn.MultiheadAttention(6, 2), real(3, 6), real(4, 6), call=lambda m, q, k: m(q, k, k)),
])
