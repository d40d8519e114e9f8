namespace Gradus.Tensors.Tests.Ops.References;

/// <summary>Pooling by its definition: the places of each window are listed, then reduced.</summary>
internal static class PoolingReference
{
    /// <summary>Windows a stride apart; the function gets the numbers that lie in the input and the count of places with the padding.</summary>
    internal static Plain Regular(Plain x, Pair kernel, Pair stride, Pair padding, Pair dilation, bool ceil, Func<double[], int, double> function)
    {
        int rows = Windows(x.Shape[^2], kernel.Height, stride.Height, padding.Height, dilation.Height, ceil), columns = Windows(x.Shape[^1], kernel.Width, stride.Width, padding.Width, dilation.Width, ceil);
        return Plain.From([.. x.Shape[..^2], rows, columns], at =>
        {
            List<double> inside = [];
            int count = 0;
            foreach (int[] tap in Plain.Indices([kernel.Height, kernel.Width]))
            {
                int row = (at[^2] * stride.Height) + (tap[0] * dilation.Height) - padding.Height, column = (at[^1] * stride.Width) + (tap[1] * dilation.Width) - padding.Width;
                if (row < x.Shape[^2] + padding.Height && column < x.Shape[^1] + padding.Width)
                {
                    count++;
                }

                if (row >= 0 && column >= 0 && row < x.Shape[^2] && column < x.Shape[^1])
                {
                    inside.Add(x[[.. at[..^2], row, column]]);
                }
            }

            return function([.. inside], count);
        });
    }

    /// <summary>Windows that share the places out.</summary>
    internal static Plain Adaptive(Plain x, Pair size, Func<double[], double> function) => Plain.From([.. x.Shape[..^2], size.Height, size.Width], at =>
    {
        List<double> inside = [];
        for (int row = at[^2] * x.Shape[^2] / size.Height; row * size.Height < (at[^2] + 1) * x.Shape[^2]; row++)
        {
            for (int column = at[^1] * x.Shape[^1] / size.Width; column * size.Width < (at[^1] + 1) * x.Shape[^1]; column++)
            {
                inside.Add(x[[.. at[..^2], row, column]]);
            }
        }

        return function([.. inside]);
    });

    /// <summary>The greatest; NaN where one is.</summary>
    internal static double Greatest(double[] values)
    {
        double greatest = double.NegativeInfinity;
        foreach (double value in values)
        {
            greatest = double.IsNaN(value) || double.IsNaN(greatest) ? double.NaN : Math.Max(greatest, value);
        }

        return greatest;
    }

    private static int Windows(int size, int kernel, int stride, int padding, int dilation, bool ceil)
    {
        int windows = 0;
        for (int first = -padding; ; first += stride)
        {
            int last = first + (dilation * (kernel - 1));
            if (last >= size + padding && !(ceil && first < size && last - stride < size + padding - 1))
            {
                return windows;
            }

            windows++;
        }
    }
}
