using System.Numerics;
using System.Runtime.CompilerServices;

namespace Gradus.Interview.Grading.Likeness;

/// <summary>Kernel ridge regression in closed form: coefficients A with (K + λ I) A = Y.</summary>
internal static class RidgeFit
{
    /// <summary>Solves for the coefficients by a Cholesky factorization, L Lᵀ. Each number is one chain in ascending order, whatever the width of the processor's vectors, so that a verdict is the same everywhere.</summary>
    /// <param name="kernel">K, symmetric and positive semidefinite, of n rows of which those numbers are read that are not above the diagonal; it is overwritten.</param>
    /// <param name="targets">Y, n rows of one value for each output; it is overwritten with A.</param>
    /// <param name="ridge">λ, greater than 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Solve(double[][] kernel, double[][] targets, double ridge)
    {
        // L stands below the diagonal and its transpose above, where a column of L lies side by side.
        int n = kernel.Length;
        for (int row = 0; row < n; row++)
        {
            double[] line = kernel[row];
            line[row] += ridge;
            for (int k = 0; k < row; k++)
            {
                double factor = line[k] / kernel[k][k];
                line[k] = factor;
                kernel[k][row] = factor;
                Subtract(line.AsSpan(k + 1, row - k), factor, kernel[k].AsSpan(k + 1, row - k));
            }

            line[row] = Math.Sqrt(line[row]);
        }

        for (int row = 0; row < n; row++)
        {
            for (int k = 0; k < row; k++)
            {
                Subtract(targets[row], kernel[row][k], targets[k]);
            }

            Divide(targets[row], kernel[row][row]);
        }

        for (int row = n - 1; row >= 0; row--)
        {
            for (int k = row + 1; k < n; k++)
            {
                Subtract(targets[row], kernel[row][k], targets[k]);
            }

            Divide(targets[row], kernel[row][row]);
        }
    }

    // No fused multiply-add: product and difference are rounded each.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Subtract(Span<double> from, double factor, ReadOnlySpan<double> values)
    {
        Vector<double> factors = new(factor);
        int i = 0;
        for (; i <= from.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            (new Vector<double>(from[i..]) - (factors * new Vector<double>(values[i..]))).CopyTo(from[i..]);
        }

        for (; i < from.Length; i++)
        {
            from[i] -= factor * values[i];
        }
    }

    private static void Divide(double[] values, double pivot)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] /= pivot;
        }
    }
}
