using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gradus.Tensors.Threading;
using Wide256 = Gradus.Tensors.Kernels.Lanes.Pair<System.Runtime.Intrinsics.Vector256<float>>;
using Wide128 = Gradus.Tensors.Kernels.Lanes.Pair<Gradus.Tensors.Kernels.Lanes.Pair<System.Runtime.Intrinsics.Vector128<float>>>;
using Wide1 = Gradus.Tensors.Kernels.Lanes.Pair<Gradus.Tensors.Kernels.Lanes.Pair<Gradus.Tensors.Kernels.Lanes.Pair<Gradus.Tensors.Kernels.Lanes.Pair<float>>>>;

namespace Gradus.Tensors.Kernels.Lanes;

/// <summary>Runs kernels on 16 lanes, whatever the width of the machine's vectors is, and sums and compares across the lanes by one fixed tree: halves onto halves.</summary>
internal static unsafe class WideLanes
{
    /// <summary>The lanes that every kernel sees.</summary>
    internal const int Count = 16;

    /// <summary>The simple operations from which on a second thread pays.</summary>
    private const long Least = 1 << 16;

    /// <summary>Runs a kernel on this thread.</summary>
    internal static void Run<TKernel>(Isa isa, ref TKernel kernel, nint first, nint count)
        where TKernel : unmanaged, IWideKernel
    {
        switch (isa)
        {
            case Isa.Avx512:
                kernel.Run<Lanes512, Vector512<float>>(first, count);
                break;
            case Isa.Avx2:
                kernel.Run<PairLanes<Lanes256, Vector256<float>>, Wide256>(first, count);
                break;
            case Isa.Vector128:
                kernel.Run<PairLanes<PairLanes<Lanes128, Vector128<float>>, Pair<Vector128<float>>>, Wide128>(first, count);
                break;
            default:
                kernel.Run<PairLanes<PairLanes<PairLanes<PairLanes<Lanes1, float>, Pair<float>>, Pair<Pair<float>>>, Pair<Pair<Pair<float>>>>, Wide1>(first, count);
                break;
        }
    }

    /// <summary>Runs a kernel over all its items, on several threads where that pays. Which thread takes an item never changes what comes out, since items are independent.</summary>
    /// <param name="isa">The instruction set.</param>
    /// <param name="kernel">The kernel; what it writes of its own fields is lost.</param>
    /// <param name="items">How many items.</param>
    /// <param name="cost">The simple operations of one item.</param>
    internal static void RunParallel<TKernel>(Isa isa, TKernel kernel, nint items, long cost)
        where TKernel : unmanaged, IWideKernel
    {
        int threads = GradusThreads.Count;
        if (threads == 1 || items < 2 || items * cost < Least)
        {
            Run(isa, ref kernel, 0, items);
            return;
        }

        // More parts than threads, so that a thread which is held up does not hold up all.
        nint share = Math.Max(1, items / (4 * threads));
        Split split = new() { Isa = isa, Kernel = &kernel, Items = items, Share = share };
        WorkerPool.Run(&Part<TKernel>, &split, (int)((items + share - 1) / share));
    }

    /// <summary>The sum of the 16 lanes: eight and eight, four and four, two and two, one and one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float Sum<V>(V value)
        where V : unmanaged
    {
        if (typeof(V) == typeof(Vector512<float>))
        {
            Vector512<float> wide = Unsafe.BitCast<V, Vector512<float>>(value);
            return Sum(wide.GetLower() + wide.GetUpper());
        }

        if (typeof(V) == typeof(Wide256))
        {
            Wide256 wide = Unsafe.BitCast<V, Wide256>(value);
            return Sum(wide.Low + wide.High);
        }

        if (typeof(V) == typeof(Wide128))
        {
            Wide128 wide = Unsafe.BitCast<V, Wide128>(value);
            return Sum((wide.Low.Low + wide.High.Low) + (wide.Low.High + wide.High.High));
        }

        float* lanes = (float*)&value;
        for (int half = Count / 2; half > 0; half /= 2)
        {
            for (int i = 0; i < half; i++)
            {
                lanes[i] += lanes[i + half];
            }
        }

        return lanes[0];
    }

    /// <summary>The largest of the 16 lanes, none of which is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float Max<V>(V value)
        where V : unmanaged
    {
        if (typeof(V) == typeof(Vector512<float>))
        {
            Vector512<float> wide = Unsafe.BitCast<V, Vector512<float>>(value);
            return Max(Lanes256.Max(wide.GetLower(), wide.GetUpper()));
        }

        if (typeof(V) == typeof(Wide256))
        {
            Wide256 wide = Unsafe.BitCast<V, Wide256>(value);
            return Max(Lanes256.Max(wide.Low, wide.High));
        }

        float* lanes = (float*)&value;
        for (int half = Count / 2; half > 0; half /= 2)
        {
            for (int i = 0; i < half; i++)
            {
                lanes[i] = lanes[i] > lanes[i + half] ? lanes[i] : lanes[i + half];
            }
        }

        return lanes[0];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Sum(Vector256<float> value) => Sum(value.GetLower() + value.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Sum(Vector128<float> value)
    {
        value += Vector128.Shuffle(value, Vector128.Create(2, 3, 0, 1));
        return value.ToScalar() + value.GetElement(1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Max(Vector256<float> value)
    {
        Vector128<float> half = Lanes128.Max(value.GetLower(), value.GetUpper());
        half = Lanes128.Max(half, Vector128.Shuffle(half, Vector128.Create(2, 3, 0, 1)));
        return Lanes1.Max(half.ToScalar(), half.GetElement(1));
    }

    private static void Part<TKernel>(void* state, int index)
        where TKernel : unmanaged, IWideKernel
    {
        Split* split = (Split*)state;
        nint first = index * split->Share;
        Run(split->Isa, ref *(TKernel*)split->Kernel, first, Math.Min(split->Share, split->Items - first));
    }

    private struct Split
    {
        internal Isa Isa;
        internal void* Kernel;
        internal nint Items;
        internal nint Share;
    }
}
