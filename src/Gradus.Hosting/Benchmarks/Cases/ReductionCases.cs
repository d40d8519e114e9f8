using Gradus.Tensors;

namespace Gradus.Hosting.Benchmarks.Cases;

/// <summary>Reductions, scans, sorting, gathering and copies of a million numbers.</summary>
internal static class ReductionCases
{
    private const int Side = 1024;

    internal static IEnumerable<BenchmarkCase> All =>
    [
        Flat("reduce/sum/1048576", x => x.Sum()),
        Square("reduce/sum-rows/1024x1024", x => x.Sum(1)),
        Square("reduce/sum-columns/1024x1024", x => x.Sum(0)),
        Flat("reduce/mean/1048576", x => x.Mean()),
        Flat("reduce/max/1048576", x => x.Max()),
        Square("reduce/max-rows/1024x1024", x => x.Max(1).Values),
        Square("reduce/var-rows/1024x1024", x => x.Var([1])),
        Square("reduce/logsumexp-rows/1024x1024", x => x.LogSumExp(1)),
        Square("scan/cumsum-rows/1024x1024", x => x.CumSum(1)),
        Square("sort/rows/1024x1024", x => x.Sort().Values),
        Flat("sort/topk10/1048576", x => x.TopK(10).Values),
        Make("index/gather-rows/4096x1024", () =>
        {
            Rng rng = new(0);
            Tensor x = Tensor.Randn(rng, Side, Side), index = Tensor.RandInt(rng, 0, Side, 4 * Side);
            return () => x.IndexSelect(0, index);
        }),
        Make("copy/permute/64x128x128", () =>
        {
            Tensor x = Tensor.Randn(new Rng(0), 64, 128, 128);
            return () => x.Permute(2, 0, 1).Contiguous();
        }),
    ];

    private static BenchmarkCase Flat(string name, Func<Tensor, Tensor> run) => Of(name, run, Side * Side);

    private static BenchmarkCase Square(string name, Func<Tensor, Tensor> run) => Of(name, run, Side, Side);

    private static BenchmarkCase Of(string name, Func<Tensor, Tensor> run, params int[] shape) => Make(name, () =>
    {
        Tensor x = Tensor.Randn(new Rng(0), shape);
        return () => run(x);
    });

    private static BenchmarkCase Make(string name, Func<Func<Tensor>> make) => new(name, "operator", 1, () =>
    {
        Func<Tensor> run = make();
        return new BenchmarkStep(
            () =>
            {
                using TensorScope scope = new();
                run();
            },
            Parameters: 0);
    });
}
