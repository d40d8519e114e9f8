using Gradus.Tensors.Storage;

namespace Gradus.Tensors.Tests;

[Collection(MemoryCollection.Name)]
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

    /// <summary>The memory belongs to another tensor then, whose gradients must not notice.</summary>
    [Fact]
    public void Dispose_TensorOfTheScope_GivesNoSpanLaterAndChangesNothing()
    {
        Tensor inside;
        using (new TensorScope())
        {
            inside = Tensor.Ones(3);
        }

        Block block = inside.Block;
        int version = block.Version;

        Assert.Throws<ObjectDisposedException>(() => { _ = inside.AsSpan<float>().Length; });
        Assert.Throws<ObjectDisposedException>(() => { _ = inside.AsWritableSpan<float>().Length; });
        Assert.Throws<ObjectDisposedException>(() => inside.Fill(2));
        Assert.Equal(version, block.Version);
    }

    [Fact]
    public void AsWritableSpan_OfAKeptTensor_OutlivesTheScope()
    {
        Tensor kept;
        Span<float> span;
        using (new TensorScope())
        {
            kept = Tensor.Ones(3).Keep();
            span = kept.AsWritableSpan<float>();
        }

        span[1] = 5;

        Assert.Equal([1f, 5, 1], kept.ToArray<float>());
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

    [Fact]
    public void Dispose_OnAnotherThread_SaysWhatToDo()
    {
        using TensorScope scope = new();
        Exception? error = null;
        Thread thread = new(() => error = Record.Exception(scope.Dispose));

        thread.Start();
        thread.Join();

        Assert.Contains("on the thread that opened them", Assert.IsType<InvalidOperationException>(error).Message, StringComparison.Ordinal);
        Assert.Equal([1f], Tensor.Ones(1).ToArray<float>());
    }

    [Fact]
    public void Dispose_Twice_DoesNothing()
    {
        TensorScope scope = new();
        scope.Dispose();
        using TensorScope next = new();
        Tensor inside = Tensor.Ones(1);

        scope.Dispose();

        Assert.Equal([1f], inside.ToArray<float>());
    }

    [Fact]
    public void Keep_AfterTheScopeEnded_Throws()
    {
        Tensor inside;
        using (new TensorScope())
        {
            inside = Tensor.Ones(3);
        }

        Assert.Throws<ObjectDisposedException>(() => inside.Keep());
    }

    [Fact]
    public void Keep_AView_KeepsTheMemoryOfItsBase()
    {
        Tensor view, whole;
        using (new TensorScope())
        {
            whole = Tensor.Arange(6, DType.Float32);
            view = whole.Narrow(0, 2, 2).Keep();
        }

        using (new TensorScope())
        {
            Tensor.Full(9, 6);
        }

        Assert.Equal([2f, 3f], view.ToArray<float>());
        Assert.Equal(6, whole.ToArray<float>().Length);
    }

    [Fact]
    public void Dispose_InnerScope_LeavesTensorsOfTheOuterAlone()
    {
        using TensorScope outer = new();
        Tensor before = Tensor.Ones(2);
        Tensor inside;
        using (new TensorScope())
        {
            inside = before + 1;
        }

        Assert.Equal([1f, 1f], before.ToArray<float>());
        Assert.Throws<ObjectDisposedException>(() => inside + 1);
    }

    [Fact]
    public void Backward_ThroughTensorsOfAClosedScope_ThrowsInsteadOfReadingFreedMemory()
    {
        Tensor x = Tensor.Ones(3);
        x.RequiresGrad = true;
        Tensor loss;
        using (new TensorScope())
        {
            loss = (x.Exp() * 2).Sum().Keep();
        }

        Assert.Throws<ObjectDisposedException>(() => loss.Backward());
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

        Assert.InRange(TensorMemory.BytesInUse, 0, 700L << 20);
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
