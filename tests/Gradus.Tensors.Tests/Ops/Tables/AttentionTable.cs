using static Gradus.Tensors.Tests.Ops.References.AttentionReference;
using static Gradus.Tensors.Tests.Ops.Samples;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Attention and embeddings.</summary>
internal static class AttentionTable
{
    private static readonly bool[] Seen = [true, false, true, true, false, false, false, false, false, true, true, true];
    private static readonly long[] Places = [2, 0, 2, 1, 2, 0];

    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [
        new("attention", x => x[0].ScaledDotProductAttention(x[1], x[2]), [rng => Qkv(rng, [2, 2], 3, 4, 2, 3), rng => Qkv(rng, [], 2, 3, 2, 2)])
        {
            Extremes = Extremes.WithinRange,
            ExtremeInputs = [0, 1, 2],
            Lengths = length => Shapes([1], 2, 1 + length, 3, 2),
            Reference = x => Attend(x), Shapes = rng => Shapes([rng.NextInt(3), 1 + rng.NextInt(2)], rng.NextInt(20), 1 + rng.NextInt(36), 1 + rng.NextInt(20), rng.NextInt(20)),
            Large = Shapes([3, 2], 70, 65, 33, 17),
        },
        new("attention causal", x => x[0].ScaledDotProductAttention(x[1], x[2], causal: true, scale: 0.7), [rng => Qkv(rng, [2], 3, 4, 2, 3), rng => Qkv(rng, [2], 4, 2, 2, 2)])
        {
            Extremes = Extremes.WithinRange,
            ExtremeInputs = [0],
            Lengths = length => Shapes([1], 3, 5, 1 + length, 2),
            Reference = x => Attend(x, scale: 0.7, causal: true),
            Shapes = rng => Shapes([1 + rng.NextInt(2)], 1 + rng.NextInt(40), 1 + rng.NextInt(36), 1 + rng.NextInt(10), 1 + rng.NextInt(10)),
            Large = Shapes([3, 2], 70, 65, 33, 17),
        },
        new("attention masked", x => x[0].ScaledDotProductAttention(x[1], x[2], Tensor.From(Seen, 3, 4)), [rng => Qkv(rng, [2], 3, 4, 2, 3)])
        {
            Extremes = Extremes.WithinRange,
            ExtremeInputs = [0],
            Lengths = length => Shapes([2], 3, 4, 2, length),
            Large = Shapes([900], 3, 4, 33, 17),
            // The second query sees nothing.
            Reference = x => Attend(x, index => Seen[(index[^2] * 4) + index[^1]] ? 0 : double.NegativeInfinity),
        },
        new("attention biased", x => x[0].ScaledDotProductAttention(x[1], x[2], x[3]), [rng => [.. Qkv(rng, [2], 3, 4, 2, 3), Real(rng, 3, 1)]])
        {
            Extremes = Extremes.WithinRange,
            ExtremeInputs = [0, 3],
            Lengths = length => [.. Shapes([1], 3, 1 + length, 2, 2), [3, 1]],
            Large = [.. Shapes([900], 3, 15, 17, 17), [3, 1]],
            Reference = x => Attend([x[0], x[1], x[2]], index => x[3][index[^2], 0]),
        },
        new("attention with one key head", x => x[0].ScaledDotProductAttention(x[1], x[2]), [rng => [Real(rng, 2, 3, 3, 2), Real(rng, 2, 1, 4, 2), Real(rng, 1, 4, 3)]])
        {
            Extremes = Extremes.WithinRange,
            ExtremeInputs = [0, 1, 2],
            Lengths = length => [[1, 3, 2, 2], [1, 1, 1 + length, 2], [1, 1 + length, 3]],
            Reference = x => Attend(x), Large = [[2, 3, 70, 33], [2, 1, 65, 33], [1, 65, 17]],
        },
        new("attention dropout", x => x[0].ScaledDotProductAttention(x[1], x[2], dropout: 0.3, rng: new Rng(5)), [rng => Qkv(rng, [2], 3, 5, 2, 3)])
        {
            NoExtremes = LeftOut.NoReference, NoLengths = LeftOut.NoReference, NoReference = "AttentionTests hold what is dropped.", Large = Shapes([3, 2], 70, 65, 33, 17),
        },
        new("embedding", x => Tensor.From(Places, 3, 2).Embedding(x[0]), [rng => [Real(rng, 3, 4)], rng => [Real(rng, 3, 1)]])
        {
            Extremes = Extremes.All,
            Units = 0,
            Lengths = length => [[3, length]],
            Large = [[3, 20_001]],
            Reference = x => Plain.From([3, 2, x[0].Shape[1]], index => x[0][(int)Places[(index[0] * 2) + index[1]], index[2]]), Shapes = rng => [[3 + rng.NextInt(3), rng.NextInt(40)]],
        },
        new("embedding of many", x => Tensor.From([.. Enumerable.Range(0, 1500).Select(i => i * 7 % x[0].Shape[0])]).Embedding(x[0]), [rng => [Real(rng, 3, 2)]])
        {
            Extremes = Extremes.All,
            Units = 0,
            Lengths = length => [[3 + length, 1]],
            Reference = x => Plain.From([1500, x[0].Shape[1]], index => x[0][index[0] * 7 % x[0].Shape[0], index[1]]), Large = [[101, 99]],
        },
        new("embedding padded", x => Tensor.From(Places).Embedding(x[0], 2).MaskedFill(Tensor.From(Places).Equal(2).Unsqueeze(1), 0), [rng => [Real(rng, 3, 4)]])
        {
            Extremes = Extremes.All,
            Units = 0,
            Lengths = length => [[3, length]],
            Large = [[3, 20_001]],
            // The padding's row gets no gradient, so nothing may depend on it.
            Reference = x => Plain.From([6, x[0].Shape[1]], index => Places[index[0]] == 2 ? 0 : x[0][(int)Places[index[0]], index[1]]),
        },
        new("embedding bag", x => Tensor.From(Places, 3, 2).EmbeddingBag(x[0]), [rng => [Real(rng, 3, 4)]])
        {
            Extremes = Extremes.WithinRange,
            Lengths = length => [[3, length]],
            Large = [[3, 20_001]],
            Reference = x => Plain.From([3, x[0].Shape[1]], index => (x[0][(int)Places[index[0] * 2], index[1]] + x[0][(int)Places[(index[0] * 2) + 1], index[1]]) / 2),
        },
    ];

    private static Tensor[] Qkv(Rng rng, int[] lead, int queries, int keys, int depth, int values) =>
        [Real(rng, [.. lead, queries, depth]), Real(rng, [.. lead, keys, depth]), Real(rng, [.. lead, keys, values])];

    private static int[][] Shapes(int[] lead, int queries, int keys, int depth, int values) => [[.. lead, queries, depth], [.. lead, keys, depth], [.. lead, keys, values]];
}
