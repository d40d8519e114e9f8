using System.Text.Json;
using Gradus.Testing;

namespace Gradus.Evaluation.Tests.Fixtures;

/// <summary>The values that oracles/metrics.py stored.</summary>
internal sealed record MetricsFixture(IReadOnlyList<MetricsFixture.BinaryCase> Binary, MetricsFixture.ManyCase Many)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    internal static MetricsFixture Value { get; } = Read();

    internal static TheoryData<string> Names => [.. Value.Binary.Select(entry => entry.Name)];

    internal static BinaryCase Named(string name) => Value.Binary.Single(entry => entry.Name == name);

    private static MetricsFixture Read() =>
        JsonSerializer.Deserialize<MetricsFixture>(File.ReadAllText(RepositoryRoot.Combine("tests", "Gradus.Evaluation.Tests", "Fixtures", "metrics.json")), Options)!;

    internal sealed record BinaryCase(
        string Name,
        double[] Scores,
        int[] Labels,
        double Threshold,
        double Accuracy,
        double BalancedAccuracy,
        double Precision,
        double Recall,
        double F1,
        double Specificity,
        double Auroc,
        double AveragePrecision,
        double LogLoss,
        double Brier,
        double EceWidth10,
        double EceWidth15,
        double EceMass10,
        double[][] Roc,
        double[][] PrecisionRecall);

    internal sealed record ManyCase(
        int[] Labels,
        int[] Predictions,
        int Classes,
        long[][] Matrix,
        double Accuracy,
        double BalancedAccuracy,
        double MacroF1,
        double[] Precision,
        double[] Recall);
}
