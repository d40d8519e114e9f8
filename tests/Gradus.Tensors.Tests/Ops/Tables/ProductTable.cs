using static Gradus.Tensors.Tests.Ops.Samples;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Products of matrices.</summary>
internal static class ProductTable
{
    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [
        new("matmul", x => x[0].MatMul(x[1]), [rng => [Real(rng, 3, 4), Real(rng, 4, 2)], rng => [Real(rng, 4), Real(rng, 4, 2)], rng => [Real(rng, 3, 4), Real(rng, 4)], rng => [Real(rng, 4), Real(rng, 4)]]),
        new("matmul batched", x => x[0].MatMul(x[1]), [rng => [Real(rng, 2, 3, 4), Real(rng, 2, 4, 2)], rng => [Real(rng, 2, 1, 3, 2), Real(rng, 3, 2, 2)], rng => [Real(rng, 3, 2), Real(rng, 2, 2, 3)]]),
        new("matmul transposed", x => x[0].T().MatMul(x[1].T()), [rng => [Real(rng, 4, 3), Real(rng, 2, 4)]]),
        new("linear", x => x[0].Linear(x[1], x[2]), [rng => [Real(rng, 3, 4), Real(rng, 2, 4), Real(rng, 2)], rng => [Real(rng, 2, 3, 4), Real(rng, 2, 4), Real(rng, 2)]]),
        new("linear without bias", x => x[0].Linear(x[1]), [rng => [Real(rng, 3, 4), Real(rng, 2, 4)], rng => [Real(rng, 4), Real(rng, 2, 4)]]),
        new("linear with relu", x => x[0].Linear(x[1], x[2], true), [rng => [Real(rng, 3, 4), Real(rng, 2, 4), Real(rng, 2)]]),
    ];
}
