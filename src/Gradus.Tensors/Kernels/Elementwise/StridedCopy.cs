using Gradus.Tensors.Kernels.Products;
using Gradus.Tensors.Threading;

namespace Gradus.Tensors.Kernels.Elementwise;

/// <summary>
/// Copies elements of one to eight bytes between two strided arrays of the same shape. Dimensions are brought into the order of the target's memory and merged where both sides walk evenly, so that
/// what is left is a copy of blocks, or of transposed planes, in as few loops as can be; large ones are shared out among threads.
/// </summary>
internal static unsafe class StridedCopy
{
    private const int Most = 16;
    private const nint LeastParallelBytes = 1 << 18;
    private const int PlaneRows = 16; // of the target; its rows of a plane stay in the first cache
    private const int PlaneColumns = 64;

    /// <summary>Steps may be 0 or negative on the reading side.</summary>
    internal static void Run(byte* from, ReadOnlySpan<int> fromSteps, byte* to, ReadOnlySpan<int> toSteps, ReadOnlySpan<int> sizes, int elementSize)
    {
        if (sizes.Contains(0))
        {
            return;
        }

        Walk walk = new() { From = from, To = to, ElementSize = elementSize };
        walk.Order(fromSteps, toSteps, sizes);
        nint bytes = walk.Units * elementSize;
        for (int i = 0; i < walk.Rank; i++)
        {
            bytes *= walk.Sizes[i];
        }

        walk.Parts = (int)Math.Min(walk.Rank == 0 ? 1 : walk.Sizes[0], bytes < LeastParallelBytes ? 1 : 4 * GradusThreads.Count);
        if (walk.Parts > 1 && GradusThreads.Count > 1)
        {
            WorkerPool.Run(&Part, &walk, walk.Parts);
            return;
        }

        walk.Parts = 1;
        Part(&walk, 0);
    }

    private static void Part(void* state, int part)
    {
        Walk* walk = (Walk*)state;
        switch (walk->ElementSize)
        {
            case 1:
                Copy((byte*)walk->From, (byte*)walk->To, walk, part);
                break;
            case 2:
                Copy((ushort*)walk->From, (ushort*)walk->To, walk, part);
                break;
            case 4:
                Copy((uint*)walk->From, (uint*)walk->To, walk, part);
                break;
            default:
                Copy((ulong*)walk->From, (ulong*)walk->To, walk, part);
                break;
        }
    }

    private static void Copy<T>(T* from, T* to, Walk* walk, int part)
        where T : unmanaged
    {
        if (walk->Rank == 0)
        {
            Row(from, walk->UnitFrom, to, walk->UnitTo, walk->Units);
            return;
        }

        nint size = walk->Sizes[0], first = size * part / walk->Parts, end = size * (part + 1) / walk->Parts;
        from += first * walk->FromSteps[0];
        to += first * walk->ToSteps[0];
        Level(from, to, walk, 0, end - first);
    }

    private static void Level<T>(T* from, T* to, Walk* walk, int level, nint count)
        where T : unmanaged
    {
        nint stepFrom = walk->FromSteps[level], stepTo = walk->ToSteps[level];
        if (level == walk->Rank - 1)
        {
            if (walk->IsPlane)
            {
                Plane(from, stepFrom, walk->UnitFrom, to, stepTo, walk->UnitTo, count, walk->Units);
                return;
            }

            for (nint i = 0; i < count; i++)
            {
                Row(from + (i * stepFrom), walk->UnitFrom, to + (i * stepTo), walk->UnitTo, walk->Units);
            }

            return;
        }

        for (nint i = 0; i < count; i++)
        {
            Level(from + (i * stepFrom), to + (i * stepTo), walk, level + 1, walk->Sizes[level + 1]);
        }
    }

    // Tiles keep both sides of a transposition in the first cache; the reading side runs along the rows of the plane.
    private static void Plane<T>(T* from, nint fromRow, nint fromColumn, T* to, nint toRow, nint toColumn, nint rows, nint columns)
        where T : unmanaged
    {
        for (nint c = 0; c < columns; c += PlaneColumns)
        {
            nint width = Math.Min(PlaneColumns, columns - c);
            for (nint r = 0; r < rows; r += PlaneRows)
            {
                nint height = Math.Min(PlaneRows, rows - r);
                T* source = from + (r * fromRow) + (c * fromColumn), target = to + (r * toRow) + (c * toColumn);
                if (sizeof(T) == sizeof(float) && fromRow == 1 && toColumn == 1)
                {
                    Transposition.Run((float*)source, fromColumn, 1, (float*)target, toRow, width, height);
                    continue;
                }

                for (nint j = 0; j < width; j++)
                {
                    for (nint i = 0; i < height; i++)
                    {
                        target[(i * toRow) + (j * toColumn)] = source[(i * fromRow) + (j * fromColumn)];
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
            if (length < 8)
            {
                for (nint i = 0; i < length; i++)
                {
                    to[i] = from[i];
                }

                return;
            }

            Buffer.MemoryCopy(from, to, length * sizeof(T), length * sizeof(T));
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

    /// <summary>The loops of a copy: outer dimensions, and the innermost one, the unit.</summary>
    private struct Walk
    {
        internal byte* From;
        internal byte* To;
        internal int ElementSize;
        internal int Parts;
        internal int Rank;
        internal bool IsPlane;
        internal nint Units;
        internal nint UnitFrom;
        internal nint UnitTo;
        internal fixed int Sizes[Most];
        internal fixed int FromSteps[Most];
        internal fixed int ToSteps[Most];

        internal void Order(ReadOnlySpan<int> fromSteps, ReadOnlySpan<int> toSteps, ReadOnlySpan<int> sizes)
        {
            Span<int> order = stackalloc int[Most];
            int count = 0;
            for (int i = 0; i < sizes.Length; i++)
            {
                if (sizes[i] == 1)
                {
                    continue;
                }

                // By falling steps of the target; a contiguous one is in order already.
                int place = count++;
                while (place > 0 && toSteps[order[place - 1]] < toSteps[i])
                {
                    order[place] = order[place - 1];
                    place--;
                }

                order[place] = i;
            }

            int rank = 0;
            for (int k = 0; k < count; k++)
            {
                int i = order[k];
                if (rank > 0 && FromSteps[rank - 1] == fromSteps[i] * sizes[i] && ToSteps[rank - 1] == toSteps[i] * sizes[i])
                {
                    Sizes[rank - 1] *= sizes[i];
                    FromSteps[rank - 1] = fromSteps[i];
                    ToSteps[rank - 1] = toSteps[i];
                    continue;
                }

                Sizes[rank] = sizes[i];
                FromSteps[rank] = fromSteps[i];
                ToSteps[rank++] = toSteps[i];
            }

            if (rank == 0)
            {
                (Units, UnitFrom, UnitTo) = (1, 1, 1);
                return;
            }

            rank--;
            (Units, UnitFrom, UnitTo) = (Sizes[rank], FromSteps[rank], ToSteps[rank]);
            if (rank == 0 && Units * ElementSize >= LeastParallelBytes)
            {
                CutUnit();
                return;
            }

            Rank = rank;
            if (UnitFrom is not (0 or 1))
            {
                FindPlane();
            }
        }

        // One long run becomes an outer dimension of equal runs where its length allows, so that threads can share it.
        private void CutUnit()
        {
            for (int pieces = 64; pieces > 1; pieces /= 2)
            {
                if (Units % pieces == 0)
                {
                    Units /= pieces;
                    Rank = 1;
                    (Sizes[0], FromSteps[0], ToSteps[0]) = (pieces, (int)(Units * UnitFrom), (int)(Units * UnitTo));
                    return;
                }
            }
        }

        // The dimension along which the source runs comes next to the unit.
        private void FindPlane()
        {
            for (int i = 0; i < Rank; i++)
            {
                if (FromSteps[i] == 1)
                {
                    int last = Rank - 1;
                    (Sizes[i], Sizes[last]) = (Sizes[last], Sizes[i]);
                    (FromSteps[i], FromSteps[last]) = (FromSteps[last], FromSteps[i]);
                    (ToSteps[i], ToSteps[last]) = (ToSteps[last], ToSteps[i]);
                    IsPlane = true;
                    return;
                }
            }
        }
    }
}
