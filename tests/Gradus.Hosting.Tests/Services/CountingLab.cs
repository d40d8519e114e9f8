using Gradus.Labs;
using Gradus.Labs.Figures;

namespace Gradus.Hosting.Tests.Services;

/// <summary>A lab that counts its seeds, waits where a test wants it to, and fails where it is told to.</summary>
internal sealed class CountingLab(string id = "counting") : Lab
{
    public override string Id => id;

    public override string Title => "Counting";

    public override string Hypothesis => "One more is more.";

    public override string EffectDescription => "The difference; above 0 it holds.";

    public override string Code => "count++;";

    /// <summary>Held by a test to keep the lab from going on after its first value.</summary>
    public ManualResetEventSlim Gate { get; } = new(initialState: true);

    public Exception? Fault { get; set; }

    public override LabResult Run(LabRequest request, IProgress<LabProgress>? progress, CancellationToken cancellationToken)
    {
        for (int i = 0; i < request.Seeds; i++)
        {
            progress?.Report(new LabProgress(request.Seed + (ulong)i, "count", i, i + 1, (i + 1.0) / request.Seeds));
            Gate.Wait(cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
        }

        return Fault is not null ? throw Fault : new LabResult
        {
            Id = Id,
            Hypothesis = Hypothesis,
            Verdict = LabVerdict.Holds,
            Effect = 1,
            Interval = new Interval(0.5, double.PositiveInfinity),
            Seeds = [.. Enumerable.Range(0, request.Seeds).Select(i => request.Seed + (ulong)i)],
            Measures = new Dictionary<string, double> { ["Count of seeds"] = request.Seeds, ["undefined"] = double.NaN },
            Digest = "abc",
            Conclusion = "It is more.",
            Figures =
            [
                new Figure
                {
                    Title = "Counts",
                    Description = "They rise.",
                    X = new Axis("seed"),
                    Y = new Axis("count", Minimum: 0),
                    Marks = [new LineMark("count", [0, 1, 2], [1, double.NaN, 3]), new BandMark("", [0, 1], [0, 0], [1, 2]), new BarMark("b", [0], [1]), new PointMark("p", [0], [1])],
                },
            ],
        };
    }
}
