"""Attention from the parts of a packed projection to the heads side by side, and embeddings, forward and backward."""
import torch
from torch.nn import functional as F


def attention(batch, heads, length, depth, causal):
    packed = torch.randn(batch, length, 3 * heads * depth).view(batch, length, 3, heads, depth).permute(2, 0, 3, 1, 4)
    q, k, v = (part.requires_grad_() for part in packed.unbind(0))
    gradient = torch.ones(batch, length, heads * depth)

    def step():
        w = q @ k.transpose(-2, -1) * depth ** -0.5
        if causal:
            w = w.masked_fill(torch.ones(length, length, dtype=torch.bool).triu(1), float("-inf"))
        torch.autograd.grad((w.softmax(-1) @ v).transpose(1, 2).reshape(batch, length, heads * depth), (q, k, v), gradient)
    return step


def embedding(batch, length, words, width):
    table, indices = torch.randn(words, width, requires_grad=True), torch.randint(0, words, (batch, length))
    gradient = torch.ones(batch, length, width)
    return lambda: torch.autograd.grad(F.embedding(indices, table), table, gradient)


CASES = {
    "attention/16x4x64x32": lambda: attention(16, 4, 64, 32, False),
    "attention-causal/12x4x64x32": lambda: attention(12, 4, 64, 32, True),
    "attention/32x4x50x16": lambda: attention(32, 4, 50, 16, False),
    "embedding/16x64/1000x128": lambda: embedding(16, 64, 1000, 128),
    "embedding/12x64/65x128": lambda: embedding(12, 64, 65, 128),
}
