using Gradus.Labs.Running;

namespace Gradus.Labs.Tests.Running;

public sealed class LabNotebookTests
{
    [Fact]
    public void Digest_SameEntries_IsEqual_AndOneBitChangesIt()
    {
        Assert.Equal(DigestOf(0.1), DigestOf(0.1));
        Assert.NotEqual(DigestOf(0.1), DigestOf(Math.BitIncrement(0.1)));
        Assert.Matches("^[0-9a-f]{64}$", DigestOf(0.1));
    }

    [Fact]
    public void Point_Steps_TellTheShareThatIsDone()
    {
        List<LabProgress> told = [];
        using LabNotebook notebook = new(2, 2, new Listener(told.Add), CancellationToken.None);

        for (int step = 0; step < 4; step++)
        {
            notebook.Step();
            notebook.Point(9, "loss", step, 1);
        }

        Assert.Equal([0.25, 0.5, 0.75, 1.0], told.Select(point => point.Done));
        Assert.All(told, point => Assert.Equal(9UL, point.Seed));
    }

    [Fact]
    public void Curve_SeveralSeeds_GivesMeanAndRange()
    {
        using LabNotebook notebook = new(1, 2, null, CancellationToken.None);
        notebook.Point(1, "loss", 1, 2);
        notebook.Point(1, "loss", 0, 4);
        notebook.Point(2, "loss", 0, 8);

        Curve curve = notebook.Curve("loss");

        Assert.Equal([0, 1], curve.Xs);
        Assert.Equal([6, 2], curve.Means);
        Assert.Equal([4, 2], curve.Lows);
        Assert.Equal([8, 2], curve.Highs);
    }

    [Fact]
    public void Step_Cancelled_Throws()
    {
        using CancellationTokenSource source = new();
        using LabNotebook notebook = new(1, 1, null, source.Token);
        source.Cancel();

        Assert.Throws<OperationCanceledException>(notebook.Step);
    }

    private static string DigestOf(double value)
    {
        using LabNotebook notebook = new(1, 1, null, CancellationToken.None);
        notebook.Measure("a", value);
        notebook.Point(1, "b", 1, 2);
        return notebook.Digest();
    }

    private sealed class Listener(Action<LabProgress> tell) : IProgress<LabProgress>
    {
        public void Report(LabProgress value) => tell(value);
    }
}
