using Gradus.Tensors.Threading;

namespace Gradus.Tensors.Tests.Threading;

public sealed class ProcessorLimitTests
{
    [Theory]
    [InlineData("150000 100000\n", 1.5)]
    [InlineData("400000 100000", 4)]
    [InlineData("max 100000\n", double.PositiveInfinity)]
    [InlineData("nonsense", double.PositiveInfinity)]
    public void Quota_VersionTwo_IsThePartOfThePeriod(string text, double expected)
    {
        double quota = Quota(new() { ["/proc/self/cgroup"] = "0::/box\n", ["/sys/fs/cgroup/box/cpu.max"] = text });

        Assert.Equal(expected, quota);
    }

    [Fact]
    public void Quota_GroupInsideATighterOne_IsTheTighter()
    {
        double quota = Quota(new()
        {
            ["/proc/self/cgroup"] = "0::/outer/inner\n",
            ["/sys/fs/cgroup/outer/inner/cpu.max"] = "max 100000",
            ["/sys/fs/cgroup/outer/cpu.max"] = "200000 100000",
            ["/sys/fs/cgroup/cpu.max"] = "300000 100000",
        });

        Assert.Equal(2, quota);
    }

    [Fact]
    public void Quota_ContainerThatSeesItselfAsTheRoot_IsFoundThere()
    {
        double quota = Quota(new() { ["/proc/self/cgroup"] = "0::/host/path/of/this\n", ["/sys/fs/cgroup/cpu.max"] = "50000 100000" });

        Assert.Equal(0.5, quota);
    }

    [Theory]
    [InlineData("cpu")]
    [InlineData("cpu,cpuacct")]
    public void Quota_VersionOne_IsThePartOfThePeriod(string folder)
    {
        double quota = Quota(new()
        {
            ["/proc/self/cgroup"] = "5:memory:/box\n4:cpu,cpuacct:/box\n",
            [$"/sys/fs/cgroup/{folder}/box/cpu.cfs_quota_us"] = "250000\n",
            [$"/sys/fs/cgroup/{folder}/box/cpu.cfs_period_us"] = "100000\n",
        });

        Assert.Equal(2.5, quota);
    }

    [Fact]
    public void Quota_VersionOneWithoutALimit_IsInfinite()
    {
        double quota = Quota(new()
        {
            ["/proc/self/cgroup"] = "4:cpu:/\n",
            ["/sys/fs/cgroup/cpu/cpu.cfs_quota_us"] = "-1\n",
            ["/sys/fs/cgroup/cpu/cpu.cfs_period_us"] = "100000\n",
        });

        Assert.Equal(double.PositiveInfinity, quota);
    }

    [Fact]
    public void Quota_NoControlGroups_IsInfinite() => Assert.Equal(double.PositiveInfinity, Quota([]));

    [Fact]
    public void Count_ThisMachine_IsNoMoreThanItsProcessors() => Assert.InRange(ProcessorLimit.Count(), 1, Environment.ProcessorCount);

    private static double Quota(Dictionary<string, string> files) => ProcessorLimit.Quota(path => files.GetValueOrDefault(path));
}
