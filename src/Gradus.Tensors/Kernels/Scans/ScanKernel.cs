using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Gradus.Tensors.Threading;

namespace Gradus.Tensors.Kernels.Scans;

/// <summary>Runs along the middle of A · R · B numbers, forward or backward; each line is one chain, kept in <c>TSum</c> (double for float32), so that it has one order everywhere.</summary>
internal unsafe struct ScanKernel
{
    private const nint LeastParallel = 1 << 15;
    private const int Strip = 128;
    private void* _x;
    private void* _y;
    private nint _a;
    private nint _r;
    private nint _b;
    private int _strips;
    private bool _reverse;

    internal static void Run<T, TSum, TOp>(T* x, nint a, nint r, nint b, T* y, bool reverse)
        where T : unmanaged, INumber<T>
        where TSum : unmanaged, INumber<TSum>
        where TOp : struct, IScanOp
    {
        if (r == 0)
        {
            return;
        }

        // A part is four rows, which hide each other's latency, or a strip of columns.
        ScanKernel kernel = new() { _x = x, _y = y, _a = a, _r = r, _b = b, _reverse = reverse, _strips = (int)((b + Strip - 1) / Strip) };
        nint parts = b == 1 ? (a + 3) / 4 : a * kernel._strips;
        if (a * r * b >= LeastParallel && GradusThreads.Count > 1)
        {
            WorkerPool.Run(&Part<T, TSum, TOp>, &kernel, (int)parts);
            return;
        }

        for (int i = 0; i < parts; i++)
        {
            Part<T, TSum, TOp>(&kernel, i);
        }
    }

    private static void Part<T, TSum, TOp>(void* state, int part)
        where T : unmanaged, INumber<T>
        where TSum : unmanaged, INumber<TSum>
        where TOp : struct, IScanOp
    {
        ScanKernel* kernel = (ScanKernel*)state;
        nint r = kernel->_r, b = kernel->_b, step = kernel->_reverse ? -b : b, start = kernel->_reverse ? (r - 1) * b : 0;
        T* x = (T*)kernel->_x + start;
        T* y = (T*)kernel->_y + start;
        if (b == 1)
        {
            nint row = (nint)part * 4;
            if (kernel->_a - row >= 4)
            {
                Four<T, TSum, TOp>(x + (row * r), y + (row * r), r, step);
                return;
            }

            for (; row < kernel->_a; row++)
            {
                One<T, TSum, TOp>(x + (row * r), y + (row * r), r, step);
            }

            return;
        }

        nint i = part / kernel->_strips, first = (part - (i * kernel->_strips)) * Strip;
        Columns<T, TSum, TOp>(x + (i * r * b) + first, y + (i * r * b) + first, r, step, Math.Min(Strip, b - first));
    }

    private static void One<T, TSum, TOp>(T* x, T* y, nint length, nint step)
        where T : unmanaged, INumber<T>
        where TSum : unmanaged, INumber<TSum>
        where TOp : struct, IScanOp
    {
        TSum total = TOp.Start<TSum>();
        for (nint i = 0; i < length; i++, x += step, y += step)
        {
            total = TOp.Invoke(total, Widened<T, TSum>(*x));
            *y = Narrowed<TSum, T>(total);
        }
    }

    private static void Four<T, TSum, TOp>(T* x, T* y, nint length, nint step)
        where T : unmanaged, INumber<T>
        where TSum : unmanaged, INumber<TSum>
        where TOp : struct, IScanOp
    {
        TSum t0 = TOp.Start<TSum>(), t1 = t0, t2 = t0, t3 = t0;
        nint second = length, third = 2 * length, fourth = 3 * length;
        for (nint i = 0; i < length; i++, x += step, y += step)
        {
            t0 = TOp.Invoke(t0, Widened<T, TSum>(*x));
            t1 = TOp.Invoke(t1, Widened<T, TSum>(x[second]));
            t2 = TOp.Invoke(t2, Widened<T, TSum>(x[third]));
            t3 = TOp.Invoke(t3, Widened<T, TSum>(x[fourth]));
            *y = Narrowed<TSum, T>(t0);
            y[second] = Narrowed<TSum, T>(t1);
            y[third] = Narrowed<TSum, T>(t2);
            y[fourth] = Narrowed<TSum, T>(t3);
        }
    }

    [SkipLocalsInit]
    private static void Columns<T, TSum, TOp>(T* x, T* y, nint rows, nint step, nint width)
        where T : unmanaged, INumber<T>
        where TSum : unmanaged, INumber<TSum>
        where TOp : struct, IScanOp
    {
        TSum* totals = stackalloc TSum[Strip];
        new Span<TSum>(totals, (int)width).Fill(TOp.Start<TSum>());
        for (nint i = 0; i < rows; i++, x += step, y += step)
        {
            for (nint j = 0; j < width; j++)
            {
                totals[j] = TOp.Invoke(totals[j], Widened<T, TSum>(x[j]));
                y[j] = Narrowed<TSum, T>(totals[j]);
            }
        }
    }

    // The scalar conversions of x86 keep the upper half of the register that they write to, so that each would wait for the one before it: they are given a register of zeros.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TSum Widened<T, TSum>(T value)
        where T : unmanaged, INumber<T>
        where TSum : unmanaged, INumber<TSum> =>
        Sse2.IsSupported && typeof(T) == typeof(float) && typeof(TSum) == typeof(double)
            ? (TSum)(object)Sse2.ConvertScalarToVector128Double(Vector128<double>.Zero, Vector128.CreateScalarUnsafe((float)(object)value)).ToScalar()
            : TSum.CreateTruncating(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Narrowed<TSum, T>(TSum value)
        where T : unmanaged, INumber<T>
        where TSum : unmanaged, INumber<TSum> =>
        Sse2.IsSupported && typeof(T) == typeof(float) && typeof(TSum) == typeof(double)
            ? (T)(object)Sse2.ConvertScalarToVector128Single(Vector128<float>.Zero, Vector128.CreateScalarUnsafe((double)(object)value)).ToScalar()
            : T.CreateTruncating(value);
}
