using Gradus.Evaluation.Metrics.Classification;

namespace Gradus.Evaluation.Tests.Metrics.Classification;

public sealed class AccuracyTests
{
    [Fact]
    public void Compute_ThreeOfFourRight_IsThreeQuarters() => Assert.Equal(0.75, Accuracy.Compute([0, 1, 1, 0], [0, 1, 0, 0]));

    [Fact]
    public void Compute_NoRows_IsUndefined() => Assert.Null(Accuracy.Compute([], []));

    [Fact]
    public void Compute_LengthsDiffer_NamesBoth()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Accuracy.Compute([1], [1, 0]));

        Assert.Contains("1 predictions for 2 labels", error.Message, StringComparison.Ordinal);
    }
}
