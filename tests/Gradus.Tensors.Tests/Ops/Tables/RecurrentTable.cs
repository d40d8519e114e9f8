using static Gradus.Tensors.Tests.Ops.Samples;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Recurrent sequences. A row's result is output, last hidden and last cell state one behind the other, so that gradients flow into all of them.</summary>
internal static class RecurrentTable
{
    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [
        new("lstm sequence", x => Flat(x[0].LstmSequence(x[1], x[2], x[3], x[4], x[5], x[6])), Sequences(4, false, 7))
        {
            Reference = x => RecurrentReference.Run("lstm", x, false, false, Whole),
            Shapes = Shapes(4, false, 7),
            Extremes = Extremes.WithinRange,
            Lengths = length => Of(4, false, 2, 1, length, 3)[..7],
            Large = Of(4, false, 20, 37, 20, 50),
            Draw = Small,
        },
        new("lstm sequence packed reverse", x => Flat(x[0].LstmSequence(x[1], x[2], x[3], x[4], x[5], x[6], true, true, Lengths(x[0].Size(0), x[0].Size(1)))), Sequences(4, true, 7))
        {
            Reference = x => RecurrentReference.Run("lstm", x, true, true, Shorter),
            Shapes = Shapes(4, true, 7),
            Extremes = Extremes.WithinRange,
            Lengths = length => Of(4, true, 2, 1, length, 3)[..7],
            Large = Of(4, true, 20, 37, 20, 50)[..7],
            Draw = Small,
        },
        new("lstm sequence without bias", x => Flat(x[0].LstmSequence(x[1], x[2], lengths: Lengths(x[0].Size(1), x[0].Size(0)).To(DType.Int32))), Sequences(4, false, 3))
        {
            Reference = x => RecurrentReference.Run("lstm", x, false, false, Shorter),
            Shapes = Shapes(4, false, 3),
            Extremes = Extremes.WithinRange,
            Lengths = length => Of(4, false, 2, 1, length, 3)[..3],
            Large = Of(4, false, 20, 37, 20, 50)[..3],
            Draw = Small,
        },
        new("gru sequence", x => Flat(x[0].GruSequence(x[1], x[2], x[3], x[4], x[5], true)), Sequences(3, true, 6))
        {
            Reference = x => RecurrentReference.Run("gru", x, true, false, Whole),
            Shapes = Shapes(3, true, 6),
            Extremes = Extremes.WithinRange,
            Lengths = length => Of(3, true, 2, 1, length, 3)[..6],
            Large = Of(3, true, 20, 37, 20, 50)[..6],
            Draw = Small,
        },
        new("gru sequence packed", x => Flat(x[0].GruSequence(x[1], x[2], x[3], x[4], x[5], true, false, Lengths(x[0].Size(0), x[0].Size(1)))), Sequences(3, true, 6))
        {
            Reference = x => RecurrentReference.Run("gru", x, true, false, Shorter),
            Shapes = Shapes(3, true, 6),
            Extremes = Extremes.WithinRange,
            Lengths = length => Of(3, true, 2, 1, length, 3)[..6],
            Large = Of(3, true, 20, 37, 20, 50)[..6],
            Draw = Small,
        },
        new("gru sequence reverse without bias", x => Flat(x[0].GruSequence(x[1], x[2], reverse: true)), Sequences(3, false, 3))
        {
            Reference = x => RecurrentReference.Run("gru", x, false, true, Whole),
            Shapes = Shapes(3, false, 3),
            Extremes = Extremes.WithinRange,
            Lengths = length => Of(3, false, 2, 1, length, 3)[..3],
            Large = Of(3, false, 20, 37, 20, 50)[..3],
            Draw = Small,
        },
        new("rnn sequence", x => Flat(x[0].RnnSequence(x[1], x[2], x[3], x[4], x[5])), Sequences(1, false, 6))
        {
            Reference = x => RecurrentReference.Run("rnn", x, false, false, Whole),
            Shapes = Shapes(1, false, 6),
            Extremes = Extremes.WithinRange,
            Lengths = length => Of(1, false, 2, 1, length, 3)[..6],
            Large = Of(1, false, 20, 37, 20, 50)[..6],
            Draw = Small,
        },
        new("rnn sequence packed reverse", x => Flat(x[0].RnnSequence(x[1], x[2], x[3], x[4], x[5], false, true, true, Lengths(x[0].Size(0), x[0].Size(1)))), Sequences(1, true, 6))
        {
            Reference = x => RecurrentReference.Run("rnn", x, true, true, Shorter),
            Shapes = Shapes(1, true, 6),
            Extremes = Extremes.WithinRange,
            Lengths = length => Of(1, true, 2, 1, length, 3)[..6],
            Large = Of(1, true, 30, 67, 20, 70)[..6],
            Draw = Small,
        },
        new("rnn sequence with relu", x => Flat(x[0].RnnSequence(x[1], x[2], x[3], x[4], x[5], true, true)), Sequences(1, true, 6))
        {
            Reference = x => RecurrentReference.Run("relu", x, true, false, Whole),
            Shapes = Shapes(1, true, 6),
            Extremes = Extremes.WithinRange,
            Lengths = length => Of(1, true, 2, 1, length, 3)[..6],
            Large = Of(1, true, 20, 37, 20, 50)[..6],
            Draw = Small,
        },
        new("lstm cell", x => Flat(x[0].LstmCell(x[5], x[6], x[1], x[2], x[3], x[4])), Cells(4, 7))
        {
            Reference = x => Cell("lstm", x),
            Shapes = CellShapes(4, 7),
            Extremes = Extremes.WithinRange,
            Lengths = length => CellOf(4, 1, 2, 1 + length)[..7],
            Large = CellOf(4, 40, 37, 70)[..7],
            Draw = Small,
        },
        new("gru cell", x => x[0].GruCell(x[5], x[1], x[2], x[3], x[4]).Reshape(-1), Cells(3, 6))
        {
            Reference = x => Cell("gru", x),
            Shapes = CellShapes(3, 6),
            Extremes = Extremes.WithinRange,
            Lengths = length => CellOf(3, 1, 2, 1 + length)[..6],
            Large = CellOf(3, 40, 37, 70)[..6],
            Draw = Small,
        },
        new("rnn cell", x => x[0].RnnCell(x[5], x[1], x[2], x[3], x[4]).Reshape(-1), Cells(1, 6))
        {
            Reference = x => Cell("rnn", x),
            Shapes = CellShapes(1, 6),
            Extremes = Extremes.WithinRange,
            Lengths = length => CellOf(1, 1, 2, 1 + length)[..6],
            Large = CellOf(1, 40, 37, 70)[..6],
            Draw = Small,
        },
    ];

    /// <summary>Lengths that differ from row to row: all steps, one less, two less, and again.</summary>
    internal static Tensor Lengths(int rows, int steps) => Tensor.From([.. Enumerable.Range(0, rows).Select(row => (long)Shorter(row, steps))], rows);

    private static int Whole(int row, int steps) => steps;

    private static int Shorter(int row, int steps) => Math.Max(0, steps - (row % 3));

    private static Tensor Flat(LstmResult result) => Tensor.Cat([result.Output.Reshape(-1), result.Hidden.Reshape(-1), result.Cell.Reshape(-1)]);

    private static Tensor Flat(RecurrentResult result) => Tensor.Cat([result.Output.Reshape(-1), result.Hidden.Reshape(-1)]);

    private static Tensor Flat((Tensor Hidden, Tensor Cell) state) => Tensor.Cat([state.Hidden.Reshape(-1), state.Cell.Reshape(-1)]);

    private static Plain Cell(string kind, IReadOnlyList<Plain> x)
    {
        int rows = x[0].Shape[0], hidden = x[2].Shape[1];
        Plain all = RecurrentReference.Run(kind, [new Plain([1, rows, x[0].Shape[1]], x[0].Values), .. x.Skip(1)], false, false, Whole);
        double[] states = all.Values[(rows * hidden)..];
        return new Plain([states.Length], states);
    }

    private static Func<Rng, Tensor[]>[] Sequences(int gates, bool batchFirst, int count) =>
        [rng => Draw(rng, Of(gates, batchFirst, 3, 2, 2, 2)[..count]), rng => Draw(rng, Of(gates, batchFirst, 1, 3, 1, 1)[..count])];

    private static Func<Rng, Tensor[]>[] Cells(int gates, int count) => [rng => Draw(rng, CellOf(gates, 2, 3, 2)[..count]), rng => Draw(rng, CellOf(gates, 1, 1, 3)[..count])];

    private static Tensor[] Draw(Rng rng, int[][] shapes) => [.. shapes.Select(shape => Real(rng, shape))];

    private static Func<Rng, int[][]> Shapes(int gates, bool batchFirst, int count) => rng => Of(gates, batchFirst, rng.NextInt(5), rng.NextInt(7), rng.NextInt(6), Width(rng))[..count];

    private static Func<Rng, int[][]> CellShapes(int gates, int count) => rng => CellOf(gates, rng.NextInt(7), rng.NextInt(6), Width(rng))[..count];

    // Weights of a size at which states neither saturate nor explode.
    private static double Small(Rng rng, int input) => ((2 * rng.NextDouble()) - 1) * (input is 1 or 2 ? 0.4 : 1.5);

    // Below, at and above the vectors' lengths.
    private static int Width(Rng rng) => ((int[])[1, 2, 3, 5, 15, 16, 17, 33, 50])[rng.NextInt(9)];

    private static int[][] Of(int gates, bool batchFirst, int steps, int rows, int features, int hidden) =>
    [
        batchFirst ? [rows, steps, features] : [steps, rows, features], [gates * hidden, features], [gates * hidden, hidden], [gates * hidden], [gates * hidden], [rows, hidden], [rows, hidden],
    ];

    private static int[][] CellOf(int gates, int rows, int features, int hidden) =>
        [[rows, features], [gates * hidden, features], [gates * hidden, hidden], [gates * hidden], [gates * hidden], [rows, hidden], [rows, hidden]];
}
