using System.Numerics;
using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Products;

namespace Gradus.Tensors.Tests.Kernels.Products;

/// <summary>A matrix product with random operands in any layout, and the same product said by plain loops in double.</summary>
internal sealed unsafe class GemmProblem<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int Gap = 3;

    // Around the operands lies NaN, so that a kernel that reads what it must not is seen; around the result a mark, so that one that writes what it must not is.
    private const double Mark = 12345;

    private readonly Layout _a, _b;
    private readonly double[] _bias, _rowBias;
    private readonly double[,] _residual, _before;

    internal GemmProblem(ulong seed, int m, int n, int k, string layout, string mode)
    {
        (M, N, K, Mode) = (m, n, k, mode);
        Rng rng = new(seed);
        _a = new Layout(rng, m, k, layout[0]);
        _b = new Layout(rng, k, n, layout[1]);
        _bias = [.. Enumerable.Range(0, n).Select(_ => Draw(rng))];
        _rowBias = [.. Enumerable.Range(0, m).Select(_ => Draw(rng))];
        _residual = new double[m, n];
        _before = new double[m, n];
        for (int i = 0; i < m * n; i++)
        {
            _residual[i / n, i % n] = Draw(rng);
            _before[i / n, i % n] = Draw(rng);
        }
    }

    /// <summary>Words: bias, rows, accumulate, alpha, residual, relu, tanh, sigmoid, gelu.</summary>
    internal string Mode { get; }

    internal int M { get; }

    internal int N { get; }

    internal int K { get; }

    internal void SetA(int row, int column, double value) => _a.Set(row, column, value);

    internal void SetB(int row, int column, double value) => _b.Set(row, column, value);

    /// <summary>Runs the product, on one thread or on all.</summary>
    internal T[] Solve(Isa isa, bool parallel = false)
    {
        int stride = N + Gap;
        T[] c = new T[(M * stride) + 1], residual = new T[(M * stride) + 1];
        Array.Fill(c, T.CreateChecked(Mark));
        Array.Fill(residual, T.NaN);
        for (int i = 0; i < M * N; i++)
        {
            int at = (i / N * stride) + (i % N);
            residual[at] = T.CreateChecked(_residual[i / N, i % N]);
            if (Has("accumulate"))
            {
                c[at] = T.CreateChecked(_before[i / N, i % N]);
            }
        }

        T[] bias = [.. _bias.Select(T.CreateChecked)], rowBias = [.. _rowBias.Select(T.CreateChecked)];
        fixed (T* a = _a.Memory, b = _b.Memory, to = c, columns = bias, rows = rowBias, added = residual)
        {
            GemmCall<T> call = new()
            {
                A = a + Gap,
                RowA = _a.Row,
                ColumnA = _a.Column,
                B = b + Gap,
                RowB = _b.Row,
                ColumnB = _b.Column,
                C = to,
                RowC = stride,
                M = M,
                N = N,
                K = K,
                Bias = Has("bias") ? columns : null,
                RowBias = Has("rows") ? rows : null,
                Accumulate = Has("accumulate"),
                Alpha = T.CreateChecked(0.5),
                Scales = Has("alpha"),
                Residual = Has("residual") ? added : null,
                RowResidual = stride,
                Activation = Has("relu") ? Activation.Relu : Has("tanh") ? Activation.Tanh : Has("sigmoid") ? Activation.Sigmoid : Has("gelu") ? Activation.Gelu : Activation.None,
            };
            if (parallel)
            {
                GemmParallel.Run(isa, call);
            }
            else
            {
                GemmSerial.Run(isa, call);
            }
        }

        for (int i = 0; i < c.Length; i++)
        {
            if (i % stride >= N || i / stride >= M)
            {
                Assert.Equal(T.CreateChecked(Mark), c[i]);
            }
        }

        return [.. Enumerable.Range(0, M * N).Select(i => c[(i / N * stride) + (i % N)])];
    }

    /// <summary>|error| ≤ 2 (K + 1) ε Σ |a||b|, the bound of a sum of K rounded products; 2⁻²⁴ is ε for float32.</summary>
    internal void Check(T[] actual, string what)
    {
        double epsilon = typeof(T) == typeof(float) ? Math.ScaleB(1, -24) : Math.ScaleB(1, -53);
        for (int i = 0; i < M; i++)
        {
            for (int j = 0; j < N; j++)
            {
                double sum = (Has("bias") ? Stored(_bias[j]) : 0) + (Has("rows") ? Stored(_rowBias[i]) : 0) + (Has("accumulate") ? Stored(_before[i, j]) : 0);
                double size = Math.Abs(sum);
                for (int p = 0; p < K; p++)
                {
                    double term = _a.Get(i, p) * _b.Get(p, j);
                    sum += term;
                    size += Math.Abs(term);
                }

                sum = ((Has("alpha") ? 0.5 : 1) * sum) + (Has("residual") ? Stored(_residual[i, j]) : 0);
                double expected = Has("relu") ? Math.Max(0, sum) : Has("tanh") ? Math.Tanh(sum) : Has("sigmoid") ? 1 / (1 + Math.Exp(-sum)) : sum;

                // The functions have errors of their own, tested beside them.
                double bound = (2 * (K + 2) * epsilon * (size + 1)) + (Has("tanh") || Has("sigmoid") ? 8 * epsilon : 0);
                double got = double.CreateChecked(actual[(i * N) + j]);
                Assert.True(Math.Abs(got - expected) <= bound, $"{what} {Mode} {M}x{N}x{K} at {i}, {j}: {got} for {expected}, bound {bound}");
            }
        }
    }

    private static double Stored(double value) => double.CreateChecked(T.CreateChecked(value));

    private static double Draw(Rng rng) => (2 * rng.NextDouble()) - 1;

    private bool Has(string word) => Mode.Split(' ').Contains(word);

    /// <summary>A matrix in memory: N by rows, T by columns, R by rows with gaps, C by columns with gaps, S with steps in both directions.</summary>
    private sealed class Layout
    {
        internal Layout(Rng rng, int rows, int columns, char kind)
        {
            (Row, Column) = kind switch
            {
                'N' => (columns, 1),
                'T' => (1, rows),
                'R' => (columns + Gap, 1),
                'C' => (1, rows + Gap),
                _ => (2 * columns, 2),
            };
            Memory = new T[(2 * Gap) + (Math.Max(1, rows) * Row) + (Math.Max(1, columns) * Column)];
            Array.Fill(Memory, T.NaN);
            for (int i = 0; i < rows * columns; i++)
            {
                Set(i / columns, i % columns, Draw(rng));
            }
        }

        internal int Row { get; }

        internal int Column { get; }

        internal T[] Memory { get; }

        internal double Get(int row, int column) => double.CreateChecked(Memory[Gap + (row * Row) + (column * Column)]);

        internal void Set(int row, int column, double value) => Memory[Gap + (row * Row) + (column * Column)] = T.CreateChecked(value);
    }
}
