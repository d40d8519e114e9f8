using Gradus.Labs.Figures;

namespace Gradus.Labs.Tests.Runs;

public sealed class LabRunTests
{
    /// <summary>The processor time that a lab may take for five seeds, other tests at the same time included; the six together have a minute.</summary>
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(10);

    public static TheoryData<string> Ids => LabRuns.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void Run_FiveSeeds_ReachesTheVerdictOfTheory(string id)
    {
        LabResult result = LabRuns.Of(id).Result;

        Assert.True(result.Verdict == LabVerdict.Holds, $"{id} is {result.Verdict}: effect {result.Effect}, interval {result.Interval}. {result.Conclusion}");
        Assert.True(result.Interval.Low <= result.Effect && result.Effect <= result.Interval.High);
        Assert.Equal([1UL, 2, 3, 4, 5], result.Seeds);
        Assert.Equal(id, result.Id);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Run_FiveSeeds_StaysWithinItsTime(string id) => Assert.InRange(LabRuns.Of(id).Time, TimeSpan.Zero, Budget);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Run_Measures_AreNumbers(string id)
    {
        LabResult result = LabRuns.Of(id).Result;

        Assert.NotEmpty(result.Measures);
        Assert.All(result.Measures, measure => Assert.True(double.IsFinite(measure.Value), measure.Key));
        Assert.DoesNotContain("NaN", result.Conclusion, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Run_Progress_NeverGoesBackAndReachesTheEnd(string id)
    {
        IReadOnlyList<LabProgress> told = LabRuns.Of(id).Progress;

        Assert.All(told.Zip(told.Skip(1)), pair => Assert.True(pair.First.Done <= pair.Second.Done));
        Assert.InRange(told[0].Done, 0, 0.2);
        Assert.Equal(1.0, told[^1].Done);
        Assert.Equal([1UL, 2, 3, 4, 5], told.Select(point => point.Seed).Distinct());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Run_SameRequest_SameBits(string id)
    {
        Lab lab = LabCatalog.Find(id)!;

        string first = lab.Run(new LabRequest(7, 2), null, CancellationToken.None).Digest;

        Assert.Equal(first, lab.Run(new LabRequest(7, 2), null, CancellationToken.None).Digest);
        Assert.NotEqual(first, lab.Run(new LabRequest(8, 2), null, CancellationToken.None).Digest);
    }

    [Theory]
    [InlineData("zero-initialization")]
    [InlineData("train-and-evaluation-mode")]
    public async Task Run_OnTwoThreadsAtOnce_SameBits(string id)
    {
        Lab lab = LabCatalog.Find(id)!;
        string alone = lab.Run(new LabRequest(3, 2), null, CancellationToken.None).Digest;

        string[] together = await Task.WhenAll(
            Task.Run(() => lab.Run(new LabRequest(3, 2), null, CancellationToken.None).Digest),
            Task.Run(() => lab.Run(new LabRequest(3, 2), null, CancellationToken.None).Digest));

        Assert.Equal([alone, alone], together);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Run_OneSeed_HasNoIntervalAndDoesNotConclude(string id)
    {
        LabResult result = LabCatalog.Find(id)!.Run(new LabRequest(1, 1), null, CancellationToken.None);

        Assert.Equal(LabVerdict.Inconclusive, result.Verdict);
        Assert.Equal(double.PositiveInfinity, result.Interval.High);
        Assert.True(double.IsFinite(result.Effect));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Run_CancelledOnTheWay_StopsThere(string id)
    {
        using CancellationTokenSource source = new();
        LabRuns.Listener listener = new(_ => source.Cancel());

        Assert.ThrowsAny<OperationCanceledException>(() => LabCatalog.Find(id)!.Run(new LabRequest(1, 5), listener, source.Token));

        Assert.InRange(listener.Told.Count, 1, 2);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Run_NoSeedOrTooMany_IsRefused(string id)
    {
        Lab lab = LabCatalog.Find(id)!;

        Assert.Throws<ArgumentOutOfRangeException>(() => lab.Run(new LabRequest(1, 0), null, CancellationToken.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => lab.Run(new LabRequest(1, LabRequest.MostSeeds + 1), null, CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Run_Figures_AreDescribedAndWellFormed(string id)
    {
        IReadOnlyList<Figure> figures = LabRuns.Of(id).Result.Figures;

        Assert.NotEmpty(figures);
        foreach (Figure figure in figures)
        {
            Assert.True(figure.Description.Length >= 60, figure.Title);
            Assert.DoesNotContain("NaN", figure.Description, StringComparison.Ordinal);
            Assert.NotEmpty(figure.Marks);
            Assert.All(figure.Marks, mark => Assert.True(Places(mark).All(count => count > 0 && count == Places(mark)[0]), figure.Title));
        }
    }

    private static int[] Places(Mark mark) => mark switch
    {
        LineMark line => [line.Xs.Count, line.Ys.Count],
        BandMark band => [band.Xs.Count, band.Lows.Count, band.Highs.Count],
        BarMark bars => [bars.Xs.Count, bars.Heights.Count],
        PointMark points => [points.Xs.Count, points.Ys.Count],
        _ => throw new InvalidOperationException($"No test knows {mark.GetType().Name}."),
    };
}
