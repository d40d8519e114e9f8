using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gradus.Tensors.Kernels.Products;

/// <summary>to[p][i] = from[i][p]: lays the rows of a matrix side by side as columns.</summary>
internal static unsafe class Transposition
{
    /// <summary>As for float32; numbers of 8 bytes one by one.</summary>
    internal static void Run<T>(T* from, nint rowStep, nint columnStep, T* to, nint toStep, nint rows, nint length)
        where T : unmanaged
    {
        if (sizeof(T) == sizeof(float))
        {
            Run((float*)from, rowStep, columnStep, (float*)to, toStep, rows, length);
            return;
        }

        Plain(from, rowStep, columnStep, to, toStep, rows, length);
    }

    /// <summary>Copies <paramref name="rows"/> rows of <paramref name="length"/> numbers, whose distance in a row is <paramref name="columnStep"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Run(float* from, nint rowStep, nint columnStep, float* to, nint toStep, nint rows, nint length)
    {
        nint i = 0;
        if (columnStep == 1 && Vector128.IsHardwareAccelerated)
        {
            if (Avx512F.IsSupported)
            {
                for (; i <= rows - 16; i += 16)
                {
                    nint p = 0;
                    for (; p <= length - 4; p += 4)
                    {
                        Block16By4(from + (i * rowStep) + p, rowStep, to + (p * toStep) + i, toStep);
                    }

                    Plain(from + (i * rowStep) + p, rowStep, 1, to + (p * toStep) + i, toStep, 16, length - p);
                }
            }

            if (Avx.IsSupported)
            {
                for (; i <= rows - 8; i += 8)
                {
                    nint p = 0;
                    for (; p <= length - 8; p += 8)
                    {
                        Block8(from + (i * rowStep) + p, rowStep, to + (p * toStep) + i, toStep);
                    }

                    if (p <= length - 4)
                    {
                        Block4(from + (i * rowStep) + p, rowStep, to + (p * toStep) + i, toStep);
                        Block4(from + ((i + 4) * rowStep) + p, rowStep, to + (p * toStep) + i + 4, toStep);
                        p += 4;
                    }

                    Plain(from + (i * rowStep) + p, rowStep, 1, to + (p * toStep) + i, toStep, 8, length - p);
                }
            }

            for (; i <= rows - 4; i += 4)
            {
                nint p = 0;
                for (; p <= length - 4; p += 4)
                {
                    Block4(from + (i * rowStep) + p, rowStep, to + (p * toStep) + i, toStep);
                }

                Plain(from + (i * rowStep) + p, rowStep, 1, to + (p * toStep) + i, toStep, 4, length - p);
            }
        }

        Plain(from + (i * rowStep), rowStep, columnStep, to + i, toStep, rows - i, length);
    }

    private static void Plain<T>(T* from, nint rowStep, nint columnStep, T* to, nint toStep, nint rows, nint length)
        where T : unmanaged
    {
        for (nint p = 0; p < length; p++)
        {
            for (nint i = 0; i < rows; i++)
            {
                to[(p * toStep) + i] = from[(i * rowStep) + (p * columnStep)];
            }
        }
    }

    // Four numbers of rows i, i + 4, i + 8 and i + 12 side by side, for i from 0 to 3; then each quarter is a 4 × 4 transposition in two steps, and the quarters are in order.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Block16By4(float* from, nint step, float* to, nint toStep)
    {
        Vector512<float> r0 = Quarters(from, step), r1 = Quarters(from + step, step), r2 = Quarters(from + (2 * step), step), r3 = Quarters(from + (3 * step), step);
        Vector512<double> p0 = Avx512F.UnpackLow(r0, r1).AsDouble(), p1 = Avx512F.UnpackHigh(r0, r1).AsDouble();
        Vector512<double> p2 = Avx512F.UnpackLow(r2, r3).AsDouble(), p3 = Avx512F.UnpackHigh(r2, r3).AsDouble();
        Avx512F.UnpackLow(p0, p2).AsSingle().Store(to);
        Avx512F.UnpackHigh(p0, p2).AsSingle().Store(to + toStep);
        Avx512F.UnpackLow(p1, p3).AsSingle().Store(to + (2 * toStep));
        Avx512F.UnpackHigh(p1, p3).AsSingle().Store(to + (3 * toStep));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Quarters(float* from, nint step)
    {
        Vector512<float> quarters = Vector128.Load(from).ToVector256Unsafe().ToVector512Unsafe();
        quarters = Avx512F.InsertVector128(quarters, Vector128.Load(from + (4 * step)), 1);
        quarters = Avx512F.InsertVector128(quarters, Vector128.Load(from + (8 * step)), 2);
        return Avx512F.InsertVector128(quarters, Vector128.Load(from + (12 * step)), 3);
    }

    // Pairs, then quads, then halves: the classic three steps of an 8 × 8 transposition.
    private static void Block8(float* from, nint step, float* to, nint toStep)
    {
        Vector256<float> r0 = Vector256.Load(from), r1 = Vector256.Load(from + step), r2 = Vector256.Load(from + (2 * step)), r3 = Vector256.Load(from + (3 * step));
        Vector256<float> r4 = Vector256.Load(from + (4 * step)), r5 = Vector256.Load(from + (5 * step)), r6 = Vector256.Load(from + (6 * step)), r7 = Vector256.Load(from + (7 * step));
        Vector256<double> p0 = Avx.UnpackLow(r0, r1).AsDouble(), p1 = Avx.UnpackHigh(r0, r1).AsDouble(), p2 = Avx.UnpackLow(r2, r3).AsDouble(), p3 = Avx.UnpackHigh(r2, r3).AsDouble();
        Vector256<double> p4 = Avx.UnpackLow(r4, r5).AsDouble(), p5 = Avx.UnpackHigh(r4, r5).AsDouble(), p6 = Avx.UnpackLow(r6, r7).AsDouble(), p7 = Avx.UnpackHigh(r6, r7).AsDouble();
        Vector256<float> q0 = Avx.UnpackLow(p0, p2).AsSingle(), q1 = Avx.UnpackHigh(p0, p2).AsSingle(), q2 = Avx.UnpackLow(p1, p3).AsSingle(), q3 = Avx.UnpackHigh(p1, p3).AsSingle();
        Vector256<float> q4 = Avx.UnpackLow(p4, p6).AsSingle(), q5 = Avx.UnpackHigh(p4, p6).AsSingle(), q6 = Avx.UnpackLow(p5, p7).AsSingle(), q7 = Avx.UnpackHigh(p5, p7).AsSingle();
        Avx.Permute2x128(q0, q4, 0x20).Store(to);
        Avx.Permute2x128(q1, q5, 0x20).Store(to + toStep);
        Avx.Permute2x128(q2, q6, 0x20).Store(to + (2 * toStep));
        Avx.Permute2x128(q3, q7, 0x20).Store(to + (3 * toStep));
        Avx.Permute2x128(q0, q4, 0x31).Store(to + (4 * toStep));
        Avx.Permute2x128(q1, q5, 0x31).Store(to + (5 * toStep));
        Avx.Permute2x128(q2, q6, 0x31).Store(to + (6 * toStep));
        Avx.Permute2x128(q3, q7, 0x31).Store(to + (7 * toStep));
    }

    private static void Block4(float* from, nint step, float* to, nint toStep)
    {
        Vector128<float> r0 = Vector128.Load(from), r1 = Vector128.Load(from + step), r2 = Vector128.Load(from + (2 * step)), r3 = Vector128.Load(from + (3 * step));
        Vector128<int> low = Vector128.Create(0, 1, 0, 1), high = Vector128.Create(2, 3, 2, 3), left = Vector128.Create(-1, -1, 0, 0);
        Vector128<float> a = Pair(r0, r1, false), b = Pair(r2, r3, false), c = Pair(r0, r1, true), d = Pair(r2, r3, true);
        Vector128.ConditionalSelect(left.AsSingle(), a, Vector128.Shuffle(b, low)).Store(to);
        Vector128.ConditionalSelect(left.AsSingle(), Vector128.Shuffle(a, high), b).Store(to + toStep);
        Vector128.ConditionalSelect(left.AsSingle(), c, Vector128.Shuffle(d, low)).Store(to + (2 * toStep));
        Vector128.ConditionalSelect(left.AsSingle(), Vector128.Shuffle(c, high), d).Store(to + (3 * toStep));
    }

    // x0 y0 x1 y1, or x2 y2 x3 y3.
    private static Vector128<float> Pair(Vector128<float> x, Vector128<float> y, bool upper)
    {
        Vector128<int> order = upper ? Vector128.Create(2, 2, 3, 3) : Vector128.Create(0, 0, 1, 1);
        return Vector128.ConditionalSelect(Vector128.Create(-1, 0, -1, 0).AsSingle(), Vector128.Shuffle(x, order), Vector128.Shuffle(y, order));
    }
}
