using System.Text.Json;
using Gradus.Hosting.Benchmarks;
using Gradus.Tensors;

namespace Gradus.Hosting.Tests.Benchmarks;

[Collection("benchmarks")] // the count of threads is one for the process
public sealed class BenchmarkRunnerTests
{
    [Fact]
    public void Run_OneSlowStepInThree_ReportsTheMedian()
    {
        StepClock clock = new();
        int step = 0;
        BenchmarkRunner runner = Runner(clock, () => clock.Advance(++step % 3 == 0 ? 9000 : 1500));

        BenchmarkResult result = Assert.Single(runner.Run(new BenchmarkOptions { Threads = 1, Seconds = 0.5 }, TestContext.Current.CancellationToken));

        Assert.Equal(new BenchmarkResult("twin/train/32", "train", 32, 1, 1500, 7), result);
    }

    [Fact]
    public void Run_EvenNumberOfSteps_TakesTheMiddleOfTwo()
    {
        StepClock clock = new();
        int step = 0;
        BenchmarkRunner runner = Runner(clock, () => clock.Advance(++step % 2 == 0 ? 100_000 : 200_000));

        BenchmarkResult result = Assert.Single(runner.Run(new BenchmarkOptions { Threads = 1, Seconds = 0.9 }, TestContext.Current.CancellationToken));

        Assert.Equal(150_000, result.Us);
    }

    [Fact]
    public void Run_VerySlowStep_WarmsAndTimesFiveTimes()
    {
        StepClock clock = new();
        int steps = 0;
        BenchmarkRunner runner = Runner(clock, () =>
        {
            steps++;
            clock.Advance(10_000_000);
        });

        Assert.Single(runner.Run(new BenchmarkOptions { Threads = 1, Seconds = 0.1 }, TestContext.Current.CancellationToken));

        Assert.Equal(10, steps);
    }

    [Fact]
    public void Run_UnknownPrefix_NamesThoseThereAre()
    {
        BenchmarkRunner runner = Runner(new StepClock(), () => { });

        ArgumentException error = Assert.Throws<ArgumentException>(() => runner.Run(new BenchmarkOptions { Only = ["clinical"] }));

        Assert.Contains("'clinical'", error.Message, StringComparison.Ordinal);
        Assert.Contains("twin/train/32", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(10_000, 1)]
    [InlineData(1, 0)]
    [InlineData(1, double.NaN)]
    public void Run_BadThreadsOrSeconds_IsRefusedAtOnce(int threads, double seconds) =>
        Assert.Throws<ArgumentException>(() => Runner(new StepClock(), () => { }).Run(new BenchmarkOptions { Threads = threads, Seconds = seconds }));

    [Fact]
    public void Run_Threads_HoldWhileItRunsAndAreRestored()
    {
        int before = GradusThreads.Count;
        StepClock clock = new();
        HashSet<int> seen = [];
        BenchmarkRunner runner = Runner(clock, () =>
        {
            seen.Add(GradusThreads.Count);
            clock.Advance(1_000_000);
        });

        Assert.Single(runner.Run(new BenchmarkOptions { Threads = 3 }, TestContext.Current.CancellationToken));

        Assert.Equal([3], seen);
        Assert.Equal(before, GradusThreads.Count);
    }

    [Fact]
    public void Run_Cancelled_Stops()
    {
        using CancellationTokenSource source = new();
        StepClock clock = new();
        BenchmarkRunner runner = Runner(clock, () =>
        {
            clock.Advance(1000);
            source.Cancel();
        });

        Assert.Throws<OperationCanceledException>(() => runner.Run(new BenchmarkOptions { Threads = 1 }, source.Token).ToList());
    }

    [Fact]
    public void Result_OfAModel_IsALineLikeThePeers()
    {
        string line = JsonSerializer.Serialize(new BenchmarkResult("clinical-mlp/train/32", "train", 32, 1, 180.5, 13505), JsonSerializerOptions.Web);

        Assert.Equal("""{"name":"clinical-mlp/train/32","kind":"train","batch":32,"threads":1,"us":180.5,"parameters":13505}""", line);
    }

    private static BenchmarkRunner Runner(StepClock clock, Action step) =>
        new(new BenchmarkCatalog([new BenchmarkCase("twin/train/32", "train", 32, () => new BenchmarkStep(step, 7))]), clock);
}
