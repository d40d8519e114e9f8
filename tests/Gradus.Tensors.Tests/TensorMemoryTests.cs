using Gradus.Tensors.Storage;

namespace Gradus.Tensors.Tests;

[Collection(MemoryCollection.Name)]
public sealed class TensorMemoryTests
{
    private const long Megabyte = 1L << 20;

    [Fact]
    public void Trim_AfterAScope_GivesTheMemoryBackToTheSystem()
    {
        TensorMemory.Trim();
        long before = TensorMemory.BytesReserved;
        using (new TensorScope())
        {
            _ = Tensor.Ones(1024, 1024);
            _ = Tensor.Ones(100);
        }

        long pooled = TensorMemory.BytesPooled, reserved = TensorMemory.BytesReserved;
        TensorMemory.Trim();

        Assert.InRange(pooled, 4 * Megabyte, reserved);
        Assert.True(reserved >= before + (4 * Megabyte));
        Assert.Equal(before, TensorMemory.BytesReserved);
        Assert.Equal(TensorMemory.BytesReserved, TensorMemory.BytesInUse + TensorMemory.BytesPooled);
    }

    [Fact]
    public void Trim_FindsTensorsThatNobodyRefersTo()
    {
        TensorMemory.Trim();
        long before = TensorMemory.BytesReserved;
        Make(64);

        TensorMemory.Trim();

        Assert.InRange(TensorMemory.BytesReserved, 0, before + (2 * Megabyte));
    }

    [Fact]
    public void BytesInUse_TensorInAScope_IsCountedUntilItEnds()
    {
        long before = TensorMemory.BytesInUse, inside;
        using (new TensorScope())
        {
            _ = Tensor.Ones(512, 1024);
            inside = TensorMemory.BytesInUse;
        }

        Assert.InRange(inside - before, 2 * Megabyte, 3 * Megabyte);
        Assert.Equal(before, TensorMemory.BytesInUse);
    }

    [Fact]
    public void Dispose_ScopeWithAGiantTensor_GivesItToTheSystemAtOnce()
    {
        long before = TensorMemory.BytesReserved, inside;
        using (new TensorScope())
        {
            _ = Tensor.Empty([80 << 20], DType.Float32);
            inside = TensorMemory.BytesReserved;
        }

        Assert.True(inside >= before + (320 * Megabyte));
        Assert.Equal(before, TensorMemory.BytesReserved);
    }

    /// <summary>Memory that is never written to costs nothing, so this asks for far more than the machine has.</summary>
    [Fact]
    public void Loop_GiantTensorsWithoutScope_AreFoundByTheCollectorInTime()
    {
        long most = 0;
        for (int i = 0; i < 200; i++)
        {
            _ = Tensor.Empty([80 << 20], DType.Float32);
            most = Math.Max(most, TensorMemory.BytesReserved);
        }

        TensorMemory.Trim();

        Assert.InRange(most, 320 * Megabyte, 2048 * Megabyte);
    }

    [Fact]
    public void Loop_WithoutScopesOnSeveralThreads_StaysBounded()
    {
        TensorMemory.Trim();
        long before = TensorMemory.BytesReserved, most = 0;
        Thread[] threads = [.. Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            for (int i = 0; i < 3000; i++)
            {
                Make(1);
                InterlockedMax(ref most, i % 50 == 0 ? TensorMemory.BytesReserved : 0);
            }
        }))];

        foreach (Thread thread in threads)
        {
            thread.Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        TensorMemory.Trim();

        // 12 GB were asked for. How much of it is there at once depends on when the system lets the finalizers run beside four busy threads; 0.4 to 1.4 GB were seen.
        Assert.InRange(most, 0, before + (3072 * Megabyte));
        Assert.InRange(TensorMemory.BytesReserved, 0, before + (4 * Megabyte));
    }

    [Fact]
    public void Loop_ManySmallTensorsWithoutScopes_BoundsTheCountOfBlocks()
    {
        int most = 0;
        for (int i = 0; i < 400_000; i++)
        {
            _ = Tensor.Empty([4], DType.Float32);
            most = Math.Max(most, i % 1000 == 0 ? BlockPool.BlocksInUse : 0);
        }

        Assert.InRange(most, 1, 200_000);
    }

    [Fact]
    public void Thread_ThatEnds_LeavesItsKeptBlocksToTheOthers()
    {
        TensorMemory.Trim();
        long before = TensorMemory.BytesReserved;
        RunOnAThread(() =>
        {
            using TensorScope scope = new();
            Make(2);
        });

        TensorMemory.Trim();

        Assert.InRange(TensorMemory.BytesReserved, 0, before + (1 * Megabyte));
    }

    [Fact]
    public void Keep_TensorsOfAScope_AreFoundByTheCollectorLater()
    {
        TensorMemory.Trim();
        long before = TensorMemory.BytesReserved;
        KeepInAScope(32);

        TensorMemory.Trim();

        Assert.InRange(TensorMemory.BytesReserved, 0, before + (2 * Megabyte));
    }

    [Fact]
    public void Block_FromThePool_IsAlignedTo64Bytes()
    {
        foreach (long bytes in (long[])[1, 64, 100, 5000, 1 << 20])
        {
            unsafe
            {
                Block block = BlockPool.RentUnscoped(bytes);

                Assert.Equal(0u, (nuint)block.Pointer % 64);
                BlockPool.Return(block);
            }
        }
    }

    // Apart, so that no register or slot of the test still refers to a tensor.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void Make(int megabytes)
    {
        for (int i = 0; i < megabytes; i++)
        {
            _ = Tensor.Empty([1 << 18], DType.Float32);
        }
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void KeepInAScope(int megabytes)
    {
        using TensorScope scope = new();
        for (int i = 0; i < megabytes; i++)
        {
            Tensor.Empty([1 << 18], DType.Float32).Keep();
        }
    }

    private static void RunOnAThread(ThreadStart work)
    {
        Thread thread = new(work);
        thread.Start();
        thread.Join();
    }

    private static void InterlockedMax(ref long most, long value)
    {
        long seen = Volatile.Read(ref most);
        while (value > seen)
        {
            long found = Interlocked.CompareExchange(ref most, value, seen);
            if (found == seen)
            {
                return;
            }

            seen = found;
        }
    }
}
