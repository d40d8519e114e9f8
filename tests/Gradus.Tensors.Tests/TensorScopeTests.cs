using Gradus.Tensors.Storage;

namespace Gradus.Tensors.Tests;

public sealed class TensorScopeTests
{
    [Fact]
    public void Dispose_TensorOfTheScope_ThrowsWhenUsedLater()
    {
        Tensor inside;
        using (new TensorScope())
        {
            inside = Tensor.Ones(3) + 1;
        }

        ObjectDisposedException error = Assert.Throws<ObjectDisposedException>(() => inside.ToArray<float>());
        Assert.Contains("Keep()", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keep_TensorOfTheScope_LivesOn()
    {
        Tensor kept;
        using (new TensorScope())
        {
            kept = (Tensor.Ones(3) + 1).Keep();
        }

        Assert.Equal([2f, 2f, 2f], kept.ToArray<float>());
    }

    [Fact]
    public void Dispose_GradientsOfLeaves_LiveOn()
    {
        Tensor leaf = Tensor.Ones(3);
        leaf.RequiresGrad = true;
        using (new TensorScope())
        {
            (leaf * leaf).Sum().Backward();
        }

        Assert.Equal([2f, 2f, 2f], leaf.Grad!.ToArray<float>());
    }

    [Fact]
    public void Outside_TensorMadeInside_LivesOn()
    {
        Tensor kept;
        using (new TensorScope())
        {
            using (TensorScope.Outside())
            {
                kept = Tensor.Ones(2);
            }
        }

        Assert.Equal([1f, 1f], kept.ToArray<float>());
    }

    [Fact]
    public void Dispose_OuterBeforeInner_Throws()
    {
        TensorScope outer = new();
        TensorScope inner = new();

        Assert.Throws<InvalidOperationException>(outer.Dispose);

        inner.Dispose();
        outer.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Loop_ManySteps_HoldsMemoryFlat(bool scoped)
    {
        for (int step = 0; step < 4000; step++)
        {
            using TensorScope? scope = scoped ? new TensorScope() : null;
            _ = Tensor.Ones(128, 256) * 2; // 128 kB each: 1 GB in all
        }

        Assert.InRange(BlockPool.BytesInUse, 0, 700L << 20);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(257)]
    [InlineData(1025)]
    [InlineData(4097)]
    [InlineData(1_000_001)]
    public void SizeClass_AnySize_HoldsItWithLittleSlack(long bytes)
    {
        long held = BlockPool.BytesOf(BlockPool.ClassOf(bytes));

        Assert.InRange(held, bytes, Math.Max(64, (bytes * 5 / 4) + 64));
    }
}
