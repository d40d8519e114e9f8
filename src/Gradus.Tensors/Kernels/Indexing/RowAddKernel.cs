using System.Numerics;
using System.Runtime.CompilerServices;
using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Ops.Elementwise;
using Gradus.Tensors.Threading;

namespace Gradus.Tensors.Kernels.Indexing;

/// <summary>Adds slices of [outer, count, inner] to those of [outer, size, inner] that indices name: to[o, index[j]] += from[o, j], in the order of j. Threads share columns, so that each sum has one order.</summary>
internal unsafe struct RowAddKernel
{
    private const nint LeastParallel = 1 << 16;
    private const int LeastColumns = 32;
    private void* _from;
    private void* _to;
    private long* _places;
    private nint _outer;
    private nint _size;
    private nint _inner;
    private nint _count;
    private int _parts;

    internal static void Run<T>(T* from, nint outer, nint size, nint inner, long* places, nint count, T* to)
        where T : unmanaged, INumber<T>
    {
        RowAddKernel kernel = new() { _from = from, _to = to, _places = places, _outer = outer, _size = size, _inner = inner, _count = count, _parts = 1 };
        if (outer * count * inner >= LeastParallel && inner >= 2 * LeastColumns && GradusThreads.Count > 1)
        {
            kernel._parts = (int)Math.Min(inner / LeastColumns, GradusThreads.Count);
            WorkerPool.Run(&Part<T>, &kernel, kernel._parts);
            return;
        }

        Part<T>(&kernel, 0);
    }

    private static void Part<T>(void* state, int part)
        where T : unmanaged, INumber<T>
    {
        RowAddKernel* kernel = (RowAddKernel*)state;
        nint inner = kernel->_inner, first = inner * part / kernel->_parts, width = (inner * (part + 1) / kernel->_parts) - first;
        T* from = (T*)kernel->_from + first;
        for (nint o = 0; o < kernel->_outer; o++)
        {
            T* to = (T*)kernel->_to + (o * kernel->_size * inner) + first;
            for (nint j = 0; j < kernel->_count; j++, from += inner)
            {
                Add(from, to + ((nint)kernel->_places[j] * inner), width);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<T>(T* from, T* to, nint width)
        where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(float) && width >= 16)
        {
            BinaryKernel.Run(IsaTable.Current, default(AddOp), (float*)to, 1, (float*)from, 1, (float*)to, width);
            return;
        }

        for (nint i = 0; i < width; i++)
        {
            to[i] += from[i];
        }
    }
}
