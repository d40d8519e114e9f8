"""Matrix products, twins of the cases in GemmCases.cs: sizes are M, N, K."""
import torch

SQUARES = [64, 128, 256, 512, 1024]
PRODUCTS = [(s, s, s) for s in SQUARES] + [(32, 128, 64), (256, 128, 784), (1, 1024, 1024)]


def product(kind, m, n, k):
    def make():
        left = torch.randn(k, m).t() if kind == "gemm-tn" else torch.randn(m, k)
        right = torch.randn(n, k).t() if kind == "gemm-nt" else torch.randn(k, n)
        return lambda: left @ right
    return make


def batch(transposed, m, n, k, count):
    def make():
        left = torch.randn(count, m, k)
        right = torch.randn(count, n, k).transpose(-2, -1) if transposed else torch.randn(count, k, n)
        return lambda: left @ right
    return make


CASES = {f"gemm/{m}x{n}x{k}": product("gemm", m, n, k) for m, n, k in PRODUCTS}
for kind in ("gemm-tn", "gemm-nt"):
    CASES.update({f"{kind}/{s}x{s}x{s}": product(kind, s, s, s) for s in SQUARES[1:]})
CASES["gemm-batch/64x64x64x32"] = batch(False, 64, 64, 64, 32)
CASES["gemm-batch-nt/128x128x32x32"] = batch(True, 128, 128, 32, 32)
