using static Gradus.Tensors.Tests.Ops.Samples;

namespace Gradus.Tensors.Tests.Ops.Tables;

/// <summary>How rows of elementwise operators are made: a function of doubles says all.</summary>
internal static class ElementwiseRows
{
    /// <summary>Shapes of one input, with empty and single axes.</summary>
    internal static readonly Func<Rng, int[][]> OneShape = rng => [Shape(rng)];

    /// <summary>Shapes of two inputs that broadcast.</summary>
    internal static readonly Func<Rng, int[][]> TwoShapes = rng => Broadcasting(rng, 2);

    /// <summary>Shapes of three inputs that broadcast.</summary>
    internal static readonly Func<Rng, int[][]> ThreeShapes = rng => Broadcasting(rng, 3);

    /// <summary>A function of each element.</summary>
    internal static OpSpec Each(string name, Func<Tensor, Tensor> run, Func<double, double> reference, Func<Rng, Tensor[]>[]? samples = null) => new(name, x => run(x[0]), samples ?? One)
    {
        Reference = x => x[0].Map(reference),
        Shapes = OneShape,
        Extremes = Extremes.All,
        Units = 0,
        Lengths = length => [[length]],
        Large = [[66_001]],
        OtherTypes = OpSpec.Integers,
    };

    /// <summary>A function of pairs of elements.</summary>
    internal static OpSpec Pairs(string name, Func<Tensor, Tensor, Tensor> run, Func<double, double, double> reference, Func<Rng, Tensor[]>[]? samples = null) =>
        new(name, x => run(x[0], x[1]), samples ?? Two)
        {
            Reference = x => x[0].Zip(x[1], reference),
            Shapes = TwoShapes,
            Extremes = Extremes.All,
            Units = 0,
            Lengths = length => [[length], [length]],
            Large = [[230, 301], [301]],
            OtherTypes = OpSpec.Integers,
        };

    /// <summary>A function of pairs of elements that gives bools.</summary>
    internal static OpSpec Truth(string name, Func<Tensor, Tensor, Tensor> run, Func<double, double, bool> reference) =>
        Pairs(name, run, (a, b) => reference(a, b) ? 1 : 0) with { Differentiable = false };

    /// <summary>A function of triples of elements.</summary>
    internal static OpSpec Triples(string name, Func<Tensor, Tensor, Tensor, Tensor> run, Func<double, double, double, double> reference, params Func<Rng, Tensor[]>[] samples) =>
        new(name, x => run(x[0], x[1], x[2]), samples)
        {
            Reference = x => Plain.From(
                Plain.Broadcast(Plain.Broadcast(x[0].Shape, x[1].Shape), x[2].Shape),
                index => reference(At(x[0], index), At(x[1], index), At(x[2], index))),
            Shapes = ThreeShapes,
            Extremes = Extremes.All,
            Units = 0,
            Lengths = length => [[length], [length], [length]],
            Large = [[230, 301], [301], [230, 1]],
            OtherTypes = OpSpec.Integers,
        };

    /// <summary>Samples between two bounds that keep away from kinks.</summary>
    internal static Func<Rng, Tensor[]>[] Between(double low, double high, params double[] kinks) =>
    [
        rng => [Away(rng, low, high, kinks, 2, 3)], rng => [Away(rng, low, high, kinks)], rng => [Away(rng, low, high, kinks, 5, 1, 2)],
    ];

    /// <summary>One tensor of such samples.</summary>
    internal static Tensor Away(Rng rng, double low, double high, double[] kinks, params int[] shape)
    {
        double[] values = new double[Plain.Count(shape)];
        for (int i = 0; i < values.Length; i++)
        {
            do
            {
                values[i] = low + ((high - low) * rng.NextDouble());
            }
            while (kinks.Any(kink => Math.Abs(values[i] - kink) < 0.05));
        }

        Tensor leaf = Tensor.From(values).Reshape(shape);
        leaf.RequiresGrad = true;
        return leaf;
    }

    /// <summary>The element of an array that broadcasts.</summary>
    internal static double At(Plain x, int[] index)
    {
        int[] own = [.. index.TakeLast(x.Rank)];
        for (int i = 0; i < own.Length; i++)
        {
            own[i] = x.Shape[i] == 1 ? 0 : own[i];
        }

        return x[own];
    }

    private static int[] Shape(Rng rng) => [.. Enumerable.Range(0, rng.NextInt(5)).Select(_ => rng.NextInt(4) == 0 ? rng.NextInt(2) : 1 + rng.NextInt(6))];

    private static int[][] Broadcasting(Rng rng, int count)
    {
        int[] full = Shape(rng);
        return
        [
            .. Enumerable.Range(0, count).Select(i =>
            {
                int lead = i == 0 || full.Length == 0 ? 0 : rng.NextInt(full.Length + 1);
                return full.Skip(lead).Select(size => rng.NextInt(4) == 0 ? 1 : size).ToArray();
            }),
        ];
    }
}
