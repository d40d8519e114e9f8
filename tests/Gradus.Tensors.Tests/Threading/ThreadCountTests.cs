using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Threading;

namespace Gradus.Tensors.Tests.Threading;

public sealed unsafe class ThreadCountTests
{
    [Fact]
    public void Operators_OneTwoAndThreeThreads_GiveTheSameBits()
    {
        int before = GradusThreads.Count;
        try
        {
            float[][] results = [.. ((int[])[1, 2, 3]).Select(Compute)];

            Assert.Equal(results[0], results[1]);
            Assert.Equal(results[0], results[2]);
        }
        finally
        {
            GradusThreads.Count = before;
        }
    }

    [Fact]
    public void Run_ManyParts_CallsEachOnce()
    {
        int before = GradusThreads.Count;
        try
        {
            GradusThreads.Count = 3;
            int* counts = stackalloc int[1000];
            for (int round = 0; round < 200; round++)
            {
                WorkerPool.Run(&Increment, counts, 1000);
            }

            for (int i = 0; i < 1000; i++)
            {
                Assert.Equal(200, counts[i]);
            }
        }
        finally
        {
            GradusThreads.Count = before;
        }
    }

    [Fact]
    public void Count_Zero_SaysWhatIsNeeded()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => GradusThreads.Count = 0);

        Assert.Contains("1 to 256", error.Message, StringComparison.Ordinal);
    }

    private static void Increment(void* state, int part) => ((int*)state)[part]++;

    private static float[] Compute(int threads)
    {
        GradusThreads.Count = threads;
        Rng rng = new(1);
        Tensor a = Tensor.Randn(rng, 130, 301), b = Tensor.Randn(rng, 301, 151), wide = Tensor.Randn(rng, (ParallelRows.Least * 2) + 77);
        Tensor product = a.MatMul(b), tall = Tensor.Randn(rng, 40, 301).MatMul(Tensor.Randn(rng, 700, 301).T());
        return [.. product.ToArray<float>(), .. tall.ToArray<float>(), .. (wide.Exp() * wide).ToArray<float>(), (float)(int)IsaTable.Current];
    }
}
