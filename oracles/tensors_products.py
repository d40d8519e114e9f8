"""Reference values of products of matrices for tests/Gradus.Tensors.Tests/Fixtures/operators_products.json.

Written with torch 1.13.0, Debian's python3-torch.
"""
import torch
import torch.nn.functional as F
from operator_fixture import real, write

CASES = [
    ("matmul", [real(6), real(6, 3)], torch.matmul),
    ("matmul", [real(4, 6), real(6)], torch.matmul),
    ("matmul", [real(6), real(6)], torch.matmul),
    ("matmul", [real(17, 9), real(9, 19)], torch.matmul),
    ("matmul batched", [real(2, 3, 4, 5), real(5, 2)], torch.matmul),
    ("matmul batched", [real(3, 2), real(2, 2, 3)], torch.matmul),
    ("matmul transposed", [real(4, 3), real(5, 4)], lambda a, b: a.t() @ b.t()),
    ("linear", [real(7), real(3, 7), real(3)], F.linear),
    ("linear", [real(2, 3, 4, 5), real(3, 5), real(3)], F.linear),
    ("linear without bias", [real(2, 5, 7), real(3, 7)], F.linear),
    ("linear with relu", [real(5, 7), real(3, 7), real(3)], lambda x, w, b: F.relu(F.linear(x, w, b))),
    ("linear with tanh", [real(2, 4, 5), real(3, 5), real(3)], lambda x, w, b: torch.tanh(F.linear(x, w, b))),
    ("linear with sigmoid", [real(4, 5), real(3, 5), real(3)], lambda x, w, b: torch.sigmoid(F.linear(x, w, b))),
    ("linear with gelu", [real(4, 5), real(3, 5), real(3)], lambda x, w, b: F.gelu(F.linear(x, w, b))),
    ("mm", [real(4, 3), real(3, 2)], torch.mm),
    ("mv", [real(4, 3), real(3)], torch.mv),
    ("bmm", [real(2, 4, 3), real(2, 3, 2)], torch.bmm),
    ("dot", [real(4), real(4)], torch.dot),
]

for name, equation, shapes in (
    ("einsum product", "ij,jk->ik", ((2, 3), (3, 4))),
    ("einsum implied", "ij,jk", ((2, 3), (3, 4))),
    ("einsum batched", "bij,bkj->bik", ((2, 3, 4), (2, 2, 4))),
    ("einsum inner", "bi,bi->b", ((3, 4), (3, 4))),
    ("einsum outer", "i,jk->kij", ((2,), (3, 2))),
    ("einsum transpose", "ijk->kij", ((2, 3, 4),)),
    ("einsum sum", "ij->j", ((2, 3),)),
    ("einsum trace", "ii", ((3, 3),)),
    ("einsum of three", "ij,jk,kl->il", ((2, 3), (3, 4), (4, 2))),
    ("einsum summed alone", "ij,k->i", ((2, 3), (4,))),
    ("einsum needed later", "i,i,i->i", ((3,), (3,), (3,))),
):
    CASES.append((name, [real(*shape) for shape in shapes], (lambda text: lambda *x: torch.einsum(text, *x))(equation)))

write("_products", CASES)
