namespace Gradus.Tensors.Tests.Ops;

/// <summary>Inputs for references: values on a plain array, and a tensor that holds them, laid out in memory in one way or another.</summary>
internal static class OpInputs
{
    /// <summary>Random inputs of a row.</summary>
    internal static Plain[] Draw(OpSpec spec, Rng rng, int[][] shapes) =>
        [.. shapes.Select((shape, input) => Filled(shape, () => (float)(spec.Draw?.Invoke(rng, input) ?? (4 * rng.NextDouble()) - 2)))];

    /// <summary>An array of numbers that do not depend on their place.</summary>
    internal static Plain Filled(int[] shape, Func<double> next)
    {
        Plain plain = new(shape);
        for (int i = 0; i < plain.Values.Length; i++)
        {
            plain.Values[i] = next();
        }

        return plain;
    }

    /// <summary>The shapes of a row, in turn those of its samples where it names no others.</summary>
    internal static int[][] Shapes(OpSpec spec, Rng rng, int turn) =>
        spec.Shapes?.Invoke(rng) ?? [.. spec.Samples[turn % spec.Samples.Length](rng).Select(input => input.Shape.ToArray())];

    /// <summary>A contiguous tensor.</summary>
    internal static Tensor Lay(Plain plain, DType dtype) => Tensor.From(plain.Values).Reshape(plain.Shape).To(dtype);

    /// <summary>The same values as a view: as they come, with axes in another order in memory, with gaps between elements, or with a margin around rows.</summary>
    internal static Tensor LayStrided(Plain plain, DType dtype, Rng rng)
    {
        Tensor tensor = Lay(plain, dtype);
        switch (plain.Rank == 0 ? 0 : rng.NextInt(4))
        {
            case 1:
                int[] order = rng.Permutation(plain.Rank), back = new int[plain.Rank];
                for (int i = 0; i < order.Length; i++)
                {
                    back[order[i]] = i;
                }

                return tensor.Permute(order).Contiguous().Permute(back);
            case 2:
                int axis = rng.NextInt(plain.Rank);
                int[] wide = [.. plain.Shape];
                wide[axis] = (2 * wide[axis]) + 1;
                Tensor view = Fill(wide, dtype).Slice(axis, 1, int.MaxValue, 2);
                view.CopyFrom(tensor);
                return view;
            case 3:
                int[] padded = [.. plain.Shape];
                padded[^1] += 3;
                Tensor inner = Fill(padded, dtype).Narrow(-1, 2, plain.Shape[^1]);
                inner.CopyFrom(tensor);
                return inner;
            default:
                return tensor;
        }
    }

    /// <summary>What may not be read lies around the view.</summary>
    private static Tensor Fill(int[] shape, DType dtype) => Tensor.Full(dtype.IsFloatingPoint() ? double.NaN : 1, dtype, shape);
}
