using Gradus.Evaluation.Metrics.Classification;

namespace Gradus.Evaluation.Tests.Metrics.Classification;

public sealed class ConfusionMatrixTests
{
    [Fact]
    public void ToString_TwoClasses_IsATable()
    {
        ConfusionMatrix matrix = ConfusionMatrix.Compute([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);

        Assert.Equal("10  1\n 0  1\n", matrix.ToString());
    }

    [Fact]
    public void BalancedAccuracy_AlwaysTheSame_IsHalf()
    {
        int[] labels = [.. Enumerable.Repeat(0, 95), .. Enumerable.Repeat(1, 5)];

        ConfusionMatrix matrix = ConfusionMatrix.Compute(new int[100], labels);

        Assert.Equal(0.95, matrix.Accuracy);
        Assert.Equal(0.5, matrix.BalancedAccuracy);
    }

    [Fact]
    public void Indexer_OutsideTheClasses_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ConfusionMatrix.Compute([0], [0])[0, 2]);

    [Fact]
    public void Compute_NoClass_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => ConfusionMatrix.Compute([0], [0], 0));
}
