using Gradus.Learning.Losses;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Losses;

/// <summary>All losses, under the names of oracles/learning_losses.py, where each stands with the same options: how it is called with inputs x and constants c.</summary>
internal static class LossTable
{
    internal delegate Tensor Call(Tensor[] x, Tensor[] c, LossReduction reduction);

    internal static readonly IReadOnlyDictionary<string, Call> Entries = new Dictionary<string, Call>(StringComparer.Ordinal)
    {
        ["mse"] = (x, c, r) => new MeanSquaredError(r).Forward(x[0], x[1]),
        ["l1"] = (x, c, r) => new MeanAbsoluteError(r).Forward(x[0], x[1]),
        ["huber"] = (x, c, r) => new Huber(r).Forward(x[0], x[1]),
        ["huber delta"] = (x, c, r) => new Huber(r, 0.4).Forward(x[0], x[1]),
        ["smooth l1"] = (x, c, r) => new SmoothL1(r).Forward(x[0], x[1]),
        ["smooth l1 beta"] = (x, c, r) => new SmoothL1(r, 0.3).Forward(x[0], x[1]),
        ["smooth l1 without beta"] = (x, c, r) => new SmoothL1(r, 0).Forward(x[0], x[1]),
        ["cross entropy"] = (x, c, r) => new CrossEntropy(Reduction: r).Forward(x[0].AsLogits(), Labels(c[0])),
        ["cross entropy far"] = (x, c, r) => new CrossEntropy(Reduction: r).Forward(x[0].AsLogits(), Labels(c[0])),
        ["cross entropy weighted"] = (x, c, r) => new CrossEntropy(c[1], Reduction: r).Forward(x[0].AsLogits(), Labels(c[0])),
        ["cross entropy ignoring"] = (x, c, r) => new CrossEntropy(c[1], Reduction: r).Forward(x[0].AsLogits(), Labels(c[0])),
        ["cross entropy ignoring another"] = (x, c, r) => new CrossEntropy(null, 1, r).Forward(x[0].AsLogits(), Labels(c[0])),
        ["cross entropy smooth"] = (x, c, r) => new CrossEntropy(c[1], -100, r, 0.15).Forward(x[0].AsLogits(), Labels(c[0])),
        ["cross entropy of planes"] = (x, c, r) => new CrossEntropy(Reduction: r, LabelSmoothing: 0.1).Forward(x[0].AsLogits(), Labels(c[0])),
        ["cross entropy of probabilities"] = (x, c, r) => new CrossEntropy(Reduction: r).Forward(x[0].AsLogits(), new Probabilities(c[0])),
        ["cross entropy of probabilities weighted"] = (x, c, r) => new CrossEntropy(c[1], Reduction: r, LabelSmoothing: 0.2).Forward(x[0].AsLogits(), new Probabilities(c[0])),
        ["cross entropy of probabilities in planes"] = (x, c, r) => new CrossEntropy(Reduction: r).Forward(x[0].AsLogits(), new Probabilities(c[0])),
        ["nll"] = (x, c, r) => new NegativeLogLikelihood(Reduction: r).Forward(x[0].AsLogits().LogSoftmax(), Labels(c[0])),
        ["nll weighted"] = (x, c, r) => new NegativeLogLikelihood(c[1], Reduction: r).Forward(x[0].AsLogits().LogSoftmax(), Labels(c[0])),
        ["nll of planes"] = (x, c, r) => new NegativeLogLikelihood(c[1], 2, r).Forward(x[0].AsLogits().LogSoftmax(1), Labels(c[0])),
        ["bce with logits"] = (x, c, r) => new BinaryCrossEntropyWithLogits(Reduction: r).Forward(x[0].AsLogits(), c[0]),
        ["bce with logits column"] = (x, c, r) => new BinaryCrossEntropyWithLogits(Reduction: r).Forward(x[0].AsLogits(), c[0]),
        ["bce with logits far"] = (x, c, r) => new BinaryCrossEntropyWithLogits(Reduction: r).Forward(x[0].AsLogits(), c[0]),
        ["bce with logits weighted"] = (x, c, r) => new BinaryCrossEntropyWithLogits(c[1], r, c[2]).Forward(x[0].AsLogits(), c[0]),
        ["bce with logits positives"] = (x, c, r) => new BinaryCrossEntropyWithLogits(null, r, c[1]).Forward(x[0].AsLogits(), c[0]),
        ["bce"] = (x, c, r) => new BinaryCrossEntropy(Reduction: r).Forward(x[0].AsLogits().Sigmoid(), c[0]),
        ["bce weighted"] = (x, c, r) => new BinaryCrossEntropy(c[1], r).Forward(x[0].AsLogits().Sigmoid(), c[0]),
        ["focal"] = (x, c, r) => new Focal(Reduction: r).Forward(x[0].AsLogits(), Labels(c[0])),
        ["focal weighted"] = (x, c, r) => new Focal(0.5, c[1], r).Forward(x[0].AsLogits(), Labels(c[0])),
        ["focal of planes"] = (x, c, r) => new Focal(3, null, r).Forward(x[0].AsLogits(), Labels(c[0])),
        ["focal without focus"] = (x, c, r) => new Focal(0, null, r).Forward(x[0].AsLogits(), Labels(c[0])),
        ["binary focal"] = (x, c, r) => new BinaryFocal(Reduction: r).Forward(x[0].AsLogits(), c[0]),
        ["binary focal even"] = (x, c, r) => new BinaryFocal(1.5, null, r).Forward(x[0].AsLogits(), c[0]),
        ["hinge"] = (x, c, r) => new Hinge(Reduction: r).Forward(x[0].AsLogits(), c[0]),
        ["hinge squared"] = (x, c, r) => new Hinge(0.5, true, r).Forward(x[0].AsLogits(), c[0]),
        ["hinge embedding"] = (x, c, r) => new HingeEmbedding(1.3, r).Forward(x[0], c[0]),
        ["multi margin"] = (x, c, r) => new MultiMargin(Reduction: r).Forward(x[0].AsLogits(), Labels(c[0])),
        ["multi margin squared"] = (x, c, r) => new MultiMargin(2, 0.7, c[1], r).Forward(x[0].AsLogits(), Labels(c[0])),
        ["kl"] = (x, c, r) => new KlDivergence(Kl(r)).Forward(x[0].AsLogits().LogSoftmax(), new Probabilities(c[0])),
        ["kl with zeros"] = (x, c, r) => new KlDivergence(Kl(r)).Forward(x[0].AsLogits().LogSoftmax(), new Probabilities(c[0])),
        ["kl of logarithms"] = (x, c, r) => new KlDivergence(Kl(r)).Forward(x[0].AsLogits().LogSoftmax(), new LogProbabilities(c[0])),
        ["cosine embedding"] = (x, c, r) => new CosineEmbedding(0.2, r).Forward(x[0], x[1], c[0]),
        ["triplet margin"] = (x, c, r) => new TripletMargin(Reduction: r).Forward(x[0], x[1], x[2]),
        ["triplet margin swapped"] = (x, c, r) => new TripletMargin(2.5, 3, 1e-4, true, r).Forward(x[0], x[1], x[2]),
        ["info nce"] = (x, c, r) => new InfoNce(Reduction: r).Forward(x[0], x[1]),
        ["info nce symmetric"] = (x, c, r) => new InfoNce(0.5, true, r).Forward(x[0], x[1]),
        ["info nce negatives"] = (x, c, r) => new InfoNce(0.07, false, r).Forward(x[0], x[1], x[2]),
        ["ctc"] = (x, c, r) => new Ctc(Reduction: r).Forward(x[0].AsLogits().LogSoftmax(), Labels(c[0]), [9, 7, 8, 3], [4, 2, 3, 0]),
        ["ctc in one dimension"] = (x, c, r) => new Ctc(4, r).Forward(x[0].AsLogits().LogSoftmax(), Labels(c[0]), [9, 7, 8], [4, 2, 3]),
        ["ctc that does not fit"] = (x, c, r) => new Ctc(0, r, true).Forward(x[0].AsLogits().LogSoftmax(), Labels(c[0]), [4, 5], [3, 3]),
        ["ctc long"] = (x, c, r) => new Ctc(Reduction: r).Forward(x[0].AsLogits().LogSoftmax(), Labels(c[0]), [60, 50], [12, 9]),
        ["poisson"] = (x, c, r) => new PoissonNegativeLogLikelihood(Reduction: r).Forward(x[0], c[0]),
        ["poisson full"] = (x, c, r) => new PoissonNegativeLogLikelihood(true, true, Reduction: r).Forward(x[0], c[0]),
        ["poisson of rates"] = (x, c, r) => new PoissonNegativeLogLikelihood(false, false, 1e-3, r).Forward(x[0], c[0]),
        ["gaussian"] = (x, c, r) => new GaussianNegativeLogLikelihood(Reduction: r).Forward(x[0], x[1], x[2]),
        ["gaussian of rows"] = (x, c, r) => new GaussianNegativeLogLikelihood(true, 0.3, r).Forward(x[0], x[1], x[2]),
    };

    /// <summary>PyTorch's fourth way, of one loss alone.</summary>
    internal const LossReduction BatchMean = (LossReduction)3;

    internal static TheoryData<string> Names => [.. Entries.Keys];

    private static Tensor Labels(Tensor c) => c.To(DType.Int64);

    private static KlReduction Kl(LossReduction reduction) => reduction == BatchMean ? KlReduction.BatchMean : Enum.Parse<KlReduction>(reduction.ToString());
}
