using System.Numerics;
using Gradus.Tensors.Kernels;

namespace Gradus.Tensors.Tests.Kernels.Products;

public sealed class GemmSerialTests
{
    private static readonly (int M, int N, int K)[] Odd =
    [
        (1, 1, 1), (1, 1, 0), (2, 3, 0), (1, 48, 7), (7, 1, 33), (8, 48, 20), (9, 49, 5), (5, 17, 31), (13, 33, 64), (32, 128, 20), (17, 31, 1), (3, 95, 2), (16, 16, 16), (1, 130, 70), (130, 1, 70),
        (66, 70, 300), (67, 190, 260), (109, 66, 256), (1, 32, 16), (1, 49, 48), (1, 10, 100), (1, 75, 31),
    ];

    // One beyond each limit at which operands are packed or cut: K of 1024 numbers, a B of half a megabyte for many rows, a transposed A of 64 KB.
    private static readonly (int M, int N, int K, string Layout)[] Large = [(50, 129, 1100, "NN"), (97, 70, 600, "TT"), (13, 65, 1050, "TN")];

    private static readonly string[] Layouts = ["NN", "NT", "TN", "TT", "RR", "CC", "SS"];

    private static readonly string[] Modes =
    [
        "plain", "bias", "rows", "bias rows", "accumulate", "relu", "bias relu", "rows relu", "alpha", "residual", "bias alpha residual relu", "accumulate residual tanh", "bias tanh", "bias sigmoid",
    ];

    public static TheoryData<string> Isas => SupportedIsas.Names;

    [Theory]
    [MemberData(nameof(Isas))]
    public void Run_OddShapes_StaysWithinTheRoundingBound(string isa)
    {
        int next = 0;
        foreach ((int m, int n, int k) in Odd)
        {
            // The naive reference is slow: each shape meets some layouts and modes, and all shapes meet all.
            foreach (string layout in m * n * k > 100_000 ? ["NN", "TT"] : Layouts)
            {
                Check<float>(isa, m, n, k, layout, Modes[next++ % Modes.Length]);
            }

            Check<double>(isa, m, n, k, Layouts[next % Layouts.Length], Modes[next++ % Modes.Length]);
        }
    }

    [Theory]
    [MemberData(nameof(Isas))]
    public void Run_RandomShapes_StaysWithinTheRoundingBound(string isa)
    {
        Rng rng = new(7);
        for (int round = 0; round < 120; round++)
        {
            int m = 1 + rng.NextInt(70), n = 1 + rng.NextInt(70), k = rng.NextInt(71);

            Check<float>(isa, m, n, k, Layouts[rng.NextInt(Layouts.Length)], Modes[rng.NextInt(Modes.Length)]);
        }
    }

    [Theory]
    [MemberData(nameof(Isas))]
    public void Run_LargeShapes_StaysWithinTheRoundingBound(string isa)
    {
        foreach ((int m, int n, int k, string layout) in Large)
        {
            Check<float>(isa, m, n, k, layout, "bias alpha residual relu");
        }
    }

    [Fact]
    public void Run_EveryInstructionSet_GivesTheSameBits()
    {
        foreach ((int m, int n, int k) in Odd)
        {
            foreach (string layout in Layouts)
            {
                Same<float>(m, n, k, layout, "bias relu");
                Same<double>(m, n, k, layout, "rows alpha");
            }
        }

        Same<float>(50, 270, 1100, "NN", "bias tanh");
    }

    [Theory]
    [MemberData(nameof(Isas))]
    public void Run_NotANumberAndInfinity_ReachTheirRowsAndColumnsOnly(string isa)
    {
        foreach (string mode in (string[])["plain", "relu"])
        {
            GemmProblem<float> problem = new(1, 14, 37, 9, "NT", mode);
            problem.SetA(3, 2, double.NaN);
            problem.SetB(4, 33, double.PositiveInfinity);

            float[] actual = problem.Solve(SupportedIsas.Parse(isa));

            for (int i = 0; i < actual.Length; i++)
            {
                bool inRow = i / problem.N == 3, inColumn = i % problem.N == 33;
                Assert.Equal(inRow, float.IsNaN(actual[i]));
                Assert.True(inRow || float.IsFinite(actual[i]) != inColumn || (mode == "relu" && actual[i] == 0), $"{mode} at {i}: {actual[i]}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Isas))]
    public void Run_NoInnerSize_GivesWhatItBeginsWith(string isa)
    {
        GemmProblem<float> zeros = new(1, 5, 19, 0, "NN", "plain"), begun = new(1, 5, 19, 0, "NN", "bias rows residual");

        Assert.All(zeros.Solve(SupportedIsas.Parse(isa)), value => Assert.Equal(0, value));
        begun.Check(begun.Solve(SupportedIsas.Parse(isa)), isa);
    }

    private static void Check<T>(string isa, int m, int n, int k, string layout, string mode)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        GemmProblem<T> problem = new((ulong)((m * 1000003) + (n * 1009) + k), m, n, k, layout, mode);

        T[] actual = problem.Solve(SupportedIsas.Parse(isa));

        problem.Check(actual, $"{isa} {typeof(T).Name} {layout}");
    }

    private static void Same<T>(int m, int n, int k, string layout, string mode)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        GemmProblem<T> problem = new(3, m, n, k, layout, mode);
        T[] first = problem.Solve(Isa.Scalar);

        Assert.All(SupportedIsas.All, isa => Assert.Equal(first, problem.Solve(isa)));
    }
}
