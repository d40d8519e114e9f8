using System.Globalization;
using Gradus.Interview.Questions;
using Gradus.Interview.Sittings;
using Gradus.Labs.Figures;

namespace Gradus.Hosting.Reports;

/// <summary>The scores of one profile's interviews over time, as a figure.</summary>
public static class InterviewTrend
{
    /// <summary>The figure.</summary>
    /// <param name="reports">The reports, oldest first.</param>
    /// <returns>The figure, or null where there is nothing to compare yet.</returns>
    public static Figure? Figure(IReadOnlyList<SittingReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        if (reports.Count < 2)
        {
            return null;
        }

        double[] places = [.. Enumerable.Range(1, reports.Count).Select(number => (double)number)];
        double[] scores = [.. reports.Select(report => 100 * report.Score)];
        List<Mark> marks = [];
        foreach (Facet facet in Enum.GetValues<Facet>().Where(facet => reports.Any(report => report.Facets.ContainsKey(facet))))
        {
            marks.Add(new LineMark(facet.ToString().ToLowerInvariant(), places, [.. reports.Select(report => report.Facets.TryGetValue(facet, out double share) ? 100 * share : double.NaN)], Dashed: true));
        }

        marks.Add(new LineMark("score", places, scores));
        marks.Add(new PointMark("", places, scores));
        return new Figure
        {
            Title = "Score from interview to interview",
            Description = string.Create(CultureInfo.InvariantCulture, $"Scores in percent, oldest first: {string.Join(", ", scores.Select(score => $"{Math.Round(score):0}"))}. Dashed lines are the facets."),
            X = new Axis("interview", 1, reports.Count),
            Y = new Axis("percent", 0, 100),
            Marks = marks,
        };
    }
}
