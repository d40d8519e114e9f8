#!/usr/bin/python3
"""Writes the fixtures of losses, optimizers and training: tests/Gradus.Learning.Tests/Fixtures/*.json.

Needs PyTorch (written with Debian's 1.13.0). Run it from the repository's root. A tensor is {"shape": [...], "values": [...]}.
"""
import json
import torch
from torch import nn
from torch.nn import functional as F

torch.manual_seed(20261121)
torch.set_default_dtype(torch.float64)
FOLDER = "tests/Gradus.Learning.Tests/Fixtures/"


def pack(t):
    t = t.detach()
    values = t.double().flatten().tolist() if t.is_floating_point() else t.flatten().tolist()
    return {"shape": list(t.shape), "values": values}


def write(name, cases):
    with open(FOLDER + name, "w") as file:
        json.dump({"torch": torch.__version__, "cases": cases}, file)
        file.write("\n")


def state(model):
    return {key: pack(value.double()) for key, value in model.state_dict().items()}


# --- losses ---------------------------------------------------------------------------------------------------------
def loss_case(name, kind, function, x, target):
    x = x.clone().requires_grad_()
    out = {"name": name, "kind": kind, "input": pack(x), "target": pack(target)}
    for reduction in ("mean", "sum"):
        x.grad = None
        value = function(x, target, reduction=reduction)
        value.backward()
        out[reduction] = {"value": value.item(), "gradient": pack(x.grad)}
    return out


far = torch.tensor([[80.0, -80.0, 0.0], [-700.0, 700.0, 1.0], [1e-8, 0.0, -1e-8]])
write("losses.json", [
    loss_case("plain", "crossEntropy", F.cross_entropy, torch.randn(6, 4) * 2, torch.tensor([0, 3, 1, 1, 2, 0])),
    loss_case("far", "crossEntropy", F.cross_entropy, far, torch.tensor([1, 1, 2])),
    loss_case("plain", "binaryCrossEntropy", F.binary_cross_entropy_with_logits, torch.randn(9) * 3, torch.tensor([0., 1, 1, 0, 1, 0, 0.3, 0.75, 1])),
    loss_case("column", "binaryCrossEntropy", F.binary_cross_entropy_with_logits, torch.randn(5, 1), torch.tensor([[0.], [1], [1], [0], [1]])),
    loss_case("far", "binaryCrossEntropy", F.binary_cross_entropy_with_logits, torch.tensor([900., -900, 60, -60, 0]), torch.tensor([0., 1, 1, 0, 1])),
    loss_case("plain", "meanSquaredError", F.mse_loss, torch.randn(4, 3), torch.randn(4, 3)),
])


# --- optimizers -----------------------------------------------------------------------------------------------------
OPTIMIZERS = {
    "Sgd": lambda p: torch.optim.SGD(p, 0.1),
    "Sgd momentum": lambda p: torch.optim.SGD(p, 0.1, momentum=0.9),
    "Sgd dampening": lambda p: torch.optim.SGD(p, 0.1, momentum=0.9, dampening=0.2, weight_decay=0.05),
    "Sgd nesterov": lambda p: torch.optim.SGD(p, 0.1, momentum=0.9, nesterov=True, weight_decay=0.01),
    "Adam": lambda p: torch.optim.Adam(p, 0.05),
    "Adam decay": lambda p: torch.optim.Adam(p, 0.05, betas=(0.8, 0.95), eps=1e-6, weight_decay=0.1),
    "AdamW": lambda p: torch.optim.AdamW(p, 0.05),
    "AdamW decay": lambda p: torch.optim.AdamW(p, 0.05, betas=(0.8, 0.95), eps=1e-6, weight_decay=0.2),
}


def optimizer_case(name, make):
    parameters = [torch.randn(3, 7, requires_grad=True), torch.randn(19, requires_grad=True)]
    start = [pack(p) for p in parameters]
    optimizer, gradients, after = make(parameters), [], []
    for step in range(10):
        for p in parameters: p.grad = torch.randn_like(p) * (10.0 ** (step - 5))
        gradients.append([pack(p.grad) for p in parameters])
        optimizer.step()
        if step in (0, 1, 9): after.append({"step": step, "parameters": [pack(p) for p in parameters]})
    return {"name": name, "start": start, "gradients": gradients, "after": after}


write("optimizers.json", [optimizer_case(name, make) for name, make in OPTIMIZERS.items()])


# --- clipping -------------------------------------------------------------------------------------------------------
def clip_case(scale):
    parameters = [torch.zeros(4, 3, requires_grad=True), torch.zeros(5, requires_grad=True)]
    for p in parameters: p.grad = torch.randn_like(p) * scale
    before = [pack(p.grad) for p in parameters]
    norm = nn.utils.clip_grad_norm_(parameters, 1.0)
    return {"gradients": before, "norm": norm.item(), "clipped": [pack(p.grad) for p in parameters]}


write("clipping.json", [clip_case(5.0), clip_case(0.05)])


# --- ten steps of training ------------------------------------------------------------------------------------------
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
