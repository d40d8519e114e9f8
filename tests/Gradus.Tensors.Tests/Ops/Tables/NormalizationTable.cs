using static Gradus.Tensors.Tests.Ops.Samples;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Softmax and the normalizations.</summary>
internal static class NormalizationTable
{
    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [
        new("softmax", x => x[0].Softmax(-1), Matrix),
        new("softmax 0", x => x[0].Softmax(0), Matrix),
        new("log softmax", x => x[0].LogSoftmax(1), Matrix),
        new("batch norm training", x => x[0].BatchNorm(null, null, x[1], x[2], true), [rng => [Real(rng, 5, 3), Real(rng, 3), Real(rng, 3)], rng => [Real(rng, 3, 2, 4), Real(rng, 2), Real(rng, 2)]]),
        new("batch norm plain", x => x[0].BatchNorm(null, null, training: true), [rng => [Real(rng, 5, 3)]]),
        new("batch norm evaluation", x => x[0].BatchNorm(Tensor.From([0.1, -0.2]).To(x[0].DType), Tensor.From([0.5, 2.0]).To(x[0].DType), x[1], x[2]), [rng => [Real(rng, 3, 2), Real(rng, 2), Real(rng, 2)]]),
    ];
}
