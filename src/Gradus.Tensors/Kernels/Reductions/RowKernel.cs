using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gradus.Tensors.Kernels.Lanes;
using Gradus.Tensors.Threading;

namespace Gradus.Tensors.Kernels.Reductions;

/// <summary>
/// Reduces rows of float32 in an order that is the same for every instruction set and count of threads: blocks of <see cref="BlockLength"/> numbers, within a block 64 chains (number i in chain i mod 64),
/// which a fixed tree makes one, and the blocks one after the other in double.
/// </summary>
internal static unsafe class RowKernel
{
    internal const int BlockLength = 4096;
    private const int Chains = 64;
    private const int Few = 16; // shorter rows are one chain
    private const int BlocksPerPart = 4;
    private const int BlocksPerRound = 512;
    private const nint LeastParallel = 1 << 16;

    /// <summary>One row, on this thread.</summary>
    internal static double Run<TOp>(Isa isa, TOp op, float* x, nint length)
        where TOp : unmanaged, IReduction
    {
        double total;
        Totals(isa, op, x, 1, length, &total);
        return op.Finish(total);
    }

    /// <summary>One row, on several threads where it is long.</summary>
    internal static double RunParallel<TOp>(Isa isa, TOp op, float* x, nint length)
        where TOp : unmanaged, IReduction
    {
        if (length < LeastParallel || GradusThreads.Count == 1)
        {
            return Run(isa, op, x, length);
        }

        double total = TOp.Start;
        double* blocks = stackalloc double[BlocksPerRound];
        for (nint first = 0; first < length; first += BlocksPerRound * BlockLength)
        {
            nint count = Math.Min(BlocksPerRound * BlockLength, length - first);
            int blockCount = (int)((count + BlockLength - 1) / BlockLength);
            Job<TOp> job = new() { Isa = isa, Op = op, X = x + first, Length = count, Totals = blocks };
            WorkerPool.Run(&BlockPart<TOp>, &job, (blockCount + BlocksPerPart - 1) / BlocksPerPart);
            for (int i = 0; i < blockCount; i++)
            {
                total = op.Combine(total, blocks[i]);
            }
        }

        return op.Finish(total);
    }

    /// <summary>Each row to one number; rows are shared out among threads where there is much to do.</summary>
    internal static void Rows<TOp>(Isa isa, TOp op, float* x, nint rows, nint length, float* y)
        where TOp : unmanaged, IReduction
    {
        if (rows < GradusThreads.Count)
        {
            for (nint i = 0; i < rows; i++)
            {
                y[i] = (float)RunParallel(isa, op, x + (i * length), length);
            }

            return;
        }

        bool parallel = rows * length >= LeastParallel && GradusThreads.Count > 1;
        Job<TOp> job = new() { Isa = isa, Op = op, X = x, Length = length, Y = y, Rows = rows, Parts = parallel ? (int)Math.Min(rows, 4 * GradusThreads.Count) : 1 };
        WorkerPool.Run(&RowPart<TOp>, &job, job.Parts);
    }

    private static void BlockPart<TOp>(void* state, int part)
        where TOp : unmanaged, IReduction
    {
        Job<TOp>* job = (Job<TOp>*)state;
        for (int block = part * BlocksPerPart; block < (part + 1) * BlocksPerPart && (nint)block * BlockLength < job->Length; block++)
        {
            nint first = (nint)block * BlockLength;
            Totals(job->Isa, job->Op, job->X + first, 1, Math.Min(BlockLength, job->Length - first), job->Totals + block);
        }
    }

    private static void RowPart<TOp>(void* state, int part)
        where TOp : unmanaged, IReduction
    {
        const int Piece = 64;
        Job<TOp>* job = (Job<TOp>*)state;
        nint end = job->Rows * (part + 1) / job->Parts;
        double* totals = stackalloc double[Piece];
        for (nint row = job->Rows * part / job->Parts; row < end; row += Piece)
        {
            int count = (int)Math.Min(Piece, end - row);
            Totals(job->Isa, job->Op, job->X + (row * job->Length), count, job->Length, totals);
            for (int i = 0; i < count; i++)
            {
                job->Y[row + i] = (float)job->Op.Finish(totals[i]);
            }
        }
    }

    /// <summary>The totals of rows, before <see cref="IReduction.Finish"/>.</summary>
    private static void Totals<TOp>(Isa isa, TOp op, float* x, nint rows, nint length, double* totals)
        where TOp : unmanaged, IReduction
    {
        switch (isa)
        {
            case Isa.Avx512:
                Loop<Lanes512, Vector512<float>, TOp>(op, x, rows, length, totals);
                break;
            case Isa.Avx2:
                Loop<Lanes256, Vector256<float>, TOp>(op, x, rows, length, totals);
                break;
            case Isa.Vector128:
                Loop<Lanes128, Vector128<float>, TOp>(op, x, rows, length, totals);
                break;
            default:
                Loop<Lanes1, float, TOp>(op, x, rows, length, totals);
                break;
        }
    }

    [SkipLocalsInit]
    private static void Loop<L, V, TOp>(TOp op, float* x, nint rows, nint length, double* totals)
        where L : ILanes<V>
        where V : unmanaged
        where TOp : unmanaged, IReduction
    {
        float* chains = stackalloc float[Chains];
        for (nint row = 0; row < rows; row++, x += length)
        {
            if (length < Few)
            {
                float chain = (float)TOp.Start;
                for (nint i = 0; i < length; i++)
                {
                    chain = op.Accumulate<Lanes1, float>(chain, x[i]);
                }

                totals[row] = chain;
                continue;
            }

            double total = TOp.Start;
            for (nint first = 0; first < length; first += BlockLength)
            {
                Block<L, V, TOp>(op, x + first, Math.Min(BlockLength, length - first), chains);
                total = op.Combine(total, Join<L, V, TOp>(op, chains));
            }

            totals[row] = total;
        }
    }

    // The widest vectors hold all chains at once; narrower ones come again for the next chains, so that four totals are in registers at any width.
    private static void Block<L, V, TOp>(TOp op, float* x, nint length, float* chains)
        where L : ILanes<V>
        where V : unmanaged
        where TOp : unmanaged, IReduction
    {
        nint whole = length - (length % Chains);
        for (nint first = 0; first < Chains; first += 4 * L.Count)
        {
            V s0 = L.Create((float)TOp.Start), s1 = s0, s2 = s0, s3 = s0;
            for (nint i = first; i < whole; i += Chains)
            {
                s0 = op.Accumulate<L, V>(s0, L.Load(x + i));
                s1 = op.Accumulate<L, V>(s1, L.Load(x + i + L.Count));
                s2 = op.Accumulate<L, V>(s2, L.Load(x + i + (2 * L.Count)));
                s3 = op.Accumulate<L, V>(s3, L.Load(x + i + (3 * L.Count)));
            }

            L.Store(s0, chains + first);
            L.Store(s1, chains + first + L.Count);
            L.Store(s2, chains + first + (2 * L.Count));
            L.Store(s3, chains + first + (3 * L.Count));
        }

        nint chain = 0;
        x += whole;
        for (; chain <= length - whole - L.Count; chain += L.Count)
        {
            L.Store(op.Accumulate<L, V>(L.Load(chains + chain), L.Load(x + chain)), chains + chain);
        }

        for (; chain < length - whole; chain++)
        {
            chains[chain] = op.Accumulate<Lanes1, float>(chains[chain], x[chain]);
        }
    }

    private static double Join<L, V, TOp>(TOp op, float* chains)
        where L : ILanes<V>
        where V : unmanaged
        where TOp : unmanaged, IReduction
    {
        const int Quarter = Chains / 4;
        for (int i = 0; i < Quarter; i += L.Count)
        {
            V left = op.Combine<L, V>(L.Load(chains + i), L.Load(chains + i + Quarter));
            V right = op.Combine<L, V>(L.Load(chains + i + (2 * Quarter)), L.Load(chains + i + (3 * Quarter)));
            L.Store(op.Combine<L, V>(left, right), chains + i);
        }

        for (int half = Quarter / 2; half > 1; half /= 2)
        {
            for (int i = 0; i < half; i++)
            {
                chains[i] = op.Combine<Lanes1, float>(chains[i], chains[i + half]);
            }
        }

        return op.Combine(chains[0], (double)chains[1]);
    }

    private struct Job<TOp>
        where TOp : unmanaged, IReduction
    {
        internal Isa Isa;
        internal TOp Op;
        internal float* X;
        internal nint Length;
        internal nint Rows;
        internal int Parts;
        internal float* Y;
        internal double* Totals;
    }
}
