using Gradus.Tensors.Tests.Ops.References;
using static Gradus.Tensors.Tests.Ops.References.LossReference;
using static Gradus.Tensors.Tests.Ops.References.NormalizationReference;
using static Gradus.Tensors.Tests.Ops.Samples;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Losses.</summary>
internal static class LossTable
{
    private static readonly double[] Weights = [0.5, 1.0, 2.0, 1.0];
    private static readonly long[] Three = [2, 0, 1], WithIgnored = [2, -100, 1], Spoken = [2, 2, 1, 0, 0, 0], Repeated = [0, 0, 2, 0, 2];
    private static readonly Plain Targets = new([3], [1.0, 0.0, 0.3]);
    private static readonly Func<Rng, Tensor[]>[] Pair = [rng => [Real(rng, 3, 2), Real(rng, 3, 2)]];
    private static readonly Func<Rng, Tensor[]>[] Scores = [rng => [Real(rng, 3, 4)]];

    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [
        new("cross entropy", x => x[0].CrossEntropy(Tensor.From(Three)), Scores)
        {
            Reference = x => Classes(x[0], Three), Extremes = Extremes.All, Lengths = length => [[3, 3 + length]], Large = [[3, 40_001]], OtherTypes = OpSpec.Integers, Shapes = rng => [[3, 3 + rng.NextInt(70)]],
        },
        new("cross entropy of many", x => x[0].CrossEntropy(Many(x[0].Shape[0])), [rng => [Real(rng, 4, 2)]])
        {
            Reference = x => Classes(x[0], Many(x[0].Shape[0]).ToArray<long>()), Extremes = Extremes.WithinRange, Lengths = length => [[4, 2 + length]], OtherTypes = OpSpec.Integers, Large = [[300, 333]],
        },
        new("cross entropy weighted", x => x[0].CrossEntropy(Tensor.From(Three), Tensor.From(Weights), labelSmoothing: 0.1), Scores)
        {
            Reference = x => Classes(x[0], Three, Weights, smoothing: 0.1), Extremes = Extremes.WithinRange, NoLengths = LeftOut.FixedShape, NoLarge = LeftOut.FixedShape, OtherTypes = OpSpec.Integers,
        },
        new("cross entropy ignoring", x => x[0].CrossEntropy(Tensor.From(WithIgnored), Tensor.From(Weights), reduction: LossReduction.Sum, labelSmoothing: 0.2), Scores)
        {
            Reference = x => Classes(x[0], WithIgnored, Weights, smoothing: 0.2, reduction: LossReduction.Sum), Extremes = Extremes.WithinRange, NoLengths = LeftOut.FixedShape, NoLarge = LeftOut.FixedShape, OtherTypes = OpSpec.Integers,
        },
        new("cross entropy each", x => x[0].CrossEntropy(Tensor.From(WithIgnored), reduction: LossReduction.None, labelSmoothing: 0.2), Scores)
        {
            Reference = x => Classes(x[0], WithIgnored, smoothing: 0.2, reduction: LossReduction.None), Extremes = Extremes.WithinRange, Lengths = length => [[3, 3 + length]], Large = [[3, 40_001]], OtherTypes = OpSpec.Integers,
        },
        new("cross entropy of images", x => x[0].CrossEntropy(Tensor.From(Three, 1, 3)), [rng => [Real(rng, 1, 4, 3)]])
        {
            Reference = x => Classes(Plain.From([3, x[0].Shape[1]], index => x[0][0, index[1], index[0]]), Three), Extremes = Extremes.WithinRange, Lengths = length => [[1, 3 + length, 3]], Large = [[1, 40_001, 3]], OtherTypes = OpSpec.Integers,
        },
        new("cross entropy of probabilities", x => x[0].CrossEntropy(x[1].Softmax(1)), [rng => [Real(rng, 3, 4), Real(rng, 3, 4)]])
        {
            Reference = x =>
            {
                Plain p = Softmax(x[1], 1, false), logarithms = Softmax(x[0], 1, true);
                return new Plain([], [-p.Zip(logarithms, (a, b) => a * b).Values.Sum() / x[0].Shape[0]]);
            },
            Extremes = Extremes.WithinRange, Lengths = length => [[3, 1 + length], [3, 1 + length]], Large = [[300, 401], [300, 401]], OtherTypes = OpSpec.Integers,
        },
        new("nll", x => x[0].NllLoss(Tensor.From(WithIgnored), Tensor.From(Weights)), Scores)
        {
            Reference = x => Classes(x[0], WithIgnored, Weights, scores: false), Extremes = Extremes.WithinRange, NoLengths = LeftOut.FixedShape, NoLarge = LeftOut.FixedShape, OtherTypes = OpSpec.Integers,
        },
        new("binary cross entropy", x => x[0].BinaryCrossEntropyWithLogits(Tensor.From(Targets.Values)), [rng => [Real(rng, 3)]])
        {
            Reference = x => Pairs(x[0], Targets, (a, b) => Logits(a, b)), Extremes = Extremes.WithinRange, NoLengths = LeftOut.FixedShape, NoLarge = LeftOut.FixedShape, OtherTypes = OpSpec.Integers,
        },
        new("binary cross entropy positives", x => x[0].BinaryCrossEntropyWithLogits(x[1].Sigmoid(), posWeight: Tensor.Scalar(3, DType.Float64), reduction: LossReduction.Sum), Pair)
        {
            Reference = x => Pairs(x[0], x[1].Map(value => 1 / (1 + Math.Exp(-value))), (a, b) => Logits(a, b, 3), LossReduction.Sum), Extremes = Extremes.WithinRange, Lengths = length => [[3, length], [3, length]], OtherTypes = OpSpec.Integers, Large = [[101, 999], [101, 999]],
        },
        new("binary cross entropy weighted", x => x[0].BinaryCrossEntropyWithLogits(Tensor.From(Targets.Values), Tensor.From([0.5, 1.0, 2.0]), Tensor.Scalar(3, DType.Float64)), [rng => [Real(rng, 3)]])
        {
            Reference = x => Pairs(Plain.From([3], i => Logits(x[0][i], Targets[i], 3)), new Plain([3], [0.5, 1.0, 2.0]), (a, b) => a * b), Extremes = Extremes.WithinRange, NoLengths = LeftOut.FixedShape, NoLarge = LeftOut.FixedShape, OtherTypes = OpSpec.Integers,
        },
        new("binary cross entropy of probabilities", x => x[0].Sigmoid().BinaryCrossEntropy(x[1].Sigmoid()), Pair)
        {
            Reference = x => Pairs(x[0].Map(Exact.Sigmoid), x[1].Map(Exact.Sigmoid), Likelihood), NoExtremes = LeftOut.Refused, Lengths = length => [[3, length], [3, length]], Large = [[101, 999], [101, 999]], OtherTypes = OpSpec.Integers,
        },
        new("mse", x => x[0].MseLoss(x[1]), Pair) { Reference = x => Pairs(x[0], x[1], (a, b) => (a - b) * (a - b)), Extremes = Extremes.WithinRange, Lengths = length => [[length], [length]], OtherTypes = OpSpec.Integers, Large = [[101, 999], [101, 999]] },
        new("mse each", x => x[0].MseLoss(x[1], LossReduction.None), Pair) { Reference = x => Pairs(x[0], x[1], (a, b) => (a - b) * (a - b), LossReduction.None), Extremes = Extremes.WithinRange, Lengths = length => [[length], [length]], Large = [[101, 999], [101, 999]], OtherTypes = OpSpec.Integers },
        new("l1", x => x[0].L1Loss(x[1]), Apart) { Reference = x => Pairs(x[0], x[1], (a, b) => Math.Abs(a - b)), Extremes = Extremes.WithinRange, Lengths = length => [[length], [length]], Large = [[101, 999], [101, 999]], OtherTypes = OpSpec.Integers },
        new("smooth l1", x => x[0].SmoothL1Loss(x[1], LossReduction.Sum, 0.5), Apart) { Reference = x => Pairs(x[0], x[1], (a, b) => Rounded(a - b, 0.5, 0.5), LossReduction.Sum), Extremes = Extremes.WithinRange, Lengths = length => [[length], [length]], Large = [[101, 999], [101, 999]], OtherTypes = OpSpec.Integers },
        new("huber", x => x[0].HuberLoss(x[1], delta: 1.5), Apart) { Reference = x => Pairs(x[0], x[1], (a, b) => Rounded(a - b, 1.5, 2.25)), Extremes = Extremes.WithinRange, Lengths = length => [[length], [length]], Large = [[101, 999], [101, 999]], OtherTypes = OpSpec.Integers },
        new("mse to a constant", x => x[0].MseLoss(Far(x[0])), Scores) { Reference = x => Pairs(x[0], Far(x[0]), (a, b) => (a - b) * (a - b)), Extremes = Extremes.WithinRange, Lengths = length => [[length]], OtherTypes = OpSpec.Integers, Large = [[101, 999]] },
        new("l1 to a constant", x => x[0].L1Loss(Far(x[0]), LossReduction.Sum), Scores) { Reference = x => Pairs(x[0], Far(x[0]), (a, b) => Math.Abs(a - b), LossReduction.Sum), Extremes = Extremes.WithinRange, Lengths = length => [[length]], Large = [[101, 999]], OtherTypes = OpSpec.Integers },
        new("huber to a constant", x => x[0].HuberLoss(Far(x[0]), delta: 2.6), Scores) { Reference = x => Pairs(x[0], Far(x[0]), (a, b) => Rounded(a - b, 2.6, 2.6 * 2.6)), Extremes = Extremes.WithinRange, Lengths = length => [[length]], Large = [[101, 999]], OtherTypes = OpSpec.Integers },
        new("kl divergence", x => x[0].KlDivergence(x[1].Softmax(1)), Pair)
        {
            Reference = x => Pairs(x[0], Softmax(x[1], 1, false), (a, b) => (b == 0 ? 0 : b * Math.Log(b)) - (b * a)), Extremes = Extremes.WithinRange, Lengths = length => [[3, 1 + length], [3, 1 + length]], Large = [[101, 999], [101, 999]], OtherTypes = OpSpec.Integers,
        },
        new("kl divergence of logarithms", x => x[0].KlDivergence(x[1], LossReduction.Sum, true), Pair)
        {
            Reference = x => Pairs(x[0], x[1], (a, b) => Math.Exp(b) * (b - a), LossReduction.Sum), Extremes = Extremes.WithinRange, Lengths = length => [[3, length], [3, length]], Large = [[101, 999], [101, 999]], OtherTypes = OpSpec.Integers,
        },
        new("hinge embedding", x => x[0].HingeEmbeddingLoss(Tensor.From([1.0, -1.0, -1.0]), 1.3), [rng => [Real(rng, 3)]])
        {
            Reference = x => new Plain([], [(x[0][0] + Math.Max(0, 1.3 - x[0][1]) + Math.Max(0, 1.3 - x[0][2])) / 3]), Extremes = Extremes.WithinRange, NoLengths = LeftOut.FixedShape, NoLarge = LeftOut.FixedShape, OtherTypes = OpSpec.Integers,
        },
        new("cosine embedding", x => x[0].CosineEmbeddingLoss(x[1], Tensor.From([1.0, -1.0, -1.0])), Pair)
        {
            Reference = x => new Plain([], [Enumerable.Range(0, 3).Average(i =>
            {
                double cosine = NormalizationTable.Cosine(NormalizationTable.Row(x[0], i), NormalizationTable.Row(x[1], i));
                return i == 0 ? 1 - cosine : Math.Max(0, cosine);
            })]),
            Extremes = Extremes.WithinRange, Lengths = length => [[3, length], [3, length]], Large = [[3, 30_001], [3, 30_001]], OtherTypes = OpSpec.Integers,
        },
        new("triplet margin", x => x[0].TripletMarginLoss(x[1], x[2], 5), [rng => [Real(rng, 3, 2), Real(rng, 3, 2), Real(rng, 3, 2)]])
        {
            Reference = x => new Plain([], [Enumerable.Range(0, 3).Average(i => Math.Max(0, Distance(x[0], x[1], i) - Distance(x[0], x[2], i) + 5))]), Extremes = Extremes.WithinRange, Lengths = length => [[3, length], [3, length], [3, length]], Large = [[101, 999], [101, 999], [101, 999]], OtherTypes = OpSpec.Integers,
        },
        new("triplet margin swapped", x => x[0].TripletMarginLoss(x[1], x[2], 9, 3, swap: true, reduction: LossReduction.Sum), [rng => [Real(rng, 3, 2), Real(rng, 3, 2), Real(rng, 3, 2)]])
        {
            Reference = x => new Plain([], [Enumerable.Range(0, 3).Sum(i => Math.Max(0, Distance(x[0], x[1], i, 3) - Math.Min(Distance(x[0], x[2], i, 3), Distance(x[1], x[2], i, 3)) + 9))]), NoExtremes = LeftOut.Order, Lengths = length => [[3, length], [3, length], [3, length]], Large = [[101, 999], [101, 999], [101, 999]], OtherTypes = OpSpec.Integers,
        },
        new("ctc", x => x[0].LogSoftmax(2).CtcLoss(Tensor.From(Spoken, 3, 2), [4, 3, 4], [2, 1, 0]), [rng => [Real(rng, 4, 3, 3)]])
        {
            Reference = x => Ctc(Softmax(x[0], 2, true), Spoken, [0, 2, 4], [4, 3, 4], [2, 1, 0], blank: 0, LossReduction.Mean), NoExtremes = LeftOut.Order, NoLengths = LeftOut.FixedShape, NoLarge = LeftOut.FixedShape, OtherTypes = OpSpec.Integers,
        },
        new("ctc of log-probabilities", x => x[0].CtcLoss(Tensor.From(Repeated), [4, 3], [2, 3], 1, LossReduction.None), [rng => [Real(rng, 4, 2, 3)]])
        {
            Reference = x => Ctc(x[0], Repeated, [0, 2], [4, 3], [2, 3], blank: 1, LossReduction.None), NoExtremes = LeftOut.Order, NoLengths = LeftOut.FixedShape, NoLarge = LeftOut.FixedShape, OtherTypes = OpSpec.Integers,
        },
        new("ctc of many", x => x[0].CtcLoss(Tensor.From([.. Enumerable.Repeat(1L, x[0].Shape[1])]), [.. Enumerable.Repeat(4, x[0].Shape[1])], [.. Enumerable.Repeat(1, x[0].Shape[1])], 0, LossReduction.Sum, true), [rng => [Real(rng, 4, 2, 3)]])
        {
            Reference = x => Ctc(x[0], [.. Enumerable.Repeat(1L, x[0].Shape[1])], [.. Enumerable.Range(0, x[0].Shape[1])], [.. Enumerable.Repeat(4, x[0].Shape[1])], [.. Enumerable.Repeat(1, x[0].Shape[1])], blank: 0, LossReduction.Sum),
            OtherTypes = OpSpec.Integers,
            NoExtremes = LeftOut.Order,
            Lengths = length => [[4, length + 1, 3]],
            Large = [[4, 333, 3]],
        },
    ];

    // No pair near the kinks of the losses at 0, 0.5 and 1.5.
    private static Func<Rng, Tensor[]>[] Apart =>
    [
        rng =>
        {
            Tensor x = Real(rng, 2, 2), y = (x.Detach() + Tensor.From([0.3, -0.9, 2.0, -0.2], 2, 2)).Detach();
            y.RequiresGrad = true;
            return [x, y];
        },
    ];

    // 0 and 6 in turn: numbers from −2 to 2 are on either side of the kink at 2.6, and 0 is drawn by no sample.
    private static Tensor Far(Tensor x) => Tensor.From([.. Enumerable.Range(0, x.ElementCount).Select(i => i % 2 * 6.0)]).Reshape(x.Shape);

    private static Plain Far(Plain x) => new(x.Shape, [.. x.Values.Select((_, i) => i % 2 * 6.0)]);

    private static Tensor Many(int rows) => Tensor.From([.. Enumerable.Range(0, rows).Select(i => (long)(i % 7 == 3 ? -100 : i % 2))]);

    private static double Distance(Plain x, Plain y, int row, double p = 2) => Math.Pow(Enumerable.Range(0, x.Shape[1]).Sum(j => Math.Pow(Math.Abs(x[row, j] - y[row, j] + 1e-6), p)), 1 / p);
}
