using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Threading;

namespace Gradus.Tensors.Tests.Threading;

[Collection(nameof(ThreadCount))]
public sealed class ThreadCountTests
{
    [Fact]
    public void Operators_OneTwoThreeAndEightThreads_GiveTheSameBits()
    {
        using ThreadCount threads = new();

        float[][] results = [.. ((int[])[1, 2, 3, 8]).Select(Compute)];

        Assert.All(results, result => Assert.Equal(results[0], result));
    }

    [Fact]
    public void Count_Zero_SaysWhatIsNeeded()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => GradusThreads.Count = 0);

        Assert.Contains("1 to 256", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("7", 7)]
    [InlineData("256", 256)]
    public void Choose_WholeNumber_IsTheCount(string value, int count) => Assert.Equal(count, GradusThreads.Choose(value));

    [Theory]
    [InlineData("0")]
    [InlineData("-2")]
    [InlineData("257")]
    [InlineData("two")]
    [InlineData("1.5")]
    public void Choose_AnythingElse_SaysWhatIsNeeded(string value)
    {
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => GradusThreads.Choose(value));

        Assert.Contains($"GRADUS_THREADS is '{value}'; it must be a whole number from 1 to 256", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Choose_NotSet_IsWhatTheMachineGives(string? value) => Assert.Equal(Math.Min(ProcessorLimit.Count(), WorkerPool.Most), GradusThreads.Choose(value));

    private static float[] Compute(int threads)
    {
        GradusThreads.Count = threads;
        Rng rng = new(1);
        Tensor a = Tensor.Randn(rng, 130, 301), b = Tensor.Randn(rng, 301, 151), wide = Tensor.Randn(rng, (ParallelRows.Least * 2) + 77);
        Tensor product = a.MatMul(b), tall = Tensor.Randn(rng, 40, 301).MatMul(Tensor.Randn(rng, 700, 301).T());
        Tensor batched = Tensor.Randn(rng, 30, 31, 40).MatMul(Tensor.Randn(rng, 30, 40, 33)), few = Tensor.Randn(rng, 2, 131, 140).MatMul(Tensor.Randn(rng, 2, 140, 133));
        return
        [
            .. product.ToArray<float>(), .. tall.ToArray<float>(), .. batched.ToArray<float>(), .. few.ToArray<float>(), .. (wide.Exp() * wide).ToArray<float>(), (float)(int)IsaTable.Current,
        ];
    }
}
