"""What the scripts layers_*.py share: how a case of a layer is run in PyTorch and how a fixture is written.

A fixture is tests/Gradus.Learning.Tests/Fixtures/layers-*.json. A case holds float64 parameters and buffers, inputs, outputs, the gradients of the sum of
(output * weight) where weight counts 1, 2, 3, 1, 2, 3, ... over the elements of each output, the buffers afterwards, how PyTorch prints the layer, and of every parameter
the statistics of its first values over many fresh layers. Written with Debian's torch 1.13.0, from the repository's root.
"""
import json
import torch

torch.manual_seed(20261126)
torch.set_default_dtype(torch.float64)
FRESH = 400


def real(*shape):
    return torch.randn(shape).round(decimals=4)


def numbers(tensor):
    tensor = tensor.detach().reshape(-1)
    return [float(f"{v:.14g}") for v in tensor.tolist()] if tensor.is_floating_point() else [int(v) for v in tensor.tolist()]


def pack(tensor):
    kind = "real" if tensor.is_floating_point() else "bool" if tensor.dtype == torch.bool else "whole"
    return {"shape": list(tensor.shape), "values": numbers(tensor), "kind": kind}


def tensors(result):
    """All tensors of a result, whose tuples may be nested; None is left out."""
    if result is None: return []
    return [result] if torch.is_tensor(result) else [t for part in result for t in tensors(part)]


def weighted(outputs):
    return sum((o * (torch.arange(o.numel()) % 3 + 1).reshape(o.shape)).sum() for o in outputs)


def state(layer):
    return {key: pack(value) for key, value in layer.state_dict().items()}


def first_values(make):
    drawn = {}
    for _ in range(FRESH):
        for key, value in make().state_dict().items():
            if value.is_floating_point(): drawn.setdefault(key, []).append(value.flatten())
    out = {}
    for key, values in drawn.items():
        x = torch.cat(values)
        mean, deviation = x.mean().item(), x.std(unbiased=False).item()
        fourth = ((x - mean) ** 4).mean().item() / deviation ** 4 if deviation > 0 else 0
        out[key] = {"mean": mean, "deviation": deviation, "kurtosis": fourth, "least": x.min().item(), "most": x.max().item()}
    return out


def case(name, make, *inputs, call=None, training=True, warm=0, printed=True, fill=True):
    """Runs the layer that make() gives. call(layer, *inputs) is layer(*inputs) by default; warm passes in training come before."""
    call = call or (lambda layer, *given: layer(*given))
    layer = make()
    if fill:
        for value in layer.parameters():
            with torch.no_grad(): value.copy_(real(*value.shape))
    before = state(layer)
    layer.train()
    warms = [[(i * 2 + 1).round(decimals=4) + 0.25 * n if i.is_floating_point() else i for i in inputs] for n in range(warm)]
    for given in warms: call(layer, *given)
    layer.train(training)
    given = [i.clone().requires_grad_() if i.is_floating_point() else i for i in inputs]
    outputs = tensors(call(layer, *given))
    leaves = [i for i in given if i.is_floating_point()] + [p for p in layer.parameters()]
    if leaves and any(o.requires_grad for o in outputs): weighted([o for o in outputs if o.requires_grad]).backward()
    changed = {key: pack(value) for key, value in layer.named_buffers() if before[key]["values"] != numbers(value)}
    return {"name": name, "training": training, "printed": repr(layer) if printed else None, "state": before, "warm": [[pack(i) for i in w] for w in warms],
            "inputs": [pack(i) for i in inputs], "outputs": [pack(o) for o in outputs],
            "inputGradients": [pack(i.grad) if i.is_floating_point() and i.grad is not None else None for i in given],
            "gradients": {key: pack(value.grad) if value.grad is not None else None for key, value in layer.named_parameters()},
            "after": changed, "first": first_values(make)}


def write(family, cases):
    with open(f"tests/Gradus.Learning.Tests/Fixtures/layers-{family}.json", "w") as file:
        file.write('{"torch": "%s", "cases": [\n' % torch.__version__ + ",\n".join(json.dumps(c) for c in cases) + "\n]}\n")
