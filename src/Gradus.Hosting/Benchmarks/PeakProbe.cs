using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gradus.Hosting.Benchmarks;

/// <summary>Measures what one core can do at most: a loop of fused multiply-adds that touches no memory.</summary>
/// <remarks>
/// The clock's interrupts take a core away for a moment in every few milliseconds, on a virtual machine for as much as a twentieth of the time. A short loop slips between them, a long product cannot:
/// so the loop is made as long as what it is compared with.
/// </remarks>
/// <param name="timer">Times the loop.</param>
internal sealed class PeakProbe(StepTimer timer)
{
    private const int Chains = 12;
    private const int Block = 16_000; // rounds of some 25 µs: long beside the reading of the clock, short beside a slice of the scheduler
    private const double Seconds = 0.1;
    private static float _sink;
    private double _blockMicroseconds;

    /// <summary>Billions of float32 multiplications and additions a second on one core, by the widest vectors that the machine has, in a loop that lasts about as long as a step: the median of many such loops, as the steps' time is.</summary>
    /// <param name="stepMicroseconds">How long the step takes that is compared; a step shorter than 25 µs is compared with a loop of that length.</param>
    /// <param name="cancellationToken">Stops between two loops.</param>
    internal double GigaflopsPerCore(double stepMicroseconds, CancellationToken cancellationToken)
    {
        if (_blockMicroseconds == 0)
        {
            _blockMicroseconds = timer.MedianMicroseconds(() => Repeat(1), Seconds, cancellationToken);
        }

        int blocks = (int)Math.Round(Math.Max(1, stepMicroseconds / _blockMicroseconds));
        return Operations(blocks) / timer.WarmMedianMicroseconds(() => Repeat(blocks), Seconds, cancellationToken) / 1e3;
    }

    private static double Operations(int blocks) => 2.0 * (Vector512.IsHardwareAccelerated ? Vector512<float>.Count : Vector256<float>.Count) * Chains * Block * blocks;

    private static void Repeat(int blocks)
    {
        for (int i = 0; i < blocks; i++)
        {
            if (Vector512.IsHardwareAccelerated)
            {
                RunWide();
            }
            else
            {
                Run();
            }
        }
    }

    // Twelve chains hide the latency of four cycles at two a cycle, with room to spare, and fit the 16 registers of AVX2; x -> x / 2 + 1 / 2 goes to 1. They begin apart, so that no compiler may take them for one.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunWide()
    {
        Vector512<float> half = Vector512.Create(0.5f);
        Vector512<float> a = Vector512.Create(1f), b = Vector512.Create(2f), c = Vector512.Create(3f), d = Vector512.Create(4f);
        Vector512<float> e = Vector512.Create(5f), f = Vector512.Create(6f), g = Vector512.Create(7f), h = Vector512.Create(8f);
        Vector512<float> i = Vector512.Create(9f), j = Vector512.Create(10f), k = Vector512.Create(11f), l = Vector512.Create(12f);
        for (int round = 0; round < Block; round++)
        {
            a = Vector512.FusedMultiplyAdd(a, half, half);
            b = Vector512.FusedMultiplyAdd(b, half, half);
            c = Vector512.FusedMultiplyAdd(c, half, half);
            d = Vector512.FusedMultiplyAdd(d, half, half);
            e = Vector512.FusedMultiplyAdd(e, half, half);
            f = Vector512.FusedMultiplyAdd(f, half, half);
            g = Vector512.FusedMultiplyAdd(g, half, half);
            h = Vector512.FusedMultiplyAdd(h, half, half);
            i = Vector512.FusedMultiplyAdd(i, half, half);
            j = Vector512.FusedMultiplyAdd(j, half, half);
            k = Vector512.FusedMultiplyAdd(k, half, half);
            l = Vector512.FusedMultiplyAdd(l, half, half);
        }

        _sink = Vector512.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run()
    {
        Vector256<float> half = Vector256.Create(0.5f);
        Vector256<float> a = Vector256.Create(1f), b = Vector256.Create(2f), c = Vector256.Create(3f), d = Vector256.Create(4f);
        Vector256<float> e = Vector256.Create(5f), f = Vector256.Create(6f), g = Vector256.Create(7f), h = Vector256.Create(8f);
        Vector256<float> i = Vector256.Create(9f), j = Vector256.Create(10f), k = Vector256.Create(11f), l = Vector256.Create(12f);
        for (int round = 0; round < Block; round++)
        {
            a = Vector256.FusedMultiplyAdd(a, half, half);
            b = Vector256.FusedMultiplyAdd(b, half, half);
            c = Vector256.FusedMultiplyAdd(c, half, half);
            d = Vector256.FusedMultiplyAdd(d, half, half);
            e = Vector256.FusedMultiplyAdd(e, half, half);
            f = Vector256.FusedMultiplyAdd(f, half, half);
            g = Vector256.FusedMultiplyAdd(g, half, half);
            h = Vector256.FusedMultiplyAdd(h, half, half);
            i = Vector256.FusedMultiplyAdd(i, half, half);
            j = Vector256.FusedMultiplyAdd(j, half, half);
            k = Vector256.FusedMultiplyAdd(k, half, half);
            l = Vector256.FusedMultiplyAdd(l, half, half);
        }

        _sink = Vector256.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }
}
