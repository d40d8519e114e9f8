using Gradus.Tensors.Threading;

namespace Gradus.Tensors.Kernels.Indexing;

/// <summary>Copies slices of an array of [outer, size, inner] by their indices along the middle: to[o, j] = from[o, index[j]], or to[o, index[j]] = from[o, j].</summary>
internal unsafe struct RowCopyKernel
{
    private const nint LeastParallelBytes = 1 << 17;
    private byte* _from;
    private byte* _to;
    private long* _places;
    private nint _count;
    private nint _size;
    private nint _bytes;
    private nint _rows;
    private int _parts;

    /// <summary>Takes slices; on several threads where there is much to copy.</summary>
    internal static void Take(byte* from, nint outer, nint size, nint bytes, long* places, nint count, byte* to)
    {
        RowCopyKernel kernel = new() { _from = from, _to = to, _places = places, _count = count, _size = size, _bytes = bytes, _rows = outer * count, _parts = 1 };
        if (kernel._rows * bytes >= LeastParallelBytes && GradusThreads.Count > 1)
        {
            kernel._parts = (int)Math.Min(kernel._rows, 4 * GradusThreads.Count);
            WorkerPool.Run(&TakePart, &kernel, kernel._parts);
            return;
        }

        TakePart(&kernel, 0);
    }

    /// <summary>Puts slices, in order: of equal indices the last one stays.</summary>
    internal static void Put(byte* from, nint outer, nint size, nint bytes, long* places, nint count, byte* to)
    {
        for (nint o = 0; o < outer; o++)
        {
            for (nint j = 0; j < count; j++, from += bytes)
            {
                Buffer.MemoryCopy(from, to + (((o * size) + (nint)places[j]) * bytes), bytes, bytes);
            }
        }
    }

    private static void TakePart(void* state, int part)
    {
        RowCopyKernel* kernel = (RowCopyKernel*)state;
        nint first = kernel->_rows * part / kernel->_parts, end = kernel->_rows * (part + 1) / kernel->_parts;
        switch (kernel->_bytes)
        {
            case 4:
                Small<uint>(kernel, first, end);
                break;
            case 8:
                Small<ulong>(kernel, first, end);
                break;
            default:
                Blocks(kernel, first, end);
                break;
        }
    }

    private static void Small<T>(RowCopyKernel* kernel, nint first, nint end)
        where T : unmanaged
    {
        T* to = (T*)kernel->_to;
        while (first < end)
        {
            nint o = first / kernel->_count, column = first - (o * kernel->_count), count = Math.Min(kernel->_count - column, end - first);
            T* from = (T*)kernel->_from + (o * kernel->_size);
            long* places = kernel->_places + column;
            for (nint j = 0; j < count; j++)
            {
                to[first + j] = from[(nint)places[j]];
            }

            first += count;
        }
    }

    private static void Blocks(RowCopyKernel* kernel, nint first, nint end)
    {
        nint bytes = kernel->_bytes, o = first / kernel->_count, column = first - (o * kernel->_count);
        byte* to = kernel->_to + (first * bytes);
        for (nint row = first; row < end; row++, to += bytes)
        {
            Buffer.MemoryCopy(kernel->_from + (((o * kernel->_size) + (nint)kernel->_places[column]) * bytes), to, bytes, bytes);
            if (++column == kernel->_count)
            {
                column = 0;
                o++;
            }
        }
    }
}
