using Gradus.Labs;
using Gradus.Labs.Figures;

namespace Gradus.Web.Text;

/// <summary>The picture of a lab that is still running, for pages without script.</summary>
internal static class LiveFigure
{
    /// <summary>One line for every curve and seed; the seeds of a curve share its colour.</summary>
    public static Figure Of(string title, IReadOnlyList<LabProgress> progress) => new()
    {
        Title = title + ", so far",
        Description = $"The curves of {progress.Select(value => value.Series).Distinct().Count()} series over {progress.Select(value => value.Seed).Distinct().Count()} seeds while they are being measured.",
        X = new Axis("Epoch"),
        Y = new Axis("Value"),
        Marks = [.. progress.GroupBy(value => (value.Series, value.Seed)).Select(curve => new LineMark(curve.Key.Series, [.. curve.Select(value => value.X)], [.. curve.Select(value => value.Y)]))],
    };
}
