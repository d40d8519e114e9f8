using Gradus.Tensors.Threading;

namespace Gradus.Tensors.Kernels.Sorting;

/// <summary>The places of the first k numbers of each row in sorted order, or of the k-th alone; rows are shared out among threads.</summary>
internal unsafe struct OrderKernel
{
    private const nint LeastParallel = 1 << 14;
    private void* _rows;
    private long* _places;
    private byte* _spare;
    private nint _rowCount;
    private int _length;
    private int _count;
    private int _parts;
    private bool _descending;
    private OrderKind _kind;

    /// <summary>Bytes of working memory.</summary>
    internal static nint SpareBytes(nint rows, nint length) => Parts(rows, length) * 2 * length * sizeof(SortKey64);

    internal static void Run<T>(T* x, nint rows, int length, int count, OrderKind kind, bool descending, byte* spare, long* places)
        where T : unmanaged
    {
        OrderKernel kernel = new()
        {
            _rows = x,
            _rowCount = rows,
            _length = length,
            _count = count,
            _kind = kind,
            _descending = descending,
            _spare = spare,
            _places = places,
            _parts = (int)Parts(rows, length),
        };
        WorkerPool.Run(&Part<T>, &kernel, kernel._parts);
    }

    private static nint Parts(nint rows, nint length) => rows * length < LeastParallel ? 1 : Math.Max(1, Math.Min(rows, GradusThreads.Count));

    private static void Part<T>(void* state, int part)
        where T : unmanaged
    {
        OrderKernel* kernel = (OrderKernel*)state;
        if (typeof(T) == typeof(float) || typeof(T) == typeof(int))
        {
            Rows<T, SortKey32>(kernel, part);
        }
        else
        {
            Rows<T, SortKey64>(kernel, part);
        }
    }

    private static void Rows<T, TKey>(OrderKernel* kernel, int part)
        where T : unmanaged
        where TKey : unmanaged, ISortKey<TKey>
    {
        int length = kernel->_length, count = kernel->_count;
        TKey* keys = (TKey*)(kernel->_spare + ((nint)part * 2 * length * sizeof(SortKey64)));
        TKey* spare = keys + length;
        nint first = kernel->_rowCount * part / kernel->_parts, end = kernel->_rowCount * (part + 1) / kernel->_parts;
        int results = kernel->_kind == OrderKind.Kth ? 1 : count;
        for (nint row = first; row < end; row++)
        {
            Fill((T*)kernel->_rows + (row * length), keys, length, kernel->_descending);
            TKey* from = keys;
            if (kernel->_kind == OrderKind.Kth)
            {
                SortKernel.Select(keys, spare, length, count);
                from += count - 1;
            }
            else if (count < length)
            {
                First(keys, spare, length, count);
            }
            else
            {
                SortKernel.Sort(keys, spare, length);
            }

            for (int i = 0; i < results; i++)
            {
                kernel->_places[(row * results) + i] = from[i].Place;
            }
        }
    }

    // Few of many: keys above the k-th so far are passed over, the others wait in a buffer of 2k for the next choice.
    private static void First<TKey>(TKey* keys, TKey* spare, int length, int count)
        where TKey : unmanaged, ISortKey<TKey>
    {
        int room = (int)Math.Min(length, Math.Max(2L * count, 64));
        int filled = room;
        if (room < length)
        {
            SortKernel.Select(keys, spare, room, count);
            filled = count;
            TKey bound = keys[count - 1];
            for (int i = room; i < length; i++)
            {
                TKey key = keys[i];
                if (key < bound)
                {
                    keys[filled++] = key;
                    if (filled == room)
                    {
                        SortKernel.Select(keys, spare, room, count);
                        filled = count;
                        bound = keys[count - 1];
                    }
                }
            }
        }

        if (filled > count)
        {
            SortKernel.Select(keys, spare, filled, count);
        }

        SortKernel.Sort(keys, spare, count);
    }

    private static void Fill<T, TKey>(T* row, TKey* keys, int length, bool descending)
        where T : unmanaged
        where TKey : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            SortKeys.Fill((float*)row, (SortKey32*)keys, length, descending);
        }
        else if (typeof(T) == typeof(int))
        {
            SortKeys.Fill((int*)row, (SortKey32*)keys, length, descending);
        }
        else if (typeof(T) == typeof(double))
        {
            SortKeys.Fill((double*)row, (SortKey64*)keys, length, descending);
        }
        else
        {
            SortKeys.Fill((long*)row, (SortKey64*)keys, length, descending);
        }
    }
}
