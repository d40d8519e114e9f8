using Gradus.Hosting.Benchmarks;

namespace Gradus.Hosting.Tests.Benchmarks;

[Collection("benchmarks")] // the count of threads is one for the process
public sealed class BenchmarkCatalogTests
{
    public static TheoryData<string> Models => [.. BenchmarkCatalog.Standard.Cases.Where(entry => entry.Kind is "train" or "infer").Select(entry => entry.Name)];

    public static TheoryData<string> Operators => [.. BenchmarkCatalog.Standard.Cases.Where(entry => entry.Kind == "operator").Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Models))]
    public void Standard_Model_IsNamedLikeThePeersAndRuns(string name)
    {
        BenchmarkCase entry = Assert.Single(BenchmarkCatalog.Standard.Select([name]));

        BenchmarkStep step = entry.Make();
        step.Run();
        step.Run();

        Assert.Equal($"clinical-mlp/{entry.Kind}/{entry.Batch}", name);
        Assert.Equal(13_505, step.Parameters);
        Assert.Null(step.Operations);
    }

    /// <summary>Every operator's case makes its data, runs and runs again.</summary>
    [Theory]
    [MemberData(nameof(Operators))]
    public void Standard_Operator_Runs(string name)
    {
        BenchmarkCase entry = Assert.Single(BenchmarkCatalog.Standard.Cases, entry => entry.Name == name);

        BenchmarkStep step = entry.Make();
        step.Run();
        step.Run();

        Assert.True(step.Repeats >= 1 && step.Operations is null);
    }

    [Fact]
    public void Standard_Gemm_CountsItsOperations()
    {
        BenchmarkStep step = Assert.Single(BenchmarkCatalog.Standard.Select(["gemm/64x64x64"])).Make();

        step.Run();

        Assert.Equal(2.0 * 64 * 64 * 64, step.Operations);
    }

    [Fact]
    public void Select_Prefix_KeepsTheCatalogsOrder() =>
        Assert.Equal(
            ["clinical-mlp/train/32", "clinical-mlp/train/256", "clinical-mlp/infer/1", "clinical-mlp/infer/4096"],
            BenchmarkCatalog.Standard.Select(["clinical-mlp/infer", "clinical-mlp"]).Select(entry => entry.Name));

    [Fact]
    public void Run_Gemm_ReportsItsShareOfThePeak()
    {
        BenchmarkRunner runner = new(BenchmarkCatalog.Standard, TimeProvider.System);

        BenchmarkResult result = Assert.Single(
            runner.Run(new BenchmarkOptions { Only = ["gemm/64"], Threads = 1, Seconds = 0.05 }, TestContext.Current.CancellationToken));

        Assert.True(result.Us > 0 && result.Gflops > 0 && result.Peak > 0);
        Assert.Equal(result.Gflops!.Value / result.Peak!.Value, result.Share!.Value, 2);
    }
}
