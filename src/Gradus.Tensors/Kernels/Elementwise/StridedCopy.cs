namespace Gradus.Tensors.Kernels.Elementwise;

/// <summary>Copies elements of one, four or eight bytes between two strided arrays of the same shape.</summary>
internal static unsafe class StridedCopy
{
    internal static void Run(byte* from, ReadOnlySpan<int> fromSteps, byte* to, ReadOnlySpan<int> toSteps, ReadOnlySpan<int> sizes, int elementSize)
    {
        if (sizes.Contains(0))
        {
            return;
        }

        switch (elementSize)
        {
            case 1:
                Walk(from, fromSteps, to, toSteps, sizes);
                break;
            case 4:
                Walk((uint*)from, fromSteps, (uint*)to, toSteps, sizes);
                break;
            default:
                Walk((ulong*)from, fromSteps, (ulong*)to, toSteps, sizes);
                break;
        }
    }

    private static void Walk<T>(T* from, ReadOnlySpan<int> fromSteps, T* to, ReadOnlySpan<int> toSteps, ReadOnlySpan<int> sizes)
        where T : unmanaged
    {
        if (sizes.Length == 0)
        {
            *to = *from;
            return;
        }

        nint size = sizes[0], stepFrom = fromSteps[0], stepTo = toSteps[0];
        if (sizes.Length > 2)
        {
            for (nint i = 0; i < size; i++)
            {
                Walk(from + (i * stepFrom), fromSteps[1..], to + (i * stepTo), toSteps[1..], sizes[1..]);
            }
        }
        else if (sizes.Length == 2)
        {
            Plane(from, stepFrom, fromSteps[1], to, stepTo, toSteps[1], size, sizes[1]);
        }
        else
        {
            Row(from, stepFrom, to, stepTo, size);
        }
    }

    // Tiles of 16 × 16 keep both sides of a transposition in the first cache.
    private static void Plane<T>(T* from, nint fromRow, nint fromColumn, T* to, nint toRow, nint toColumn, nint rows, nint columns)
        where T : unmanaged
    {
        if (fromColumn == toColumn || fromColumn <= 1)
        {
            for (nint i = 0; i < rows; i++)
            {
                Row(from + (i * fromRow), fromColumn, to + (i * toRow), toColumn, columns);
            }

            return;
        }

        const int Tile = 16;
        for (nint r = 0; r < rows; r += Tile)
        {
            for (nint c = 0; c < columns; c += Tile)
            {
                for (nint i = r; i < Math.Min(rows, r + Tile); i++)
                {
                    for (nint j = c; j < Math.Min(columns, c + Tile); j++)
                    {
                        to[(i * toRow) + (j * toColumn)] = from[(i * fromRow) + (j * fromColumn)];
                    }
                }
            }
        }
    }

    private static void Row<T>(T* from, nint stepFrom, T* to, nint stepTo, nint length)
        where T : unmanaged
    {
        if (stepFrom == 1 && stepTo == 1)
        {
            new ReadOnlySpan<T>(from, (int)length).CopyTo(new Span<T>(to, (int)length));
            return;
        }

        if (stepFrom == 0 && stepTo == 1)
        {
            new Span<T>(to, (int)length).Fill(*from);
            return;
        }

        for (nint i = 0; i < length; i++)
        {
            to[i * stepTo] = from[i * stepFrom];
        }
    }
}
