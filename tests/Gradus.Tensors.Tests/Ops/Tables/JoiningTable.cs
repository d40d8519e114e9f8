using static Gradus.Tensors.Tests.Ops.Samples;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Tensors put together.</summary>
internal static class JoiningTable
{
    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [
        new("cat", x => Tensor.Cat(x, 1), [rng => [Real(rng, 2, 3), Real(rng, 2, 1), Real(rng, 2, 2)]]),
        new("stack", x => Tensor.Stack(x, 1), [rng => [Real(rng, 2, 3), Real(rng, 2, 3)]]),
    ];
}
