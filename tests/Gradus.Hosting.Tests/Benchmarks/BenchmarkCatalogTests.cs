using Gradus.Hosting.Benchmarks;

namespace Gradus.Hosting.Tests.Benchmarks;

[Collection("benchmarks")] // the count of threads is one for the process
public sealed class BenchmarkCatalogTests
{
    /// <summary>The peer's cases in its order, with the parameters that PyTorch counts.</summary>
    public static TheoryData<string, string, int, long> Models => new()
    {
        { "clinical-mlp/train/32", "train", 32, 13_505 },
        { "clinical-mlp/train/256", "train", 256, 13_505 },
        { "clinical-mlp/infer/1", "infer", 1, 13_505 },
        { "clinical-mlp/infer/4096", "infer", 4096, 13_505 },
        { "mnist-cnn/train/64", "train", 64, 1_199_882 },
        { "mnist-cnn/infer/1", "infer", 1, 1_199_882 },
        { "mnist-cnn/infer/256", "infer", 256, 1_199_882 },
        { "resnet8/train/32", "train", 32, 78_042 },
        { "resnet8/infer/64", "infer", 64, 78_042 },
        { "rnn/train/32", "train", 32, 18_817 },
        { "lstm/train/32", "train", 32, 74_881 },
        { "gru/train/32", "train", 32, 56_193 },
        { "lstm/infer/1", "infer", 1, 74_881 },
        { "bert-mini/train/16", "train", 16, 661_992 },
        { "char-gpt/train/12", "train", 12, 818_241 },
        { "vit/train/32", "train", 32, 205_066 },
        { "autoencoder/train/128", "train", 128, 435_536 },
        { "gan/train/64", "train", 64, 1_083_921 },
    };

    public static TheoryData<string> Operators => [.. BenchmarkCatalog.Standard.Cases.Where(entry => entry.Kind == "operator").Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Models))]
    public void Standard_Model_IsThePeersTwinAndRuns(string name, string kind, int batch, long parameters)
    {
        BenchmarkCase entry = Assert.Single(BenchmarkCatalog.Standard.Select([name]));

        BenchmarkStep step = entry.Make();
        step.Run();
        step.Run();

        Assert.Equal((name, kind, batch, parameters), (entry.Name, entry.Kind, entry.Batch, step.Parameters));
        Assert.Null(step.Operations);
    }

    [Fact]
    public void Standard_Models_AreThoseOfThePeerInItsOrder() =>
        Assert.Equal(Models.Select(row => row.Data.Item1), BenchmarkCatalog.Standard.Cases.Where(entry => entry.Kind is "train" or "infer").Select(entry => entry.Name));

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
