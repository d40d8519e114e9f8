using Gradus.Evaluation.Metrics.Classification;

namespace Gradus.Evaluation.Tests.Metrics.Classification;

public sealed class AurocTests
{
    [Fact]
    public void Compute_FourRows_CountsPairs() => Assert.Equal(0.75, Auroc.Compute<double>([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]));

    [Fact]
    public void Compute_ConstantScores_IsHalfByTies() => Assert.Equal(0.5, Auroc.Compute<float>([0.3f, 0.3f, 0.3f], [0, 1, 0]));

    [Fact]
    public void Compute_NegatedScores_AreTheComplement()
    {
        double[] scores = [0.9, 0.1, 0.4, 0.4, 0.7, 0.2];
        int[] labels = [1, 0, 1, 0, 0, 1];

        double? forward = Auroc.Compute<double>(scores, labels);
        double? backward = Auroc.Compute<double>([.. scores.Select(score => -score)], labels);

        Assert.Equal(1, forward!.Value + backward!.Value, 15);
    }

    [Fact]
    public void Compute_RisingFunction_ChangesNothing()
    {
        double[] logits = [-2, 0.5, 0.5, 3, -1, 1];
        int[] labels = [0, 1, 0, 1, 1, 0];

        double? ofProbabilities = Auroc.Compute<double>([.. logits.Select(logit => 1 / (1 + Math.Exp(-logit / 3)))], labels);

        Assert.Equal(Auroc.Compute<double>(logits, labels), ofProbabilities);
    }

    [Fact]
    public void Compute_InfiniteLogits_AreOrdered() =>
        Assert.Equal(1, Auroc.Compute<double>([double.NegativeInfinity, 0, double.PositiveInfinity], [0, 0, 1]));
}
