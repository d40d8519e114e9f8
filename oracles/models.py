#!/usr/bin/python3
"""Writes models.json: ten training steps of every reference model in PyTorch.

First weights and data are no part of the fixture: both sides compute them, number i of a tensor from i and the tensor's name by `fill`.
A case holds the losses of ten steps on one batch (clipping where the case has it, dropout 0), in float64 and in float32, the number of parameters, and of every
parameter afterwards how far it went (the norm of its change) and eight of its values, in float64.
Needs Debian's torch 1.13.0; run it from the repository's root.
"""
import json, math
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

torch.set_num_threads(1)
STEPS, KEPT = 10, 8


def fill(name, count):
    """`count` numbers in [-1, 1): bits of an integer hash of the place, started at a hash of the name (FNV-1a, 32 bit)."""
    start = 0x811C9DC5
    for letter in name.encode(): start = (start ^ letter) * 0x01000193 & 0xFFFFFFFF
    x = np.arange(count, dtype=np.uint32) * np.uint32(0x9E3779B9) + np.uint32(start)
    for shift, factor in ((16, 0x7FEB352D), (15, 0x846CA68B)):
        x = (x ^ (x >> np.uint32(shift))) * np.uint32(factor)
    return ((x ^ (x >> np.uint32(16))) >> np.uint32(8)).astype(np.float64) / 2 ** 23 - 1


def real(name, *shape): return torch.from_numpy(fill(name, math.prod(shape)).reshape(shape))


def whole(name, below, *shape): return ((real(name, *shape) + 1) / 2 * below).long()


def weigh(name, shape):
    """Matrices and filters uniform in ±1/√(numbers a row); gains 1 ± 0.1, biases ± 0.1."""
    u = real(name, *shape)
    if len(shape) > 1: return u * (1 / math.sqrt(math.prod(shape[1:])))
    return 1 + 0.1 * u if name.endswith("weight") else 0.1 * u


class Twin(nn.Module):
    """A module whose parts are given by name."""
    def __init__(self, **parts):
        super().__init__()
        for name, part in parts.items(): setattr(self, name, part)


class Basic(Twin):
    def __init__(self, inside, outside, stride):
        same = stride == 1 and inside == outside
        super().__init__(c1=nn.Conv2d(inside, outside, 3, stride, 1, bias=False), b1=nn.BatchNorm2d(outside), c2=nn.Conv2d(outside, outside, 3, 1, 1, bias=False), b2=nn.BatchNorm2d(outside),
                         short=nn.Sequential(*([] if same else [nn.Conv2d(inside, outside, 1, stride, bias=False), nn.BatchNorm2d(outside)])))

    def forward(self, x): return (self.b2(self.c2(self.b1(self.c1(x)).relu())) + self.short(x)).relu()


class Reader(Twin):
    def __init__(self, cell): super().__init__(rnn=cell(16, 128, batch_first=True), head=nn.Linear(128, 1))

    def forward(self, x): return self.head(self.rnn(x)[0][:, -1]).flatten()


class Mixer(Twin):
    def __init__(self, width, heads, causal):
        super().__init__(qkv=nn.Linear(width, 3 * width), out=nn.Linear(width, width))
        self.heads, self.causal = heads, causal

    def forward(self, x):
        n, t, width = x.shape
        q, k, v = (part.unflatten(2, (self.heads, -1)).transpose(1, 2) for part in self.qkv(x).chunk(3, 2))
        scores = q.matmul(k.transpose(2, 3)) / math.sqrt(width // self.heads)
        if self.causal: scores = scores + torch.full((t, t), -math.inf, dtype=x.dtype).triu(1)
        return self.out(scores.softmax(3).matmul(v).transpose(1, 2).flatten(2))


class Block(Twin):
    def __init__(self, width, heads, hidden, causal):
        super().__init__(n1=nn.LayerNorm(width), att=Mixer(width, heads, causal), n2=nn.LayerNorm(width), mlp=nn.Sequential(nn.Linear(width, hidden), nn.GELU(), nn.Linear(hidden, width)))

    def forward(self, x):
        x = x + self.att(self.n1(x))
        return x + self.mlp(self.n2(x))


class Tokens(Twin):
    def __init__(self, words, length, width, heads, layers, hidden, causal):
        super().__init__(tok=nn.Embedding(words, width), pos=nn.Parameter(torch.zeros(length, width)), body=nn.Sequential(*(Block(width, heads, hidden, causal) for _ in range(layers))),
                         norm=nn.LayerNorm(width), head=nn.Linear(width, words))

    def forward(self, ids): return self.head(self.norm(self.body(self.tok(ids) + self.pos)))


class Patches(Twin):
    def __init__(self):
        super().__init__(patch=nn.Conv2d(1, 64, 4, 4), cls=nn.Parameter(torch.zeros(1, 1, 64)), pos=nn.Parameter(torch.zeros(50, 64)), body=nn.Sequential(*(Block(64, 4, 256, False) for _ in range(4))),
                         norm=nn.LayerNorm(64), head=nn.Linear(64, 10))

    def forward(self, x):
        x = self.patch(x).flatten(2).transpose(1, 2)
        return self.head(self.norm(self.body(torch.cat([self.cls.expand(len(x), 1, 64), x], 1) + self.pos)[:, 0]))


def row(*layers): return nn.Sequential(*layers)


def clinical():
    blocks = [layer for a, b in ((20, 128), (128, 64), (64, 32)) for layer in (nn.Linear(a, b), nn.BatchNorm1d(b), nn.ReLU(), nn.Identity())]
    return row(*blocks, nn.Linear(32, 1), nn.Flatten(0))


def cnn(): return row(nn.Conv2d(1, 32, 3), nn.ReLU(), nn.Conv2d(32, 64, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Identity(), nn.Flatten(), nn.Linear(9216, 128), nn.ReLU(), nn.Identity(), nn.Linear(128, 10))


def lenet():
    return row(nn.Conv2d(1, 6, 5, padding=2), nn.Tanh(), nn.AvgPool2d(2), nn.Conv2d(6, 16, 5), nn.Tanh(), nn.AvgPool2d(2), nn.Flatten(), nn.Linear(400, 120), nn.Tanh(), nn.Linear(120, 84), nn.Tanh(),
               nn.Linear(84, 10))


def resnet(blocks):
    widths = [16] * blocks + [32] * blocks + [64] * blocks
    body = [Basic(a, b, 1 if a == b else 2) for a, b in zip([16] + widths, widths)]
    return row(nn.Conv2d(3, 16, 3, 1, 1, bias=False), nn.BatchNorm2d(16), nn.ReLU(), *body, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, 10))


def autoencoder(): return row(nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 64), nn.ReLU(), nn.Linear(64, 256), nn.ReLU(), nn.Linear(256, 784), nn.Sigmoid())


def gan():
    return nn.ModuleList([row(nn.Linear(64, 256), nn.LeakyReLU(0.2), nn.Linear(256, 512), nn.LeakyReLU(0.2), nn.Linear(512, 784), nn.Tanh()),
                          row(nn.Linear(784, 512), nn.LeakyReLU(0.2), nn.Linear(512, 256), nn.LeakyReLU(0.2), nn.Linear(256, 1), nn.Flatten(0))])


def token_loss(out, y): return F.cross_entropy(out.flatten(0, 1), y.flatten())


bce, ce = F.binary_cross_entropy_with_logits, F.cross_entropy
CASES = {  # model, inputs, targets, loss, whether the gradient is clipped to norm 1
    "mlp": (lambda: row(nn.Linear(20, 32), nn.ReLU(), nn.Linear(32, 16), nn.ReLU(), nn.Linear(16, 3)), real("inputs", 16, 20), whole("targets", 3, 16), ce, False),
    "clinical-mlp": (clinical, real("inputs", 32, 20), whole("targets", 2, 32), bce, True),
    "lenet": (lenet, real("inputs", 4, 1, 28, 28), whole("targets", 10, 4), ce, False),
    "mnist-cnn": (cnn, real("inputs", 4, 1, 28, 28), whole("targets", 10, 4), ce, False),
    "resnet8": (lambda: resnet(1), real("inputs", 4, 3, 32, 32), whole("targets", 10, 4), ce, False),
    "resnet14": (lambda: resnet(2), real("inputs", 4, 3, 16, 16), whole("targets", 10, 4), ce, False),
    "rnn": (lambda: Reader(nn.RNN), real("inputs", 8, 100, 16), whole("targets", 2, 8), bce, True),
    "lstm": (lambda: Reader(nn.LSTM), real("inputs", 8, 100, 16), whole("targets", 2, 8), bce, True),
    "gru": (lambda: Reader(nn.GRU), real("inputs", 8, 100, 16), whole("targets", 2, 8), bce, True),
    "bert-mini": (lambda: Tokens(1000, 64, 128, 4, 2, 512, False), whole("inputs", 1000, 4, 64), whole("targets", 1000, 4, 64), token_loss, True),
    "char-gpt": (lambda: Tokens(65, 64, 128, 4, 4, 512, True), whole("inputs", 65, 4, 64), whole("targets", 65, 4, 64), token_loss, True),
    "vit": (Patches, real("inputs", 4, 1, 28, 28), whole("targets", 10, 4), ce, False),
    "autoencoder": (autoencoder, (real("inputs", 8, 784) + 1) / 2, None, F.mse_loss, False),
    "gan": (gan, real("inputs", 8, 784), None, None, False),
}


def adversarial(model, real_rows, dtype):
    """One step of both networks; the loss is that of the discriminator and that of the generator together."""
    (g, d), n = model, len(real_rows)
    og, od = (torch.optim.Adam(m.parameters(), 2e-4, (0.5, 0.999)) for m in model)
    one, zero = torch.ones(n, dtype=dtype), torch.zeros(n, dtype=dtype)

    def step(number):
        made = g(real(f"noise{number}", n, 64).to(dtype))
        od.zero_grad(); first = bce(d(real_rows), one) + bce(d(made.detach()), zero); first.backward(); od.step()
        og.zero_grad(); second = bce(d(made), one); second.backward(); og.step()
        return first.item() + second.item()
    return step


def supervised(model, x, y, loss, clip):
    optimizer = torch.optim.AdamW(model.parameters(), 3e-4)

    def step(_):
        optimizer.zero_grad(); value = loss(model(x), y); value.backward()
        if clip: nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        return value.item()
    return step


def train(name, dtype):
    make, x, y, loss, clip = CASES[name]
    model = make().to(dtype)
    with torch.no_grad():
        for key, value in model.named_parameters(): value.copy_(weigh(key, value.shape))
    x = x.to(dtype) if x.is_floating_point() else x
    y = x if y is None else y.to(dtype) if loss is bce else y
    step = adversarial(model, x, dtype) if name == "gan" else supervised(model, x, y, loss, clip)
    return model, [step(number) for number in range(STEPS)]


def case(name):
    model, losses = train(name, torch.float64)
    after = {}
    for key, value in model.named_parameters():
        places = [i * (value.numel() - 1) // (KEPT - 1) for i in range(KEPT)]
        moved = (value - weigh(key, value.shape)).norm().item()
        after[key] = {"moved": float(f"{moved:.10g}"), "values": [float(f"{value.flatten()[i].item():.12g}") for i in places]}
    return {"name": name, "parameters": sum(p.numel() for p in model.parameters()), "losses": losses, "singleLosses": train(name, torch.float32)[1], "after": after}


with open("tests/Gradus.Learning.Tests/Fixtures/models.json", "w") as file:
    file.write('{"torch": "%s", "cases": [\n' % torch.__version__ + ",\n".join(json.dumps(case(name)) for name in CASES) + "\n]}\n")
