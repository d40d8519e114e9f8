"""What the scripts learning_*.py share: how tensors and cases are written to tests/Gradus.Learning.Tests/Fixtures/*.json.

A tensor is {"shape": [...], "values": [...]}. Written with Debian's torch 1.13.0, from the repository's root.
"""
import json
import torch

torch.manual_seed(20261121)
torch.set_default_dtype(torch.float64)


def pack(tensor):
    tensor = torch.as_tensor(tensor).detach()
    values = tensor.double().flatten().tolist() if tensor.is_floating_point() else tensor.flatten().tolist()
    return {"shape": list(tensor.shape), "values": values}


def write(name, cases):
    with open("tests/Gradus.Learning.Tests/Fixtures/" + name, "w") as file:
        file.write('{"torch": "%s", "cases": [\n' % torch.__version__ + ",\n".join(json.dumps(case) for case in cases) + "\n]}\n")
