namespace Gradus.Tensors.Tests.Ops.References;

/// <summary>References that work on the elements along one dimension, or that pick elements by index.</summary>
internal static class Lines
{
    /// <summary>NaN above all numbers.</summary>
    internal static readonly Comparer<double> Order = Comparer<double>.Create((a, b) => double.IsNaN(a) ? (double.IsNaN(b) ? 0 : 1) : double.IsNaN(b) ? -1 : a.CompareTo(b) is var c && a == b ? 0 : c);

    /// <summary>A new array whose element at an index comes from an index of the old one.</summary>
    internal static Plain Pick(this Plain x, int[] shape, Func<int[], int[]> from) => Plain.From(shape, index => x[from(index)]);

    /// <summary>Each line along a dimension becomes another line, of any one length.</summary>
    internal static Plain Along(this Plain x, int dim, Func<double[], double[]> function)
    {
        if (x.Rank == 0)
        {
            return new Plain([], function(x.Values));
        }

        int axis = dim < 0 ? dim + x.Rank : dim;
        int length = function(new double[x.Shape[axis]]).Length;
        Plain y = new(With(x.Shape, axis, length));
        foreach (int[] start in Plain.Indices(With(x.Shape, axis, 1)))
        {
            double[] line = [.. Enumerable.Range(0, x.Shape[axis]).Select(i => x[With(start, axis, i)])];
            double[] result = function(line);
            for (int i = 0; i < length; i++)
            {
                y[With(start, axis, i)] = result[i];
            }
        }

        return y;
    }

    /// <summary>The places of a line's elements in rising or falling order; equal ones keep theirs.</summary>
    internal static int[] Sorted(double[] line, bool descending)
    {
        IEnumerable<int> places = Enumerable.Range(0, line.Length);
        return [.. descending ? places.OrderByDescending(i => line[i], Order) : places.OrderBy(i => line[i], Order)];
    }

    internal static int[] With(int[] values, int place, int value)
    {
        int[] result = [.. values];
        result[place] = value;
        return result;
    }

    internal static int[] Without(int[] values, int place) => [.. values[..place], .. values[(place + 1)..]];

    internal static int[] Insert(int[] values, int place, int value) => [.. values[..place], value, .. values[place..]];

    internal static double[] Running(double[] line, Func<double, double, double> next)
    {
        double[] result = [.. line];
        for (int i = 1; i < result.Length; i++)
        {
            result[i] = next(result[i - 1], line[i]);
        }

        return result;
    }
}
