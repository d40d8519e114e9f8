using System.Runtime.CompilerServices;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors.Ops.Indexing;

/// <summary>Checks indices before they are followed.</summary>
internal static unsafe class IndexArguments
{
    /// <summary>The indices as contiguous int64, each of them in 0 to size − 1.</summary>
    internal static Tensor Check(Tensor index, int size, string what, Func<string> place, string parameter = "index")
    {
        Tensor places = Whole(index, what, parameter);
        nint bad = FirstOutside(places.Pointer<long>(), places.ElementCount, size);
        if (bad >= 0)
        {
            Throw(places, bad, what, place(), 0, size, parameter);
        }

        GC.KeepAlive(places);
        return places;
    }

    /// <summary>As <see cref="Check"/>, but negative indices count from the end.</summary>
    internal static Tensor CheckSigned(Tensor index, int size, string what, Func<string> place, string parameter)
    {
        Tensor places = Whole(index, what, parameter);
        long* p = places.Pointer<long>();
        if (FirstOutside(p, places.ElementCount, size) < 0)
        {
            return places;
        }

        Tensor wrapped = Tensor.EmptyLike(places);
        long* to = wrapped.Pointer<long>();
        for (nint i = 0; i < places.ElementCount; i++)
        {
            to[i] = p[i] < 0 ? p[i] + size : p[i];
            if ((ulong)to[i] >= (ulong)size)
            {
                Throw(places, i, what, place(), -size, size, parameter);
            }
        }

        GC.KeepAlive(places);
        return wrapped;
    }

    /// <summary>A sentence about a dimension for a message.</summary>
    internal static string Dimension(int dim, Tensor x) => $"dimension {dim} of shape {ShapeMath.Format(x.Sizes)}";

    private static Tensor Whole(Tensor index, string what, string parameter) => index.DType is DType.Int64 or DType.Int32
        ? index.To(DType.Int64).Contiguous()
        : throw new ArgumentException($"{what} needs int64 or int32 indices; got {index.DType}. For a bool mask use Where.", parameter);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static nint FirstOutside(long* p, nint count, int size)
    {
        // Blocks without a branch inside, which the compiler can keep short.
        for (nint first = 0; first < count; first += 256)
        {
            nint end = Math.Min(count, first + 256);
            ulong largest = 0;
            for (nint i = first; i < end; i++)
            {
                largest = Math.Max(largest, (ulong)p[i]);
            }

            for (nint i = first; largest >= (ulong)size && i < end; i++)
            {
                if ((ulong)p[i] >= (ulong)size)
                {
                    return i;
                }
            }
        }

        return -1;
    }

    private static void Throw(Tensor index, nint at, string what, string place, int least, int size, string parameter)
    {
        long value = index.Pointer<long>()[at];
        throw new ArgumentOutOfRangeException(
            parameter,
            value,
            size == 0
                ? $"{what} got index {value} for {place}, which is empty."
                : $"{what} got index {value}, at {ShapeMath.FormatIndex((int)at, index.Sizes)} of the indices, for {place}; it must lie from {least} to {size - 1}.");
    }
}
