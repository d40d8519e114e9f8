using System.Text;

namespace Gradus.Tensors.Shapes;

/// <summary>Arithmetic on shapes and strides. Arrays that come in are never changed, so tensors may share them.</summary>
internal static class ShapeMath
{
    internal const int MostDimensions = 8;

    /// <summary>The number of elements, checked.</summary>
    internal static int Count(ReadOnlySpan<int> sizes)
    {
        long count = 1;
        foreach (int size in sizes)
        {
            if (size < 0)
            {
                throw new ArgumentException($"Shape {Format(sizes)} has a negative size; sizes are 0 or more.");
            }

            count *= size;
            if (count > int.MaxValue)
            {
                if (sizes.Contains(0))
                {
                    return 0;
                }

                throw new ArgumentException($"Shape {Format(sizes)} has more than {int.MaxValue} elements, the most that one tensor may hold.");
            }
        }

        return (int)count;
    }

    /// <summary>A checked copy of a shape.</summary>
    internal static int[] Own(ReadOnlySpan<int> sizes)
    {
        if (sizes.Length > MostDimensions)
        {
            throw new ArgumentException($"Shape {Format(sizes)} has {sizes.Length} dimensions; a tensor has at most {MostDimensions}.");
        }

        return sizes.ToArray();
    }

    /// <summary>The strides of a contiguous tensor, in elements.</summary>
    internal static int[] Strides(int[] sizes)
    {
        if (sizes.Length == 0)
        {
            return sizes;
        }

        int[] strides = new int[sizes.Length];
        int step = 1;
        for (int i = sizes.Length - 1; i >= 0; i--)
        {
            strides[i] = step;
            step *= Math.Max(1, sizes[i]);
        }

        return strides;
    }

    /// <summary>Whether elements lie in memory in the order of their indices, without gaps.</summary>
    internal static bool IsContiguous(int[] sizes, int[] strides)
    {
        int step = 1;
        for (int i = sizes.Length - 1; i >= 0; i--)
        {
            if (sizes[i] == 0)
            {
                return true;
            }

            if (sizes[i] != 1)
            {
                if (strides[i] != step)
                {
                    return false;
                }

                step *= sizes[i];
            }
        }

        return true;
    }

    /// <summary>Whether a dimension of several elements stays at one place in memory.</summary>
    internal static bool Repeats(int[] sizes, int[] strides)
    {
        for (int i = 0; i < sizes.Length; i++)
        {
            if (strides[i] == 0 && sizes[i] > 1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The strides under which the same memory has another shape of as many elements; null where there are none.</summary>
    internal static int[]? ReshapeStrides(int[] sizes, int[] strides, int[] target)
    {
        int[] result = new int[target.Length];
        int place = target.Length - 1;
        int last = sizes.Length - 1;
        while (last >= 0)
        {
            // A run of dimensions that lie in memory as one: the new ones are cut from it.
            int first = last, run = sizes[last], step = strides[last];
            while (first > 0 && (sizes[first - 1] == 1 || run == 1 || strides[first - 1] == step * run))
            {
                first--;
                step = run == 1 ? strides[first] : step;
                run *= sizes[first];
            }

            int filled = 1;
            while (place >= 0 && (filled < run || target[place] == 1))
            {
                result[place] = step * filled;
                filled *= target[place--];
            }

            if (filled != run)
            {
                return null;
            }

            last = first - 1;
        }

        for (; place >= 0; place--)
        {
            result[place] = 1; // ones before everything
        }

        return result;
    }

    /// <summary>A dimension counted from the front; a negative one counts from the end.</summary>
    /// <param name="dim">The dimension.</param>
    /// <param name="rank">How many there are.</param>
    /// <param name="what">Who asks.</param>
    /// <param name="parameter">What the caller's caller calls the dimension.</param>
    internal static int Axis(int dim, int rank, string what, string parameter = "dim")
    {
        int most = Math.Max(rank, 1);
        if (dim < -most || dim >= most)
        {
            throw new ArgumentOutOfRangeException(parameter, dim, $"{what} got dimension {dim} for a tensor of {rank} dimensions; it must lie from {-most} to {most - 1}.");
        }

        return dim < 0 ? dim + most : dim;
    }

    /// <summary>The shape to which two shapes broadcast: aligned at the end, sizes equal or one of them 1.</summary>
    internal static int[] Broadcast(int[] a, int[] b, string what)
    {
        if (a.AsSpan().SequenceEqual(b))
        {
            return a;
        }

        int rank = Math.Max(a.Length, b.Length);
        int[] result = new int[rank];
        for (int i = 1; i <= rank; i++)
        {
            int left = i <= a.Length ? a[^i] : 1;
            int right = i <= b.Length ? b[^i] : 1;
            if (left != right && left != 1 && right != 1)
            {
                throw new ArgumentException(
                    $"{what} got shapes {Format(a)} and {Format(b)}, which do not broadcast: {left} and {right} meet in dimension {-i}; they must be equal or one of them 1.");
            }

            result[^i] = left == 1 ? right : left;
        }

        return result;
    }

    /// <summary>The strides with which a tensor is read as if it had a shape to which it broadcasts.</summary>
    internal static void ExpandStrides(int[] sizes, int[] strides, int[] target, Span<int> result)
    {
        int lead = target.Length - sizes.Length;
        for (int i = 0; i < target.Length; i++)
        {
            result[i] = i < lead || (sizes[i - lead] == 1 && target[i] != 1) ? 0 : strides[i - lead];
        }
    }

    /// <summary>The product of some of the sizes.</summary>
    internal static int Product(ReadOnlySpan<int> sizes)
    {
        int product = 1;
        foreach (int size in sizes)
        {
            product *= size;
        }

        return product;
    }

    /// <summary>A shape with one size replaced.</summary>
    internal static int[] With(int[] sizes, int axis, int size)
    {
        int[] result = (int[])sizes.Clone();
        result[axis] = size;
        return result;
    }

    /// <summary>A shape as PyTorch prints it: [2, 3].</summary>
    internal static string Format(ReadOnlySpan<int> sizes)
    {
        StringBuilder text = new("[");
        for (int i = 0; i < sizes.Length; i++)
        {
            text.Append(i == 0 ? "" : ", ").Append(sizes[i]);
        }

        return text.Append(']').ToString();
    }

    /// <summary>The index of an element, given its place in the order of indices: [1, 0].</summary>
    internal static string FormatIndex(int place, ReadOnlySpan<int> sizes)
    {
        int[] index = new int[sizes.Length];
        for (int i = sizes.Length - 1; i >= 0; i--)
        {
            (place, index[i]) = Math.DivRem(place, sizes[i]);
        }

        return Format(index);
    }
}
