#!/usr/bin/python3
"""Writes layers-attention.json: attention and what is built on it. See layer_fixture.py."""
import math
import torch
from torch import nn
from torch.nn import functional as F
from layer_fixture import case, real, write


def bools(*rows): return torch.tensor(rows, dtype=torch.bool)


def attend(name, make, *inputs, call=None, **named): return case(name, make, *inputs, call=call, printed=False, **named)


def triangle(t): return torch.ones(t, t, dtype=torch.bool).triu(1)


def slow(layer, x):  # the fast path of evaluation has no gradient
    x = layer.norm1(x + layer.self_attn(x, x, x, need_weights=False)[0])
    return layer.norm2(x + layer.linear2(F.relu(layer.linear1(x))))


class Waves(nn.Module):  # Vaswani et al. (2017), 3.5
    def __init__(self, d):
        super().__init__()
        self.d = d

    def forward(self, x):
        table = torch.tensor([[math.sin(t / 10000 ** (f / self.d)) if f % 2 == 0 else math.cos(t / 10000 ** ((f - 1) / self.d)) for f in range(self.d)] for t in range(x.shape[0])])
        return x + table[:, None]


class Learned(nn.Module):  # as in BERT: normal with deviation 0.02
    def __init__(self, length, d):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(length, d) * 0.02)

    def forward(self, x): return x + self.weight[:x.shape[1]]


class Rotary(nn.Module):  # Su et al. (2021): a pair of features is a complex number, turned by e^(i t angle)
    def __init__(self, d, interleaved, base=10000.0):
        super().__init__()
        self.d, self.interleaved, self.base = d, interleaved, base

    def forward(self, x, offset=0):
        angle = self.base ** (-2 * torch.arange(self.d // 2) / self.d)
        turn = torch.exp(1j * (offset + torch.arange(x.shape[-2]))[:, None] * angle)
        if self.interleaved: return torch.view_as_real(torch.view_as_complex(x.unflatten(-1, (-1, 2))) * turn).flatten(-2)
        y = torch.complex(x[..., :self.d // 2], x[..., self.d // 2:]) * turn
        return torch.cat([y.real, y.imag], -1)


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
    attend("TransformerEncoderLayer", lambda: nn.TransformerEncoderLayer(6, 2, 8), real(3, 2, 6), training=False, call=slow),
    attend("TransformerEncoderLayer pre-norm", lambda: nn.TransformerEncoderLayer(6, 3, 8, 0.0, "gelu", 1e-3, batch_first=True, norm_first=True), real(2, 4, 6)),
    attend("TransformerEncoderLayer masks", lambda: nn.TransformerEncoderLayer(6, 2, 8, 0.0, batch_first=True), real(2, 4, 6), padding, call=lambda m, x, p: m(x, triangle(4), p)),
    attend("TransformerDecoderLayer", lambda: nn.TransformerDecoderLayer(6, 2, 8), real(3, 2, 6), real(4, 2, 6), training=False),
    attend("TransformerDecoderLayer pre-norm", lambda: nn.TransformerDecoderLayer(6, 2, 8, 0.0, F.gelu, batch_first=True, norm_first=True), real(2, 3, 6), real(2, 4, 6), padding, mask,
           call=lambda m, t, s, p, a: m(t, s, triangle(3), a, memory_key_padding_mask=p)),
    attend("TransformerEncoder", lambda: nn.TransformerEncoder(nn.TransformerEncoderLayer(6, 2, 8, 0.0, norm_first=True), 2, nn.LayerNorm(6)), real(3, 2, 6)),
    attend("TransformerDecoder", lambda: nn.TransformerDecoder(nn.TransformerDecoderLayer(6, 2, 8, 0.0), 2, nn.LayerNorm(6)), real(3, 2, 6), real(4, 2, 6), call=lambda m, t, s: m(t, s, triangle(3))),
    attend("SinusoidalPositionalEncoding", lambda: Waves(6), real(5, 2, 6)),
    attend("SinusoidalPositionalEncoding batch first", lambda: Waves(5), real(2, 70, 5), call=lambda m, x: m(x.transpose(0, 1)).transpose(0, 1)),
    attend("LearnedPositionalEncoding", lambda: Learned(6, 4), real(2, 5, 4)),
    attend("RotaryEmbedding", lambda: Rotary(6, True), real(2, 3, 5, 6)),
    attend("RotaryEmbedding halves", lambda: Rotary(6, False), real(2, 5, 6)),
    attend("RotaryEmbedding offset", lambda: Rotary(4, True, 500.0), real(3, 4), call=lambda m, x: m(x, 7)),
])
