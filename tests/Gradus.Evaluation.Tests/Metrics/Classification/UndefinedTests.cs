using Gradus.Evaluation.Calibration;
using Gradus.Evaluation.Metrics.Classification;

namespace Gradus.Evaluation.Tests.Metrics.Classification;

/// <summary>What cannot be computed is null: never one half, zero or NaN.</summary>
public sealed class UndefinedTests
{
    private static readonly double[] Scores = [0.2, 0.8];

    [Fact]
    public void Auroc_OneClass_IsNull()
    {
        Assert.Null(Auroc.Compute<double>(Scores, [1, 1]));
        Assert.Null(Auroc.Compute<double>(Scores, [0, 0]));
        Assert.Null(RocCurve.Compute<double>(Scores, [0, 0]));
    }

    [Fact]
    public void AveragePrecision_NoPositive_IsNull()
    {
        Assert.Null(AveragePrecision.Compute<double>(Scores, [0, 0]));
        Assert.Null(PrecisionRecallCurve.Compute<double>(Scores, [0, 0]));
    }

    [Fact]
    public void Metrics_NoRows_AreNull()
    {
        Assert.Null(Auroc.Compute<double>([], []));
        Assert.Null(AveragePrecision.Compute<double>([], []));
        Assert.Null(LogLoss.Compute<double>([], []));
        Assert.Null(BrierScore.Compute<double>([], []));
        Assert.Null(ExpectedCalibrationError.Compute<double>([], []));
        Assert.Null(BalancedAccuracy.Compute([], []));
        Assert.Null(ConfusionMatrix.Compute([], []).MacroF1);
    }

    [Fact]
    public void Precision_NothingCalled_IsNull() => Assert.Null(Precision.Compute([0, 0], [1, 0]));

    [Fact]
    public void Recall_NoPositive_IsNull() => Assert.Null(Recall.Compute([1, 0], [0, 0]));

    [Fact]
    public void F1Score_NothingCalledButPositives_IsZero() => Assert.Equal(0, F1Score.Compute([0, 0], [1, 0]));

    [Fact]
    public void F1Score_NoPositiveAnywhere_IsNull() => Assert.Null(F1Score.Compute([0, 0], [0, 0]));

    [Fact]
    public void Auroc_LabelTwo_NamesRow()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Auroc.Compute<double>(Scores, [0, 2]));

        Assert.Contains("label 2 in row 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Auroc_NaN_NamesRow()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Auroc.Compute<double>([0.1, double.NaN], [0, 1]));

        Assert.Contains("NaN as the score of row 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LogLoss_Logits_AsksForASigmoid()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => LogLoss.Compute<float>([0.5f, 2.5f], [0, 1]));

        Assert.Contains("2.5 in row 1", error.Message, StringComparison.Ordinal);
        Assert.Contains("sigmoid", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ConfusionMatrix_UnknownClass_NamesRow()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => ConfusionMatrix.Compute([0, 3], [0, 1], 3));

        Assert.Contains("prediction 3 in row 1", error.Message, StringComparison.Ordinal);
    }
}
