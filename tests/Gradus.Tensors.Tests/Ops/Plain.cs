namespace Gradus.Tensors.Tests.Ops;

/// <summary>An array of double with a shape, for references by plain loops. It shares no code with the engine.</summary>
/// <param name="shape">The sizes.</param>
/// <param name="values">The elements in the order of their indices.</param>
public sealed class Plain(int[] shape, double[] values)
{
    /// <summary>Zeros of a shape.</summary>
    public Plain(params int[] shape)
        : this(shape, new double[Count(shape)])
    {
    }

    public int[] Shape => shape;

    public double[] Values => values;

    public int Rank => shape.Length;

    public double this[params ReadOnlySpan<int> index]
    {
        get => values[Place(index)];
        set => values[Place(index)] = value;
    }

    public static int Count(int[] shape) => shape.Aggregate(1, (a, b) => a * b);

    /// <summary>All indices of a shape, the last one fastest.</summary>
    public static IEnumerable<int[]> Indices(int[] shape)
    {
        int[] next = new int[shape.Length];
        for (int count = Count(shape); count > 0; count--)
        {
            yield return [.. next];
            for (int d = shape.Length - 1; d >= 0 && ++next[d] == shape[d]; d--)
            {
                next[d] = 0;
            }
        }
    }

    /// <summary>An array filled from its indices.</summary>
    public static Plain From(int[] shape, Func<int[], double> at)
    {
        Plain result = new(shape);
        int i = 0;
        foreach (int[] index in Indices(shape))
        {
            result.Values[i++] = at(index);
        }

        return result;
    }

    /// <summary>A function of each element.</summary>
    public Plain Map(Func<double, double> function) => new(shape, [.. values.Select(function)]);

    /// <summary>A function of pairs of elements; shapes broadcast.</summary>
    public Plain Zip(Plain other, Func<double, double, double> function)
    {
        int[] broadcast = Broadcast(shape, other.Shape);
        return From(broadcast, index => function(this[Under(index, shape)], other[Under(index, other.Shape)]));
    }

    /// <summary>A function of the elements along dimensions; all of them when none is named.</summary>
    public Plain Reduce(int[] dims, bool keep, Func<double[], double> function)
    {
        bool[] reduced = new bool[Rank];
        for (int i = 0; i < Rank; i++)
        {
            reduced[i] = dims.Length == 0 || dims.Contains(i) || dims.Contains(i - Rank);
        }

        int[] outer = [.. shape.Select((size, i) => reduced[i] ? 1 : size)], inner = [.. shape.Select((size, i) => reduced[i] ? size : 1)];
        double[] result = [.. Indices(outer).Select(at => function([.. Indices(inner).Select(within => this[[.. at.Zip(within, (a, b) => a + b)]])]))];
        return new Plain(keep ? outer : [.. shape.Where((_, i) => !reduced[i])], result);
    }

    /// <summary>The shape to which two broadcast.</summary>
    public static int[] Broadcast(int[] a, int[] b)
    {
        int rank = Math.Max(a.Length, b.Length);
        int[] result = new int[rank];
        for (int i = 1; i <= rank; i++)
        {
            int left = i <= a.Length ? a[^i] : 1, right = i <= b.Length ? b[^i] : 1;
            result[^i] = left == 1 ? right : left;
        }

        return result;
    }

    private static int[] Under(int[] index, int[] shape)
    {
        int[] result = new int[shape.Length];
        for (int i = 1; i <= shape.Length; i++)
        {
            result[^i] = shape[^i] == 1 ? 0 : index[^i];
        }

        return result;
    }

    private int Place(ReadOnlySpan<int> index)
    {
        int place = 0;
        for (int i = 0; i < shape.Length; i++)
        {
            if ((uint)index[i] >= (uint)shape[i])
            {
                throw new ArgumentOutOfRangeException(nameof(index), $"[{string.Join(", ", index.ToArray())}] lies outside [{string.Join(", ", shape)}].");
            }

            place = (place * shape[i]) + index[i];
        }

        return place;
    }
}
