using static Gradus.Tensors.Tests.Ops.Samples;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Losses.</summary>
internal static class LossTable
{
    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [
        new("cross entropy", x => x[0].CrossEntropy(Tensor.From([2L, 0L, 1L])), [rng => [Real(rng, 3, 4)]]),
        new("cross entropy weighted", x => x[0].CrossEntropy(Tensor.From([2L, 0L, 1L]), Tensor.From([0.5, 1.0, 2.0, 1.0]), labelSmoothing: 0.1), [rng => [Real(rng, 3, 4)]]),
        new("cross entropy of probabilities", x => x[0].CrossEntropy(x[1].Softmax(1)), [rng => [Real(rng, 3, 4), Real(rng, 3, 4)]]),
        new("binary cross entropy", x => x[0].BinaryCrossEntropyWithLogits(Tensor.From([1.0, 0.0, 0.3])), [rng => [Real(rng, 3)]]),
        new("binary cross entropy weighted", x => x[0].BinaryCrossEntropyWithLogits(Tensor.From([1.0, 0.0, 0.3]), Tensor.From([0.5, 1.0, 2.0]), Tensor.Scalar(3, DType.Float64)), [rng => [Real(rng, 3)]]),
        new("mse", x => x[0].MseLoss(x[1]), [rng => [Real(rng, 3, 2), Real(rng, 3, 2)]]),
    ];
}
