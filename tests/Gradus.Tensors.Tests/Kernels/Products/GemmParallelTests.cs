using System.Numerics;
using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Products;
using Gradus.Tensors.Tests.Threading;

namespace Gradus.Tensors.Tests.Kernels.Products;

[Collection(nameof(ThreadCount))]
public sealed unsafe class GemmParallelTests
{
    private static readonly (int M, int N, int K, string Layout)[] Shapes = [(130, 151, 301, "NN"), (40, 700, 61, "NT"), (1, 3000, 170, "NN"), (3000, 1, 170, "NN"), (700, 33, 29, "TN")];

    [Fact]
    public void Run_AnyCountOfThreads_GivesTheBitsOfOne()
    {
        foreach ((int m, int n, int k, string layout) in Shapes)
        {
            Same<float>(m, n, k, layout);
            Same<double>(m, n, k, layout);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(31)]
    public void Of_AnyShape_CoversTheResultOnce(int threads)
    {
        foreach ((int m, int n) in ((int, int)[])[(1, 1), (1, 5000), (5000, 1), (512, 512), (100, 37), (13, 1000)])
        {
            GemmCall<float> call = new() { M = m, N = n, K = 100 };

            GemmGrid grid = GemmGrid.Of(GemmShape.Of(Isa.Avx512, sizeof(float)), call, threads);

            Assert.InRange(grid.Parts, 1, threads);
            Assert.Equal((long)m * n, Enumerable.Range(0, grid.Parts).Sum(i => (long)(grid.Part(call, i).M * grid.Part(call, i).N)));
            Assert.All(Enumerable.Range(0, grid.Parts), i => Assert.True(grid.Part(call, i).M > 0 && grid.Part(call, i).N > 0));
        }
    }

    [Fact]
    public void Of_TwoThreadsAndASquare_HalvesIt()
    {
        GemmGrid grid = GemmGrid.Of(GemmShape.Of(Isa.Avx512, sizeof(float)), new GemmCall<float> { M = 512, N = 512, K = 512 }, 2);

        Assert.Equal(2, grid.Parts);
        Assert.InRange(grid.Rows * grid.Columns, 512 * 256, 512 * 256 * 1.02);
    }

    private static void Same<T>(int m, int n, int k, string layout)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        GemmProblem<T> problem = new(5, m, n, k, layout, "bias rows residual relu");
        T[] one = problem.Solve(IsaTable.Current);
        using ThreadCount threads = new();
        foreach (int count in (int[])[1, 2, 3, 8])
        {
            GradusThreads.Count = count;

            T[] several = problem.Solve(IsaTable.Current, parallel: true);

            Assert.Equal(one, several);
        }
    }
}
