using Gradus.Tensors.Threading;

namespace Gradus.Tensors.Tests.Threading;

/// <summary>Other tests may hold the pool at the same time, so what is asked here holds for a call that its caller works off alone, too, or is asked until it is so.</summary>
[Collection(nameof(ThreadCount))]
public sealed unsafe class WorkerPoolTests
{
    // For what must happen at some time; nothing is measured.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void Run_ManyParts_CallsEachOnce(int count)
    {
        using ThreadCount threads = new();
        GradusThreads.Count = count;

        int[] counts = Count(parts: 1000, rounds: 100);

        Assert.All(counts, times => Assert.Equal(100, times));
    }

    [Fact]
    public void Run_TwoParts_RunSideBySide()
    {
        using ThreadCount threads = new();
        GradusThreads.Count = 2;

        Assert.True(SpinWait.SpinUntil(Meet, Patience));
    }

    [Fact]
    public void Run_TwoCallersAtOnce_BothGetAllTheirParts()
    {
        using ThreadCount threads = new();
        GradusThreads.Count = 2;
        int[] other = [];
        Thread caller = new(() => other = Count(parts: 50, rounds: 500));
        caller.Start();

        int[] own = Count(parts: 50, rounds: 500);
        caller.Join();

        Assert.All(own, times => Assert.Equal(500, times));
        Assert.All(other, times => Assert.Equal(500, times));
    }

    [Fact]
    public void Run_InsideAPart_IsWorkedOffThere()
    {
        using ThreadCount threads = new();
        GradusThreads.Count = 3;
        int calls = 0;

        WorkerPool.Run(&Nested, &calls, 20);

        Assert.Equal(20 * 30, calls);
    }

    [Fact]
    public void Run_APartThatThrows_CarriesTheExceptionAndGoesOn()
    {
        using ThreadCount threads = new();
        foreach (int count in (int[])[1, 2, 3])
        {
            GradusThreads.Count = count;

            InvalidTimeZoneException error = Assert.Throws<InvalidTimeZoneException>(() => WorkerPool.Run(&Throw, null, 40));

            Assert.Equal("part 3", error.Message);
            Assert.All(Count(parts: 20, rounds: 3), times => Assert.Equal(3, times));
        }
    }

    [Fact]
    public void Run_Again_AllocatesNothing()
    {
        using ThreadCount threads = new();
        GradusThreads.Count = 3;
        int calls = 0;
        WorkerPool.Run(&Add, &calls, 8);
        long before = GC.GetAllocatedBytesForCurrentThread();

        for (int round = 0; round < 100; round++)
        {
            WorkerPool.Run(&Add, &calls, 8);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(101 * 8, calls);
    }

    [Fact]
    public void Workers_WithoutWork_Park()
    {
        using ThreadCount threads = new();
        GradusThreads.Count = 3;
        WorkersStart();

        Assert.True(SpinWait.SpinUntil(() => WorkerPool.Workers.All(worker => worker.IsParked), Patience));
    }

    [Fact]
    public void Stop_Workers_EndAndTheNextJobStartsNewOnes()
    {
        using ThreadCount threads = new();
        GradusThreads.Count = 3;
        WorkersStart();
        IReadOnlyList<Worker> before = WorkerPool.Workers;

        bool ended = SpinWait.SpinUntil(
            () =>
            {
                WorkerPool.Stop();
                return before.All(worker => !worker.IsAlive);
            },
            Patience);

        Assert.True(ended);
        Assert.All(Count(parts: 100, rounds: 10), times => Assert.Equal(10, times));
    }

    private static void WorkersStart()
    {
        Assert.True(SpinWait.SpinUntil(
            () =>
            {
                Count(parts: 10, rounds: 1);
                return WorkerPool.Workers.Count >= 2;
            },
            Patience));
    }

    private static int[] Count(int parts, int rounds)
    {
        int[] counts = new int[parts];
        fixed (int* state = counts)
        {
            for (int round = 0; round < rounds; round++)
            {
                WorkerPool.Run(&Increment, state, parts);
            }
        }

        return counts;
    }

    private static bool Meet()
    {
        int* state = stackalloc int[2];
        (state[0], state[1]) = (0, 0);
        WorkerPool.Run(&WaitForTheOther, state, 2);
        return state[1] == 2;
    }

    // Each part looks for the other for a while; when the pool was taken, they come one after the other and do not meet.
    private static void WaitForTheOther(void* state, int part)
    {
        int* shared = (int*)state;
        Interlocked.Increment(ref shared[0]);
        for (int i = 0; i < 10_000 && Volatile.Read(ref shared[0]) < 2; i++)
        {
            Thread.Yield();
        }

        if (Volatile.Read(ref shared[0]) == 2)
        {
            Interlocked.Increment(ref shared[1]);
        }
    }

    private static void Increment(void* state, int part) => Interlocked.Increment(ref ((int*)state)[part]);

    private static void Add(void* state, int part) => Interlocked.Increment(ref *(int*)state);

    private static void Nested(void* state, int part) => WorkerPool.Run(&Add, state, 30);

    private static void Throw(void* state, int part)
    {
        if (part == 3)
        {
            throw new InvalidTimeZoneException("part 3");
        }
    }
}
