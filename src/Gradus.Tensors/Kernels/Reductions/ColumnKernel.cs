using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gradus.Tensors.Kernels.Lanes;
using Gradus.Tensors.Threading;

namespace Gradus.Tensors.Kernels.Reductions;

/// <summary>
/// Reduces the columns of matrices of float32 in an order that is the same for every instruction set and count of threads: rows in blocks of about the square root of their count, each column of a block
/// one chain, blocks combined in order within segments, and segments in order. Memory is read row by row, eight rows at a time, while the chains wait in the first cache.
/// </summary>
internal static unsafe class ColumnKernel
{
    private const int Strip = 1024; // columns whose chains lie in the first cache
    private const int LeastBlock = 256;
    private const int MostSegments = 16;
    private const nint SegmentRows = 512;
    private const nint LeastParallel = 1 << 16;

    /// <summary>Each column of each of <paramref name="matrices"/> matrices to one number, or added to what is there.</summary>
    [SkipLocalsInit]
    internal static void Run<TOp>(Isa isa, TOp op, float* x, nint matrices, nint rows, nint columns, float* y, bool accumulate)
        where TOp : unmanaged, IReduction
    {
        int segments = columns > Strip ? 1 : (int)Math.Clamp(rows / SegmentRows, 1, MostSegments);
        int strips = (int)((columns + Strip - 1) / Strip);
        Job<TOp> job = new() { Isa = isa, Op = op, X = x, Rows = rows, Columns = columns, Y = y, Accumulate = accumulate, Segments = segments, Strips = strips };
        bool parallel = GradusThreads.Count > 1 && matrices * rows * columns >= LeastParallel;
        if (parallel && matrices * strips < 2 * GradusThreads.Count && segments > 1)
        {
            float* partial = stackalloc float[segments * (int)columns];
            job.Partial = partial;
            for (nint m = 0; m < matrices; m++)
            {
                WorkerPool.Run(&SegmentPart<TOp>, &job, segments);
                Join(ref job, 0, columns, partial, columns, job.Y);
                job.X += rows * columns;
                job.Y += columns;
            }

            return;
        }

        // Narrow strips where there are too few wide ones: a column's order does not depend on its strip.
        nint width = Strip;
        while (parallel && segments == 1 && width > 64 && matrices * ((columns + width - 1) / width) < 2 * GradusThreads.Count)
        {
            width /= 2;
        }

        job.Width = width;
        job.Strips = (int)((columns + width - 1) / width);
        int parts = (int)matrices * job.Strips;
        if (parallel)
        {
            WorkerPool.Run(&StripPart<TOp>, &job, parts);
            return;
        }

        for (int i = 0; i < parts; i++)
        {
            StripPart<TOp>(&job, i);
        }
    }

    private static void SegmentPart<TOp>(void* state, int segment)
        where TOp : unmanaged, IReduction
    {
        Job<TOp>* job = (Job<TOp>*)state;
        Segment(job, job->X, segment, job->Columns, job->Partial + (segment * job->Columns));
    }

    [SkipLocalsInit]
    private static void StripPart<TOp>(void* state, int part)
        where TOp : unmanaged, IReduction
    {
        Job<TOp>* job = (Job<TOp>*)state;
        nint matrix = part / job->Strips, first = (part - (matrix * job->Strips)) * job->Width, width = Math.Min(job->Width, job->Columns - first);
        float* x = job->X + (matrix * job->Rows * job->Columns) + first;
        float* partial = stackalloc float[MostSegments * Strip];
        for (int segment = 0; segment < job->Segments; segment++)
        {
            Segment(job, x, segment, width, partial + (segment * Strip));
        }

        Join(ref *job, first, width, partial, Strip, job->Y + (matrix * job->Columns));
    }

    private static void Join<TOp>(ref Job<TOp> job, nint first, nint width, float* partial, nint stride, float* y)
        where TOp : unmanaged, IReduction
    {
        for (nint j = 0; j < width; j++)
        {
            float total = partial[j];
            for (int segment = 1; segment < job.Segments; segment++)
            {
                total = job.Op.Combine<Lanes1, float>(total, partial[(segment * stride) + j]);
            }

            total = (float)job.Op.Finish(total);
            y[first + j] = job.Accumulate ? y[first + j] + total : total;
        }
    }

    private static void Segment<TOp>(Job<TOp>* job, float* x, int segment, nint width, float* totals)
        where TOp : unmanaged, IReduction
    {
        nint first = job->Rows * segment / job->Segments, rows = (job->Rows * (segment + 1) / job->Segments) - first;
        x += first * job->Columns;
        switch (job->Isa)
        {
            case Isa.Avx512:
                Blocks<Lanes512, Vector512<float>, TOp>(job->Op, x, rows, job->Columns, width, totals);
                break;
            case Isa.Avx2:
                Blocks<Lanes256, Vector256<float>, TOp>(job->Op, x, rows, job->Columns, width, totals);
                break;
            case Isa.Vector128:
                Blocks<Lanes128, Vector128<float>, TOp>(job->Op, x, rows, job->Columns, width, totals);
                break;
            default:
                Blocks<Lanes1, float, TOp>(job->Op, x, rows, job->Columns, width, totals);
                break;
        }
    }

    [SkipLocalsInit]
    private static void Blocks<L, V, TOp>(TOp op, float* x, nint rows, nint stride, nint width, float* totals)
        where L : ILanes<V>
        where V : unmanaged
        where TOp : unmanaged, IReduction
    {
        float* chains = stackalloc float[Strip];
        nint block = Math.Max(LeastBlock, (nint)BitOperations.RoundUpToPowerOf2((uint)Math.Sqrt(rows)));
        new Span<float>(totals, (int)width).Fill((float)TOp.Start);
        for (nint first = 0; first < rows; first += block)
        {
            nint count = Math.Min(block, rows - first);
            float* target = rows <= block ? totals : chains;
            if (target == chains)
            {
                new Span<float>(chains, (int)width).Fill((float)TOp.Start);
            }

            nint i = 0;
            for (; i <= count - 8; i += 8)
            {
                Eight<L, V, TOp>(op, x + ((first + i) * stride), stride, width, target);
            }

            for (; i < count; i++)
            {
                One<L, V, TOp>(op, x + ((first + i) * stride), width, target);
            }

            for (nint j = 0; target == chains && j < width; j++)
            {
                totals[j] = op.Combine<Lanes1, float>(totals[j], chains[j]);
            }
        }
    }

    private static void Eight<L, V, TOp>(TOp op, float* x, nint stride, nint width, float* chains)
        where L : ILanes<V>
        where V : unmanaged
        where TOp : unmanaged, IReduction
    {
        nint j = 0;
        for (; j <= width - L.Count; j += L.Count)
        {
            L.Store(Column<L, V, TOp>(op, x + j, stride, L.Load(chains + j)), chains + j);
        }

        for (; j < width; j++)
        {
            chains[j] = Column<Lanes1, float, TOp>(op, x + j, stride, chains[j]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Column<L, V, TOp>(TOp op, float* x, nint stride, V chain)
        where L : ILanes<V>
        where V : unmanaged
        where TOp : unmanaged, IReduction
    {
        float* half = x + (4 * stride);
        chain = op.Accumulate<L, V>(chain, L.Load(x));
        chain = op.Accumulate<L, V>(chain, L.Load(x + stride));
        chain = op.Accumulate<L, V>(chain, L.Load(x + (2 * stride)));
        chain = op.Accumulate<L, V>(chain, L.Load(x + (3 * stride)));
        chain = op.Accumulate<L, V>(chain, L.Load(half));
        chain = op.Accumulate<L, V>(chain, L.Load(half + stride));
        chain = op.Accumulate<L, V>(chain, L.Load(half + (2 * stride)));
        return op.Accumulate<L, V>(chain, L.Load(half + (3 * stride)));
    }

    private static void One<L, V, TOp>(TOp op, float* x, nint width, float* chains)
        where L : ILanes<V>
        where V : unmanaged
        where TOp : unmanaged, IReduction
    {
        nint j = 0;
        for (; j <= width - L.Count; j += L.Count)
        {
            L.Store(op.Accumulate<L, V>(L.Load(chains + j), L.Load(x + j)), chains + j);
        }

        for (; j < width; j++)
        {
            chains[j] = op.Accumulate<Lanes1, float>(chains[j], x[j]);
        }
    }

    private struct Job<TOp>
        where TOp : unmanaged, IReduction
    {
        internal Isa Isa;
        internal TOp Op;
        internal float* X;
        internal nint Rows;
        internal nint Columns;
        internal nint Width;
        internal float* Y;
        internal float* Partial;
        internal bool Accumulate;
        internal int Segments;
        internal int Strips;
    }
}
