namespace Gradus.Tensors.Tests.Ops;

/// <summary>Float64 inputs at which gradients are checked.</summary>
internal static class Samples
{
    internal static readonly Func<Rng, Tensor[]>[] One =
    [
        rng => [Real(rng, 2, 3)], rng => [Real(rng)], rng => [Real(rng, 5, 1, 2)],
    ];

    internal static readonly Func<Rng, Tensor[]>[] OnePositive =
    [
        rng => [Positive(rng, 2, 3)], rng => [Positive(rng)],
    ];

    internal static readonly Func<Rng, Tensor[]>[] Two =
    [
        rng => [Real(rng, 2, 3), Real(rng, 2, 3)], rng => [Real(rng, 2, 3), Real(rng, 3)], rng => [Real(rng, 2, 1), Real(rng, 1, 3)], rng => [Real(rng), Real(rng, 4)],
    ];

    internal static readonly Func<Rng, Tensor[]>[] Matrix = [rng => [Real(rng, 3, 4)], rng => [Real(rng, 1, 5)]];

    /// <summary>Numbers from −2 to 2, none near 0, ±0.6 or ±0.7, where some operators have a kink.</summary>
    internal static Tensor Real(Rng rng, params int[] shape) => Leaf(rng, shape, () =>
    {
        double value = 0;
        while (Math.Abs(value) < 0.05 || Math.Abs(Math.Abs(value) - 0.65) < 0.1)
        {
            value = (4 * rng.NextDouble()) - 2;
        }

        return value;
    });

    internal static Tensor Positive(Rng rng, params int[] shape) => Leaf(rng, shape, () => 0.3 + (2 * rng.NextDouble()));

    /// <summary>Numbers of either sign so far from 0 that a sum with others has their sign, and stays away from the kink of max(0, ·).</summary>
    internal static Tensor Decided(Rng rng, params int[] shape) => Leaf(rng, shape, () => (rng.NextInt(2) == 0 ? -60 : 60) + rng.NextDouble());

    private static Tensor Leaf(Rng rng, int[] shape, Func<double> draw)
    {
        double[] values = new double[shape.Aggregate(1, (a, b) => a * b)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = draw();
        }

        Tensor leaf = Tensor.From(values).Reshape(shape);
        leaf.RequiresGrad = true;
        return leaf;
    }
}
