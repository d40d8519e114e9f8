namespace Gradus.Tensors.Autograd;

/// <summary>A function whose results are added up under fixed random weights from 0.5 to 1.5, so that one number depends on all of them.</summary>
internal sealed class WeightedFunction(Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> function)
{
    // Sums may run in another order for another layout.
    private const double LayoutTolerance = 1e-9;

    /// <summary>The sum.</summary>
    internal double Total(IReadOnlyList<Tensor> inputs)
    {
        double total = 0;
        IReadOnlyList<Tensor> results = Results(inputs);
        for (int i = 0; i < results.Count; i++)
        {
            total += (results[i] * Weights(i, results[i])).Sum().Item();
        }

        return total;
    }

    /// <summary>The gradients of the sum as autograd computes them.</summary>
    internal Tensor[] Gradients(IReadOnlyList<Tensor> inputs)
    {
        Tensor[] results = [.. Results(inputs)];
        Tensor[] weights = [.. results.Select((result, i) => Weights(i, result))];
        int[] used = [.. Enumerable.Range(0, results.Length).Where(i => results[i].RequiresGrad)];
        return used.Length == 0 ? [.. inputs.Select(Tensor.ZerosLike)] : Gradient.Of([.. used.Select(i => results[i])], inputs, [.. used.Select(i => weights[i])]);
    }

    /// <summary>Whether a second call gives the same bits.</summary>
    internal bool IsRepeatable(IReadOnlyList<Tensor> inputs, Tensor[] gradients)
    {
        Tensor[] first = [.. Results(inputs)], second = [.. Results(inputs)], again = Gradients(inputs);
        return first.Length == second.Length && first.Concat(gradients).Zip(second.Concat(again)).All(pair => Bits(pair.First).SequenceEqual(Bits(pair.Second)));
    }

    /// <summary>Compares gradients for the same values in other layouts; null when they agree.</summary>
    internal string? OtherLayouts(IReadOnlyList<Tensor> inputs, Tensor[] gradients)
    {
        Tensor[] strided = [.. inputs.Select(Strided)];
        if (Compare(Gradients(strided), gradients, "as a strided view") is { } fault)
        {
            return fault;
        }

        // An expanded dimension repeats its first index, which is another point: the one in order is computed with it.
        Tensor[] expanded = [.. inputs.Select(Expanded)];
        Tensor[] ordered = [.. expanded.Select(view => Leaf(view.Detach().Clone()))];
        return Compare(Gradients(expanded), Gradients(ordered), "as an expanded view");
    }

    private static string? Compare(Tensor[] found, Tensor[] expected, string what)
    {
        for (int i = 0; i < found.Length; i++)
        {
            double[] left = found[i].ToArray<double>(), right = expected[i].ToArray<double>();
            for (int j = 0; j < left.Length; j++)
            {
                if (Math.Abs(left[j] - right[j]) > LayoutTolerance * Math.Max(1, Math.Abs(right[j])))
                {
                    return FormattableString.Invariant($"input {i}, element {j}: the gradient is {left[j]:R} when the input is given {what}, and {right[j]:R} when it is contiguous");
                }
            }
        }

        return null;
    }

    private static long[] Bits(Tensor tensor) => Array.ConvertAll(tensor.ToArray<double>(), BitConverter.DoubleToInt64Bits);

    private static Tensor Weights(int index, Tensor result) => Tensor.Rand(new Rng(1, (ulong)index), DType.Float64, result.Shape) + 0.5;

    /// <summary>The same values, every second place in memory, the dimensions stored back to front.</summary>
    private static Tensor Strided(Tensor x)
    {
        using NoGrad none = NoGrad.Enter();
        int[] order = [.. Enumerable.Range(0, x.Rank).Reverse()];
        Tensor memory = Tensor.Zeros(DType.Float64, [.. order.Select(dim => x.Sizes[dim]), 2]);
        Tensor view = memory.Select(x.Rank, 1).Permute(order);
        view.CopyFrom(x);
        return Leaf(view.Detach());
    }

    private static Tensor Expanded(Tensor x)
    {
        using NoGrad none = NoGrad.Enter();
        int dim = Array.FindIndex(x.Sizes, size => size > 1);
        return Leaf(dim < 0 || x.ElementCount == 0 ? x.Detach() : x.Detach().Narrow(dim, 0, 1).Expand(x.Shape).Detach());
    }

    private static Tensor Leaf(Tensor tensor)
    {
        tensor.RequiresGrad = true;
        return tensor;
    }

    private IReadOnlyList<Tensor> Results(IReadOnlyList<Tensor> inputs) => [.. function(inputs).Where(result => result.DType.IsFloatingPoint())];
}
