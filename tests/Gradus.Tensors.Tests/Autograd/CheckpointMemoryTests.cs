namespace Gradus.Tensors.Tests.Autograd;

[Collection(MemoryCollection.Name)]
public sealed class CheckpointMemoryTests
{
    [Fact]
    public void Run_InsideAScope_UsesTheMemoryOfOneBlockAtATime()
    {
        long plain = Peak((block, x) => block(x));
        long checkpointed = Peak(Checkpoint.Run);

        // Eight blocks of nine results each: nine tensors and eight are left of seventy-two, and a few gradients.
        Assert.True(checkpointed * 2 < plain, $"{checkpointed} of {plain} bytes at the peak");
    }

    /// <summary>The most bytes in use at the end of the forward computation and at every block's gradient.</summary>
    private static long Peak(Func<Func<Tensor, Tensor>, Tensor, Tensor> call)
    {
        // What earlier tests left to the collector must not be given back in the middle of the count.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using TensorScope scope = new();
        long before = TensorMemory.BytesInUse, most = 0;
        Tensor x = Leaves.Normal(1, 64, 1024);
        for (int i = 0; i < 8; i++)
        {
            x = call(p => p.Tanh().Exp().Sin().Sigmoid().Exp().Tanh().Sin().Sigmoid().Tanh(), x);
            x.RegisterHook(_ =>
            {
                most = Math.Max(most, TensorMemory.BytesInUse - before);
                return null;
            });
        }

        Tensor loss = x.Sum();
        most = TensorMemory.BytesInUse - before;
        loss.Backward();
        return most;
    }
}
