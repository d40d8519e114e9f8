#!/usr/bin/python3
"""Writes tests/Gradus.Learning.Tests/Fixtures/training.json: ten whole steps of small networks.

Needs PyTorch (written with Debian's 1.13.0). Run it from the repository's root.
"""
import torch
from torch import nn
from torch.nn import functional as F
from learning_fixture import pack, write


def state(model):
    return {key: pack(value.double()) for key, value in model.state_dict().items()}


class Masked(nn.Module):
    """Dropout by masks that are given, one a step."""
    def __init__(self, masks):
        super().__init__(); self.masks, self.step = masks, 0

    def forward(self, x):
        self.step += 1
        return x * self.masks[self.step - 1]


def training_case(name, make, dtype, masked, classes):
    torch.manual_seed(len(name))
    masks = [(torch.rand(10, 10) >= 0.3).to(dtype) / 0.7 for _ in range(10)] if masked else []
    drop = [Masked(masks)] if masked else []
    outputs = classes if classes > 2 else 1
    model = nn.Sequential(nn.Linear(5, 10), nn.BatchNorm1d(10), nn.ReLU(), *drop, nn.Linear(10, 6), nn.BatchNorm1d(6), nn.ReLU(), nn.Linear(6, outputs)).to(dtype)
    start = state(model)
    x, y = torch.randn(10, 10, 5, dtype=dtype), torch.randint(0, classes, (10, 10))
    optimizer, losses, norms = make(model.parameters()), [], []
    for step in range(10):
        optimizer.zero_grad()
        out = model(x[step])
        loss = F.cross_entropy(out, y[step]) if classes > 2 else F.binary_cross_entropy_with_logits(out.flatten(), y[step].to(dtype))
        loss.backward()
        norms.append(nn.utils.clip_grad_norm_(model.parameters(), 1.0).item())
        optimizer.step()
        losses.append(loss.item())
    model.eval()
    final = state(model)
    if masked:  # the C# model has no layer in the place of the mask: shift the keys behind it
        rename = lambda keys: {".".join([str(int(k.split(".")[0]) - (int(k.split(".")[0]) > 3)), *k.split(".")[1:]]): v for k, v in keys.items()}
        start, final = rename(start), rename(final)
    return {"name": name, "dtype": "float64" if dtype == torch.float64 else "float32", "classes": classes, "masks": [pack(mask) for mask in masks], "start": start,
            "inputs": pack(x), "labels": y.flatten().tolist(), "losses": losses, "norms": norms, "final": final}


TRAINERS = {
    "Sgd": lambda p: torch.optim.SGD(p, 0.05, momentum=0.9),
    "Adam": lambda p: torch.optim.Adam(p, 1e-2),
    "AdamW": lambda p: torch.optim.AdamW(p, 1e-2),
}
write("training.json", [training_case(f"{name} {str(dtype)[6:]}", make, dtype, False, 2) for name, make in TRAINERS.items() for dtype in (torch.float64, torch.float32)]
      + [training_case("AdamW masked", TRAINERS["AdamW"], torch.float64, True, 2), training_case("Sgd classes", TRAINERS["Sgd"], torch.float64, False, 4)])
