using System.Numerics;
using Gradus.Tensors.Threading;

namespace Gradus.Tensors.Kernels.Reductions;

/// <summary>The places of the largest or smallest numbers over the middle of A · R · B numbers; the first of equals, and a NaN before all.</summary>
internal unsafe struct ArgKernel
{
    private const nint LeastParallel = 1 << 16;
    private void* _x;
    private long* _y;
    private nint _a;
    private nint _r;
    private nint _b;
    private int _parts;
    private bool _largest;

    internal static void Run<T>(T* x, long* y, nint a, nint r, nint b, bool largest)
        where T : unmanaged, INumber<T>
    {
        ArgKernel kernel = new() { _x = x, _y = y, _a = a, _r = r, _b = b, _largest = largest, _parts = 1 };
        if (a * r * b >= LeastParallel && GradusThreads.Count > 1)
        {
            kernel._parts = (int)Math.Max(1, Math.Min(a, 4 * GradusThreads.Count));
        }

        WorkerPool.Run(&Part<T>, &kernel, kernel._parts);
    }

    private static void Part<T>(void* state, int part)
        where T : unmanaged, INumber<T>
    {
        ArgKernel* kernel = (ArgKernel*)state;
        nint r = kernel->_r, b = kernel->_b, end = kernel->_a * (part + 1) / kernel->_parts;
        for (nint i = kernel->_a * part / kernel->_parts; i < end; i++)
        {
            T* x = (T*)kernel->_x + (i * r * b);
            if (b > 1)
            {
                Columns(x, kernel->_y + (i * b), r, b, kernel->_largest);
            }
            else
            {
                kernel->_y[i] = typeof(T) == typeof(float) ? FloatRow((float*)x, r, kernel->_largest) : Row(x, r, kernel->_largest);
            }
        }
    }

    // First the extreme, in vectors, then the bits of it: zeros have two signs, NaN has many bits.
    private static nint FloatRow(float* x, nint length, bool largest)
    {
        if (length < 32)
        {
            return Row(x, length, largest);
        }

        double extreme = largest ? RowKernel.Run(IsaTable.Current, default(MaximumReduction), x, length) : RowKernel.Run(IsaTable.Current, default(MinimumReduction), x, length);
        ReadOnlySpan<int> bits = new(x, (int)length);
        if (double.IsNaN(extreme))
        {
            nint i = 0;
            while (!float.IsNaN(x[i]))
            {
                i++;
            }

            return i;
        }

        return extreme == 0 ? bits.IndexOfAny(0, int.MinValue) : bits.IndexOf(BitConverter.SingleToInt32Bits((float)extreme));
    }

    private static nint Row<T>(T* row, nint length, bool largest)
        where T : unmanaged, INumber<T>
    {
        nint best = 0;
        for (nint j = 1; j < length && !T.IsNaN(row[best]); j++)
        {
            if (T.IsNaN(row[j]) || (largest ? row[j] > row[best] : row[j] < row[best]))
            {
                best = j;
            }
        }

        return best;
    }

    private static void Columns<T>(T* x, long* y, nint rows, nint columns, bool largest)
        where T : unmanaged, INumber<T>
    {
        const int Strip = 512;
        T* best = stackalloc T[Strip];
        for (nint first = 0; first < columns; first += Strip)
        {
            nint width = Math.Min(Strip, columns - first);
            for (nint j = 0; j < width; j++)
            {
                best[j] = x[first + j];
                y[first + j] = 0;
            }

            for (nint i = 1; i < rows; i++)
            {
                T* row = x + (i * columns) + first;
                for (nint j = 0; j < width; j++)
                {
                    if ((largest ? row[j] > best[j] : row[j] < best[j]) || (T.IsNaN(row[j]) && !T.IsNaN(best[j])))
                    {
                        best[j] = row[j];
                        y[first + j] = i;
                    }
                }
            }
        }
    }
}
