using Gradus.Tensors.Tests.Ops.References;
using static Gradus.Tensors.Tests.Ops.Samples;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Other views of the same numbers, and copies of them in another order.</summary>
internal static class ViewTable
{
    private static readonly Func<Rng, Tensor[]>[] Cube = [rng => [Real(rng, 2, 3, 2)], rng => [Real(rng, 3, 1, 4)]];

    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [
        Row("reshape", x => x.Reshape(-1, 2), [rng => [Real(rng, 2, 3)]], x => new Plain([x.Values.Length / 2, 2], x.Values), 0, length => [length, 2]),
        Row("reshape of transpose", x => x.T().Reshape(6), [rng => [Real(rng, 2, 3)]], x => x.Pick([6], i => [i[0] % 2, i[0] / 2])),
        Row("reshape by strides", x => x.Transpose(0, 1).Reshape(3, -1, 1, 2), [rng => [Real(rng, 2, 3, 4)]], x => x.Pick([3, x.Shape[2], 1, 2], i => [((i[1] * 2) + i[3]) / x.Shape[2], i[0], ((i[1] * 2) + i[3]) % x.Shape[2]]), 0, length => [2, 3, 1 + length]),
        Row("view of slice", x => x.Clone().Slice(0, 1).View(-1, 2), [rng => [Real(rng, 3, 4)]], x => x.Pick([(x.Shape[0] - 1) * x.Shape[1] / 2, 2], i => [1 + (((2 * i[0]) + i[1]) / x.Shape[1]), ((2 * i[0]) + i[1]) % x.Shape[1]]), 0, length => [3, 2 * length]),
        Row("flatten", x => x.Flatten(1), Cube, x => new Plain([x.Shape[0], Plain.Count(x.Shape[1..])], x.Values), 3),
        Row("unflatten", x => x.Unflatten(1, 2, -1), [rng => [Real(rng, 2, 6)], rng => [Real(rng, 1, 4, 2)]], x => new Plain([x.Shape[0], 2, x.Shape[1] / 2, .. x.Shape[2..]], x.Values), 0, length => [2, 2 * Math.Max(1, length)]),
        Row("squeeze", x => x.Squeeze(1), [rng => [Real(rng, 2, 1, 2)], rng => [Real(rng, 2, 3)]], x => new Plain(x.Shape[1] == 1 ? Lines.Without(x.Shape, 1) : x.Shape, x.Values), 3),
        Row("squeeze all", x => x.Squeeze(), [rng => [Real(rng, 1, 2, 1, 3)], rng => [Real(rng, 1)]], x => new Plain([.. x.Shape.Where(size => size != 1)], x.Values), 4),
        Row("unsqueeze", x => x.Unsqueeze(-1), Matrix, x => new Plain([.. x.Shape, 1], x.Values), 2),
        Row("transpose", x => x.Transpose(0, 2), Cube, x => x.Pick([x.Shape[2], x.Shape[1], x.Shape[0]], i => [i[2], i[1], i[0]]), 3),
        Row("permute", x => x.Permute(2, 0, 1), Cube, x => x.Pick([x.Shape[2], x.Shape[0], x.Shape[1]], i => [i[1], i[2], i[0]]), 3),
        Row("movedim", x => x.Movedim(0, -1), Cube, x => x.Pick([x.Shape[1], x.Shape[2], x.Shape[0]], i => [i[2], i[0], i[1]]), 3),
        Row("movedim of two", x => x.Movedim([0, 2], [1, 0]), Cube, x => x.Pick([x.Shape[2], x.Shape[0], x.Shape[1]], i => [i[1], i[2], i[0]]), 3),
        Row("narrow", x => x.Narrow(1, 1, 2), [rng => [Real(rng, 2, 3)]], x => x.Pick([x.Shape[0], 2], i => [i[0], i[1] + 1]), 0, length => [length, 3]),
        Row("slice", x => x.Slice(1, 0, 5, 2), [rng => [Real(rng, 2, 6)]], x => x.Pick([x.Shape[0], 3], i => [i[0], 2 * i[1]]), 0, length => [length, 6]),
        Row("slice from the end", x => x.Slice(0, -3, -1), [rng => [Real(rng, 5, 2)], rng => [Real(rng, 1)]], x => x.Pick([Math.Max(0, x.Shape[0] - 1 - Math.Max(0, x.Shape[0] - 3)), .. x.Shape[1..]], i => [Math.Max(0, x.Shape[0] - 3) + i[0], .. i[1..]]), 0, length => [4, length]),
        Row("select", x => x.Select(0, -1), Matrix, x => x.Pick(x.Shape[1..], i => [x.Shape[0] - 1, .. i]), 0, length => [3, length]),
        Row("index in brackets", x => x[1, 1..^1, TensorIndex.NewAxis, ^1], [rng => [Real(rng, 2, 4, 3)]], x => x.Pick([x.Shape[1] - 2, 1], i => [1, i[0] + 1, 2]), 0, length => [2, length + 2, 3]),
        Row("ellipsis and steps in brackets", x => x[TensorIndex.Ellipsis, TensorIndex.Slice(0, int.MaxValue, 2)], [rng => [Real(rng, 2, 5)], rng => [Real(rng, 4)]], x => x.Pick([.. x.Shape[..^1], (x.Shape[^1] + 1) / 2], i => [.. i[..^1], 2 * i[^1]]), 0, length => [2, length]),
        Row("tensors in brackets", x => x[Tensor.From([2L, 0L, -1L]), 1..], [rng => [Real(rng, 3, 3)]], x => x.Pick([3, x.Shape[1] - 1], i => [i[0] == 1 ? 0 : 2, i[1] + 1]), 0, length => [3, length + 1]),
        Row("expand", x => x.Expand(4, 2, 3), [rng => [Real(rng, 2, 1)], rng => [Real(rng, 3)]], x => x.Pick([4, 2, 3], i => x.Rank == 1 ? [i[2]] : [i[1], 0])),
        Row("broadcast to", x => x.BroadcastTo(2, 3), [rng => [Real(rng, 3)], rng => [Real(rng)]], x => x.Pick([2, 3], i => x.Rank == 0 ? [] : [i[1]])),
        Row("split", x => x.Split(2, 1)[1], [rng => [Real(rng, 2, 3)], rng => [Real(rng, 1, 4, 2)]], x => x.Pick(Lines.With(x.Shape, 1, x.Shape[1] - 2), i => Lines.With(i, 1, i[1] + 2)), 0, length => [length, 3]),
        Row("split by sizes", x => x.Split([1, 0, 2])[2], [rng => [Real(rng, 3, 2)]], x => x.Pick([2, x.Shape[1]], i => [i[0] + 1, i[1]]), 0, length => [3, length]),
        Row("chunk", x => x.Chunk(2, -1)[1], [rng => [Real(rng, 2, 5)]], x => x.Pick([x.Shape[0], 2], i => [i[0], i[1] + 3]), 0, length => [length, 5]),
        Row("chunks swapped", x => Swapped(x.Chunk(2, 1)), [rng => [Real(rng, 2, 4)], rng => [Real(rng, 3, 2, 2)]], x => x.Pick(x.Shape, i => Lines.With(i, 1, (i[1] + (x.Shape[1] / 2)) % x.Shape[1]))),
        Row("unbind", x => x.Unbind(1)[2], [rng => [Real(rng, 2, 3)]], x => x.Pick([x.Shape[0]], i => [i[0], 2]), 0, length => [length, 3]),
        Row("diagonal", x => x.Diagonal(1, 0, -1), [rng => [Real(rng, 3, 2, 4)], rng => [Real(rng, 2, 2)]], x => x.Pick([.. x.Shape[1..^1], Math.Max(0, Math.Min(x.Shape[0], x.Shape[^1] - 1))], i => [i[^1], .. i[..^1], i[^1] + 1]), 3),
        Row("diagonal below", x => x.Diagonal(-1), [rng => [Real(rng, 3, 4)]], x => x.Pick([Math.Max(0, Math.Min(x.Shape[0] - 1, x.Shape[1]))], i => [i[0] + 1, i[0]]), 2),
        Row("diag embed", x => x.DiagEmbed(-1), [rng => [Real(rng, 2, 3)], rng => [Real(rng, 2)]], x => Plain.From([.. x.Shape[..^1], x.Shape[^1] + 1, x.Shape[^1] + 1], i => i[^2] == i[^1] + 1 ? x[[.. i[..^2], i[^1]]] : 0), 2, length => [length, 3]),
        Row("sliding windows", x => x.Unfold(1, 3, 2), [rng => [Real(rng, 2, 8)], rng => [Real(rng, 2, 3, 2)]], x => x.Pick([.. Lines.With(x.Shape, 1, ((x.Shape[1] - 3) / 2) + 1), 3], i => Lines.With(i[..^1], 1, (2 * i[1]) + i[^1])), 0, length => [2, length + 3]),
        Row("flip", x => x.Flip(0, -1), Cube, x => x.Pick(x.Shape, i => [x.Shape[0] - 1 - i[0], i[1], x.Shape[2] - 1 - i[2]]), 3),
        Row("roll", x => x.Roll(-2, 1), Cube, x => x.Pick(x.Shape, i => Lines.With(i, 1, (i[1] + 2) % x.Shape[1])), 3),
        Row("roll flat", x => x.Roll([3]), Matrix, x => new Plain(x.Shape, [.. Enumerable.Range(0, x.Values.Length).Select(i => x.Values[((i - 3) % x.Values.Length + x.Values.Length) % x.Values.Length])]), 2),
        Row("repeat", x => x.Repeat(2, 1, 3), Matrix, x => x.Pick([2, x.Shape[0], 3 * x.Shape[1]], i => [i[1], i[2] % x.Shape[1]]), 2),
        Row("tile", x => x.Tile(2), Matrix, x => x.Pick([x.Shape[0], 2 * x.Shape[1]], i => [i[0], i[1] % x.Shape[1]]), 2),
        Row("repeat interleave", x => x.RepeatInterleave(3, 0), Matrix, x => x.Pick([3 * x.Shape[0], x.Shape[1]], i => [i[0] / 3, i[1]]), 2),
        Row("repeat interleave each", x => x.RepeatInterleave(Tensor.From([2, 0, 1]), 1), [rng => [Real(rng, 2, 3)]], x => x.Pick([x.Shape[0], 3], i => [i[0], i[1] < 2 ? 0 : 2]), 0, length => [length, 3]),
        Row("clone", x => x.Clone(), Matrix, x => x, 2),
        Row("contiguous", x => x.T().Contiguous(), Matrix, x => x.Pick([x.Shape[1], x.Shape[0]], i => [i[1], i[0]]), 2, large: [513, 300]),
    ];

    private static Tensor Swapped(Tensor[] halves) => Tensor.Cat([halves[1], halves[0]], 1);

    /// <summary>A view or a copy of one tensor; the rank is that of the random shapes, whose last axis takes every length where no shape for a length is given. Without either there is but one shape.</summary>
    private static OpSpec Row(
        string name, Func<Tensor, Tensor> run, Func<Rng, Tensor[]>[] samples, Func<Plain, Plain> reference, int rank = 0, Func<int, int[]>? lengths = null, int[]? large = null)
    {
        Func<int, int[]>? sized = lengths ?? (rank == 0 ? null : length => [.. Enumerable.Range(1, rank - 1), length]);
        return new(name, x => run(x[0]), samples)
        {
            Reference = x => reference(x[0]),
            Shapes = rank == 0 ? null : rng => [RandomShape.Of(rng, rank)],
            Extremes = Extremes.All,
            Units = 0,
            OtherTypes = OpSpec.AnyType,
            Lengths = sized is null ? null : length => [sized(length)],
            NoLengths = sized is null ? LeftOut.FixedShape : null,
            Large = sized is null ? null : [large ?? sized(70_001 / Plain.Count(sized(1)) + 20_000)],
            NoLarge = sized is null ? LeftOut.FixedShape : null,
        };
    }
}
