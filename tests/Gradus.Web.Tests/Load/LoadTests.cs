using System.Diagnostics;
using System.Globalization;

namespace Gradus.Web.Tests.Load;

public sealed class LoadTests(ITestOutputHelper output)
{
    private const long Gigabyte = 1L << 30;

    [Fact]
    public async Task Load_TwentyPeopleAtOnce_EachGetsAVerdict()
    {
        await using TestSite site = await TestSite.StartRealAsync();
        PracticeLoad load = new(site);

        await load.RunAsync(20, 1, TimeSpan.Zero);

        Assert.Empty(load.Errors);
        Assert.Equal(20, load.Verdicts.Length);
        Assert.Empty(site.Application.Verify());
    }

    /// <summary>Prints the latencies and asserts on errors and memory; the memory is that of site and clients together.</summary>
    [Fact]
    [Trait("Category", "Long")]
    public async Task Load_TwoHundredPeopleEvery20Seconds_NoErrorAndLittleMemory()
    {
        await using TestSite site = await TestSite.StartRealAsync();
        await site.Application.WarmUp();
        PracticeLoad load = new(site);
        using CancellationTokenSource ends = new();
        Task<long> most = PeakAsync(ends.Token);

        await load.RunAsync(200, 6, TimeSpan.FromSeconds(20));
        await ends.CancelAsync();

        long peak = await most;
        double[] verdicts = load.Verdicts;
        double[] pages = load.Pages;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"200 people, {verdicts.Length} answers in two minutes on {Environment.ProcessorCount} processors, {load.Errors.Count} errors"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"answer to verdict page: median {PracticeLoad.Quantile(verdicts, 0.5):0} ms, p95 {PracticeLoad.Quantile(verdicts, 0.95):0} ms, p99 {PracticeLoad.Quantile(verdicts, 0.99):0} ms, most {verdicts[^1]:0} ms"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"question page: median {PracticeLoad.Quantile(pages, 0.5):0} ms, p95 {PracticeLoad.Quantile(pages, 0.95):0} ms; peak memory {peak / 1e6:0} MB"));
        Assert.Empty(load.Errors);
        Assert.Equal(1200, verdicts.Length);
        Assert.True(peak < Gigabyte, $"{peak} bytes of memory");
        Assert.Empty(site.Application.Verify());
    }

    private static async Task<long> PeakAsync(CancellationToken ends)
    {
        long peak = 0;
        while (!ends.IsCancellationRequested)
        {
            using Process self = Process.GetCurrentProcess();
            peak = Math.Max(peak, self.WorkingSet64);
            await Task.Delay(250, CancellationToken.None);
        }

        return peak;
    }
}
