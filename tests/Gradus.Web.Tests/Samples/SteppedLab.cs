using Gradus.Labs;
using Gradus.Labs.Figures;

namespace Gradus.Web.Tests.Samples;

/// <summary>A lab that measures a parabola, one value each time that the test lets it.</summary>
internal sealed class SteppedLab : Lab, IDisposable
{
    private const int Steps = 4;
    private readonly SemaphoreSlim _steps = new(0);

    public override string Id => "sample-lab";

    public override string Title => "A sample lab";

    public override string Hypothesis => "A square is never negative.";

    public override string EffectDescription => "The least value; it holds above -1.";

    public override string Code => "// as text: <script>\nfor (int x = 0; x < 4; x++) { Print(\"x\" + x * x); }";

    /// <summary>Lets it measure more values.</summary>
    public void Let(int values) => _steps.Release(values);

    /// <summary>Lets runs of some seeds go to their end.</summary>
    public void LetSeeds(int seeds) => Let(seeds * Steps);

    public override LabResult Run(LabRequest request, IProgress<LabProgress>? progress, CancellationToken cancellationToken)
    {
        double[] xs = [0, 1, 2, 3];
        double[] ys = [.. xs.Select(x => x * x)];
        for (int seed = 0; seed < request.Seeds; seed++)
        {
            for (int step = 0; step < Steps; step++)
            {
                _steps.Wait(cancellationToken);
                progress?.Report(new LabProgress(request.Seed + (ulong)seed, "square", xs[step], ys[step], ((seed * Steps) + step + 1) / (double)(Steps * request.Seeds)));
            }
        }

        return new LabResult
        {
            Id = Id,
            Hypothesis = Hypothesis,
            Verdict = LabVerdict.Holds,
            Effect = 0,
            Interval = new Interval(-0.5, 0.5),
            Seeds = [.. Enumerable.Range(0, request.Seeds).Select(index => request.Seed + (ulong)index)],
            Measures = new Dictionary<string, double> { ["least"] = 0, ["undefined"] = double.NaN },
            Digest = new string('a', 64),
            Conclusion = "No square was negative.",
            Figures = [new Figure { Title = "Squares", Description = "A parabola.", X = new Axis("x"), Y = new Axis("y"), Marks = [new LineMark("square", xs, ys)] }],
        };
    }

    public void Dispose() => _steps.Dispose();
}
