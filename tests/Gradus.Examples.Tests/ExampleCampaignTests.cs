namespace Gradus.Examples.Tests;

/// <summary>Each example in full, with three seeds, against what it claims.</summary>
[Trait("Category", "Long")]
public sealed class ExampleCampaignTests(ITestOutputHelper output)
{
    public static TheoryData<int> Seeds => [0, 1, 2];

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task MnistMlp_Accuracy_IsAtLeast98Percent(int seed) => RunAsync("Mnist", "mnist", "test accuracy", 0.98, 1, seed, "--model", "mlp");

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task MnistCnn_Accuracy_IsAtLeast99Percent(int seed) => RunAsync("Mnist", "mnist", "test accuracy", 0.99, 1, seed, "--model", "cnn");

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task BreastCancer_TenFolds_AurocIsAtLeast99(int seed) => RunAsync("BreastCancer", "breast-cancer-wdbc", "mean AUROC", 0.99, 1, seed);

    // Far above, patients of the test would have been learned from.
    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Readmission_SplitByPatient_AurocIsAtLeast65(int seed) => RunAsync("Readmission", "diabetes130-readmission", "test AUROC", 0.65, 0.72, seed);

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Heartbeats_FiveFolds_AccuracyIsWithinAPointOf94Percent(int seed) => RunAsync("Heartbeats", "ecg5000-train", "accuracy", 0.93, 0.95, seed);

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Shakespeare_ValidationLoss_IsAtMost19(int seed) => RunAsync("Shakespeare", "tinyshakespeare", "validation loss", 1, 1.9, seed);

    private async Task RunAsync(string example, string data, string figure, double atLeast, double atMost, int seed, params string[] arguments)
    {
        ExampleOutput results = await ExampleProgram.RunAsync(example, data, output, ["--seed", $"{seed}", .. arguments]);

        Assert.InRange(results[figure], atLeast, atMost);
    }
}
