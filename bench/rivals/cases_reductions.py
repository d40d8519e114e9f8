"""Twins of Cases/ReductionCases.cs: reductions, scans, sorting, gathering and copies of a million numbers."""
import torch

SIDE = 1024


def flat(run):
    def make():
        x = torch.randn(SIDE * SIDE)
        return lambda: run(x)
    return make


def square(run):
    def make():
        x = torch.randn(SIDE, SIDE)
        return lambda: run(x)
    return make


def gather():
    x, index = torch.randn(SIDE, SIDE), torch.randint(0, SIDE, (4 * SIDE,))
    return lambda: x.index_select(0, index)


def permute():
    x = torch.randn(64, 128, 128)
    return lambda: x.permute(2, 0, 1).contiguous()


CASES = {
    "reduce/sum/1048576": flat(lambda x: x.sum()),
    "reduce/sum-rows/1024x1024": square(lambda x: x.sum(1)),
    "reduce/sum-columns/1024x1024": square(lambda x: x.sum(0)),
    "reduce/mean/1048576": flat(lambda x: x.mean()),
    "reduce/max/1048576": flat(lambda x: x.max()),
    "reduce/max-rows/1024x1024": square(lambda x: x.max(1)[0]),
    "reduce/var-rows/1024x1024": square(lambda x: x.var(1)),
    "reduce/logsumexp-rows/1024x1024": square(lambda x: x.logsumexp(1)),
    "scan/cumsum-rows/1024x1024": square(lambda x: x.cumsum(1)),
    "sort/rows/1024x1024": square(lambda x: x.sort()[0]),
    "sort/topk10/1048576": flat(lambda x: x.topk(10)[0]),
    "index/gather-rows/4096x1024": gather,
    "copy/permute/64x128x128": permute,
}
