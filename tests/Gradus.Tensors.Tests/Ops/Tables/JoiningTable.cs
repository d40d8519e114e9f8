using Gradus.Tensors.Tests.Ops.References;
using static Gradus.Tensors.Tests.Ops.Samples;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>Tensors put together, and made larger at their edges.</summary>
internal static class JoiningTable
{
    internal static IReadOnlyList<OpSpec> Rows { get; } =
    [
        new("cat", x => Tensor.Cat(x, 1), [rng => [Real(rng, 2, 3), Real(rng, 2, 1), Real(rng, 2, 2)]])
        {
            Reference = x => Cat(x, 1), Extremes = Extremes.All, Units = 0, OtherTypes = OpSpec.AnyType,
            Lengths = length => [[3, length], [3, 2], [3, 1]], Large = [[300, 200], [300, 1], [300, 99]],
            Shapes = rng => RandomShape.Of(rng, 2) is var shape ? [shape, Lines.With(shape, 1, rng.NextInt(4)), Lines.With(shape, 1, 2)] : [],
        },
        new("stack", x => Tensor.Stack(x, 1), [rng => [Real(rng, 2, 3), Real(rng, 2, 3)]])
        {
            Reference = x => Cat([.. x.Select(part => new Plain(Lines.Insert(part.Shape, 1, 1), part.Values))], 1), Extremes = Extremes.All, Units = 0, OtherTypes = OpSpec.AnyType,
            Lengths = length => [[3, length], [3, length]], Large = [[300, 200], [300, 200]],
            Shapes = rng => RandomShape.Of(rng, 2) is var shape ? [shape, shape] : [],
        },
        new("hstack", x => Tensor.HStack(x), [rng => [Real(rng, 2), Real(rng), Real(rng, 3)], rng => [Real(rng, 2, 1), Real(rng, 2, 2)]])
        {
            Reference = x => Cat([.. x.Select(part => part.Rank == 0 ? new Plain([1], part.Values) : part)], x[0].Rank == 2 ? 1 : 0), Extremes = Extremes.All, Units = 0, OtherTypes = OpSpec.AnyType,
            Lengths = length => [[length], [], [3]], Large = [[70_000], [], [30_000]],
        },
        new("vstack", x => Tensor.VStack(x), [rng => [Real(rng, 2), Real(rng, 3, 2)], rng => [Real(rng), Real(rng)]])
        {
            Reference = x => Cat([.. x.Select(part => new Plain(part.Rank == 0 ? [1, 1] : part.Rank == 1 ? [1, part.Shape[0]] : part.Shape, part.Values))], 0), Extremes = Extremes.All, Units = 0, OtherTypes = OpSpec.AnyType,
            Lengths = length => [[length], [2, length]], Large = [[700], [200, 700]],
        },
        new("meshgrid", x => Tensor.Stack(Tensor.Meshgrid(x)), [rng => [Real(rng, 2), Real(rng, 3)]])
        {
            Reference = x => Plain.From([2, x[0].Shape[0], x[1].Shape[0]], i => x[i[0]][i[1 + i[0]]]), Extremes = Extremes.All, Units = 0, OtherTypes = OpSpec.AnyType,
            Lengths = length => [[length], [3]], Large = [[300], [400]],
            Shapes = rng => [RandomShape.Of(rng, 1), RandomShape.Of(rng, 1)],
        },
        new("meshgrid xy", x => Tensor.Meshgrid(x, "xy")[0], [rng => [Real(rng, 2), Real(rng, 3)]])
        {
            Reference = x => Plain.From([x[1].Shape[0], x[0].Shape[0]], i => x[0][i[1]]), Extremes = Extremes.All, Units = 0, OtherTypes = OpSpec.AnyType,
            Lengths = length => [[length], [3]], Large = [[300], [400]],
        },
        new("broadcast tensors", x => Tensor.BroadcastTensors(x)[1], [rng => [Real(rng, 2, 1), Real(rng, 3)]])
        {
            Reference = x => x[0].Zip(x[1], (_, b) => b), Extremes = Extremes.All, Units = 0, OtherTypes = OpSpec.AnyType,
            Lengths = length => [[2, 1], [length]], Large = [[300, 1], [400]],
        },
        Pad("pad", [1, 2, 0, 1], "constant", 2),
        Pad("pad and cut", [-1, 2], "constant", 2),
        Pad("pad reflect", [2, 1], "reflect", 2),
        Pad("pad replicate", [2, 1, 1, 0], "replicate", 3),
        Pad("pad circular", [1, 3], "circular", 2),
    ];

    private static OpSpec Pad(string name, int[] counts, string mode, int rank) => new(name, x => x[0].Pad(counts, mode, 1), [rng => [Real(rng, 2, 3)], rng => [Real(rng, 2, 2, 4)]])
    {
        Extremes = Extremes.All,
        Units = 0,
        Lengths = length => [[.. Enumerable.Repeat(2, Math.Max(rank, counts.Length / 2) - 1), length + 3]],
        Large = [[.. Enumerable.Repeat(20, Math.Max(rank, counts.Length / 2) - 1), rank == 2 ? 5_001 : 301]],
        OtherTypes = OpSpec.AnyType,
        Shapes = mode == "constant" && counts[0] >= 0 ? rng => [RandomShape.Of(rng, rank)] : null,
        Reference = x =>
        {
            Plain y = x[0];
            for (int k = 0; k < counts.Length; k += 2)
            {
                int axis = y.Rank - 1 - (k / 2), before = counts[k];
                Plain source = y;
                y = Plain.From(Lines.With(y.Shape, axis, y.Shape[axis] + before + counts[k + 1]), index =>
                {
                    int size = source.Shape[axis], place = index[axis] - before;
                    bool inside = place >= 0 && place < size;
                    int from = inside || mode == "constant" ? place : mode switch
                    {
                        "reflect" => place < 0 ? -place : (2 * size) - 2 - place,
                        "replicate" => place < 0 ? 0 : size - 1,
                        _ => (place + size) % size,
                    };
                    return inside || mode != "constant" ? source[Lines.With(index, axis, from)] : 1;
                });
            }

            return y;
        },
    };

    private static Plain Cat(IReadOnlyList<Plain> parts, int axis) => Plain.From(Lines.With(parts[0].Shape, axis, parts.Sum(part => part.Shape[axis])), index =>
    {
        int place = index[axis], part = 0;
        while (place >= parts[part].Shape[axis])
        {
            place -= parts[part++].Shape[axis];
        }

        return parts[part][Lines.With(index, axis, place)];
    });
}
