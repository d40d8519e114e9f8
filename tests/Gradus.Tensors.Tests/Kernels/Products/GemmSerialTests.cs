using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Products;

namespace Gradus.Tensors.Tests.Kernels.Products;

public sealed unsafe class GemmSerialTests
{
    private static readonly (int M, int N, int K)[] Shapes =
    [
        (1, 1, 1), (1, 1, 0), (2, 3, 0), (1, 48, 7), (7, 1, 33), (8, 48, 20), (9, 49, 5), (5, 17, 31), (13, 33, 64), (32, 128, 20), (32, 64, 128), (20, 128, 32), (3, 95, 2), (16, 16, 16),
        (66, 70, 300), (67, 190, 260), (195, 66, 256),
    ];

    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> cases = [];
            foreach (Isa isa in SupportedIsas.All)
            {
                foreach (string layout in (string[])["NN", "NT", "TN", "TT"])
                {
                    cases.Add(IsaTable.Names[(int)isa], layout);
                }
            }

            return cases;
        }
    }

    /// <summary>|error| ≤ 2 K 2⁻²⁴ Σ |a||b|, the bound of a sum of K rounded products.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Run_OddShapes_StaysWithinTheRoundingBound(string isa, string layout)
    {
        foreach ((int m, int n, int k) in Shapes)
        {
            // The naive reference is slow: large shapes run in one mode.
            foreach (string mode in (string[])(m * n * k > 1_000_000 ? ["bias relu"] : ["plain", "bias", "bias relu", "accumulate"]))
            {
                Problem problem = new(m, n, k, layout, mode);

                float[] actual = problem.Solve(SupportedIsas.Parse(isa));

                problem.Check(actual, $"{isa} {layout} {mode} {m}x{n}x{k}");
            }
        }
    }

    [Fact]
    public void Run_EveryInstructionSet_GivesTheSameBits()
    {
        foreach ((int m, int n, int k) in Shapes)
        {
            foreach (string layout in (string[])["NN", "NT", "TN"])
            {
                Problem problem = new(m, n, k, layout, "bias relu");
                float[] first = problem.Solve(Isa.Scalar);

                Assert.All(SupportedIsas.All, isa => Assert.Equal(first, problem.Solve(isa)));
            }
        }
    }

    private sealed class Problem
    {
        private readonly int _m, _n, _k;
        private readonly string _layout, _mode;
        private readonly float[] _a, _b, _bias, _c;

        internal Problem(int m, int n, int k, string layout, string mode)
        {
            (_m, _n, _k, _layout, _mode) = (m, n, k, layout, mode);
            Rng rng = new((ulong)((m * 1000003) + (n * 1009) + k));
            _a = Draw(rng, m * k);
            _b = Draw(rng, n * k);
            _bias = Draw(rng, n);
            _c = Draw(rng, m * n);
        }

        internal float[] Solve(Isa isa)
        {
            float[] c = [.. _c];
            fixed (float* a = _a, b = _b, bias = _bias, to = c)
            {
                GemmCall<float> call = new()
                {
                    A = a,
                    RowA = _layout[0] == 'N' ? _k : 1,
                    ColumnA = _layout[0] == 'N' ? 1 : _m,
                    B = b,
                    RowB = _layout[1] == 'N' ? _n : 1,
                    ColumnB = _layout[1] == 'N' ? 1 : _k,
                    C = to,
                    RowC = _n,
                    M = _m,
                    N = _n,
                    K = _k,
                    Bias = _mode.StartsWith("bias", StringComparison.Ordinal) ? bias : null,
                    Relu = _mode == "bias relu",
                    Accumulate = _mode == "accumulate",
                };
                GemmSerial.Run(isa, call);
            }

            return c;
        }

        internal void Check(float[] actual, string what)
        {
            for (int i = 0; i < _m; i++)
            {
                for (int j = 0; j < _n; j++)
                {
                    double sum = _mode == "accumulate" ? _c[(i * _n) + j] : _mode == "plain" ? 0 : _bias[j];
                    double size = Math.Abs(sum);
                    for (int p = 0; p < _k; p++)
                    {
                        double term = (double)_a[_layout[0] == 'N' ? (i * _k) + p : (p * _m) + i] * _b[_layout[1] == 'N' ? (p * _n) + j : (j * _k) + p];
                        sum += term;
                        size += Math.Abs(term);
                    }

                    double expected = _mode == "bias relu" ? Math.Max(0, sum) : sum;
                    double bound = (2 * (_k + 1) * Math.Pow(2, -24) * size) + 1e-30;
                    Assert.True(Math.Abs(actual[(i * _n) + j] - expected) <= bound, $"{what} at {i}, {j}: {actual[(i * _n) + j]} for {expected}");
                }
            }
        }

        private static float[] Draw(Rng rng, int count)
        {
            float[] values = new float[count];
            foreach (ref float value in values.AsSpan())
            {
                value = (2 * rng.NextFloat()) - 1;
            }

            return values;
        }
    }
}
