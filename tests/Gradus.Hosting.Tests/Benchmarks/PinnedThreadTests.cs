using Gradus.Hosting.Benchmarks;

namespace Gradus.Hosting.Tests.Benchmarks;

public sealed class PinnedThreadTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public void Pinned_OnLinux_HoldsOneProcessorUntilDisposed(int turn)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux is asked to hold a thread.");
        string before = Allowed(), during;
        using (new PinnedThread(turn))
        {
            during = Allowed();
        }

        Assert.True(during.All(char.IsAsciiDigit), $"While pinned the thread may use {during}.");
        Assert.Equal(before, Allowed());
    }

    [Fact]
    public void Pinned_TurnAfterTurn_TakesTheProcessorsInOrder()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.ProcessorCount > 1, "One processor has no next.");
        List<string> seen = [];
        for (int turn = 0; turn < 2; turn++)
        {
            using PinnedThread pinned = new(turn);
            seen.Add(Allowed());
        }

        Assert.NotEqual(seen[0], seen[1]);
    }

    private static string Allowed() =>
        File.ReadLines("/proc/thread-self/status").Single(line => line.StartsWith("Cpus_allowed_list:", StringComparison.Ordinal)).Split(':')[1].Trim();
}
