using Gradus.Evaluation.Calibration;
using Gradus.Evaluation.Metrics.Classification;
using Gradus.Evaluation.Tests.Fixtures;

namespace Gradus.Evaluation.Tests.Metrics.Classification;

/// <summary>Every metric against the values that scikit-learn gave.</summary>
public sealed class OracleTests
{
    private const double Tolerance = 1e-12;

    public static TheoryData<string> Names => MetricsFixture.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Decisions_OracleCase_Agree(string name)
    {
        MetricsFixture.BinaryCase expected = MetricsFixture.Named(name);

        int[] called = Threshold.Apply<double>(expected.Scores, expected.Threshold);

        Close(expected.Accuracy, Accuracy.Compute(called, expected.Labels));
        Close(expected.BalancedAccuracy, BalancedAccuracy.Compute(called, expected.Labels));
        Close(expected.Precision, Precision.Compute(called, expected.Labels));
        Close(expected.Recall, Recall.Compute(called, expected.Labels));
        Close(expected.F1, F1Score.Compute(called, expected.Labels));
        Close(expected.Specificity, Specificity.Compute(called, expected.Labels));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Scores_OracleCase_Agree(string name)
    {
        MetricsFixture.BinaryCase expected = MetricsFixture.Named(name);

        Close(expected.Auroc, Auroc.Compute<double>(expected.Scores, expected.Labels));
        Close(expected.AveragePrecision, AveragePrecision.Compute<double>(expected.Scores, expected.Labels));
        Close(expected.LogLoss, LogLoss.Compute<double>(expected.Scores, expected.Labels));
        Close(expected.Brier, BrierScore.Compute<double>(expected.Scores, expected.Labels));
        Close(expected.EceWidth10, ExpectedCalibrationError.Compute<double>(expected.Scores, expected.Labels, 10));
        Close(expected.EceWidth15, ExpectedCalibrationError.Compute<double>(expected.Scores, expected.Labels));
        Close(expected.EceMass10, ExpectedCalibrationError.Compute<double>(expected.Scores, expected.Labels, 10, Binning.EqualMass));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Curves_OracleCase_Agree(string name)
    {
        MetricsFixture.BinaryCase expected = MetricsFixture.Named(name);

        IReadOnlyList<RocPoint> roc = RocCurve.Compute<double>(expected.Scores, expected.Labels)!;
        IReadOnlyList<PrecisionRecallPoint> precisionRecall = PrecisionRecallCurve.Compute<double>(expected.Scores, expected.Labels)!;

        Close(expected.Roc[0], [.. roc.Select(point => point.FalsePositiveRate)]);
        Close(expected.Roc[1], [.. roc.Select(point => point.TruePositiveRate)]);
        Close(expected.PrecisionRecall[0], [.. precisionRecall.Select(point => point.Recall)]);
        Close(expected.PrecisionRecall[1], [.. precisionRecall.Select(point => point.Precision)]);
    }

    [Fact]
    public void ConfusionMatrix_OracleCase_Agrees()
    {
        MetricsFixture.ManyCase expected = MetricsFixture.Value.Many;

        ConfusionMatrix matrix = ConfusionMatrix.Compute(expected.Predictions, expected.Labels, expected.Classes);

        for (int label = 0; label < expected.Classes; label++)
        {
            Close(expected.Precision[label], matrix.Of(label).Precision);
            Close(expected.Recall[label], matrix.Of(label).Recall);
            Assert.Equal(expected.Matrix[label], Enumerable.Range(0, expected.Classes).Select(prediction => matrix[label, prediction]));
        }

        Close(expected.Accuracy, matrix.Accuracy);
        Close(expected.BalancedAccuracy, matrix.BalancedAccuracy);
        Close(expected.MacroF1, matrix.MacroF1);
    }

    private static void Close(double expected, double? actual)
    {
        Assert.NotNull(actual);
        Assert.InRange(actual.Value, expected - Tolerance, expected + Tolerance);
    }

    private static void Close(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int index = 0; index < expected.Length; index++)
        {
            Close(expected[index], actual[index]);
        }
    }
}
