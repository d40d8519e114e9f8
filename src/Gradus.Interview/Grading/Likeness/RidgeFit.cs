namespace Gradus.Interview.Grading.Likeness;

/// <summary>Kernel ridge regression in closed form: coefficients A with (K + λ I) A = Y.</summary>
internal static class RidgeFit
{
    /// <summary>Solves for the coefficients by a Cholesky factorization.</summary>
    /// <param name="kernel">K, symmetric and positive semidefinite, of n rows; it is overwritten.</param>
    /// <param name="targets">Y, n rows of one value for each output; it is overwritten with A.</param>
    /// <param name="ridge">λ, greater than 0.</param>
    public static void Solve(double[][] kernel, double[][] targets, double ridge)
    {
        int n = kernel.Length;
        for (int row = 0; row < n; row++)
        {
            kernel[row][row] += ridge;
            for (int column = 0; column <= row; column++)
            {
                double sum = kernel[row][column];
                for (int k = 0; k < column; k++)
                {
                    sum -= kernel[row][k] * kernel[column][k];
                }

                kernel[row][column] = row == column ? Math.Sqrt(sum) : sum / kernel[column][column];
            }
        }

        for (int row = 0; row < n; row++)
        {
            Eliminate(targets, row, kernel[row].AsSpan(0, row), kernel[row][row]);
        }

        double[] below = new double[n];
        for (int row = n - 1; row >= 0; row--)
        {
            for (int k = row + 1; k < n; k++)
            {
                below[k] = kernel[k][row];
            }

            for (int output = 0; output < targets[row].Length; output++)
            {
                double sum = targets[row][output];
                for (int k = row + 1; k < n; k++)
                {
                    sum -= below[k] * targets[k][output];
                }

                targets[row][output] = sum / kernel[row][row];
            }
        }
    }

    private static void Eliminate(double[][] targets, int row, ReadOnlySpan<double> factors, double pivot)
    {
        for (int output = 0; output < targets[row].Length; output++)
        {
            double sum = targets[row][output];
            for (int k = 0; k < factors.Length; k++)
            {
                sum -= factors[k] * targets[k][output];
            }

            targets[row][output] = sum / pivot;
        }
    }
}
