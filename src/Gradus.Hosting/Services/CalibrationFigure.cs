using Gradus.Interview.Schedule.Calibration;
using Gradus.Labs.Figures;

namespace Gradus.Hosting.Services;

/// <summary>Draws how foretold and observed recall agree.</summary>
public static class CalibrationFigure
{
    /// <summary>The reliability figure.</summary>
    /// <param name="methods">The methods; the first is what the schedule uses.</param>
    /// <returns>One line a method beside the diagonal of perfect forecasts.</returns>
    public static Figure Make(IReadOnlyList<RecallCalibration> methods)
    {
        ArgumentNullException.ThrowIfNull(methods);
        RecallCalibration first = methods[0];
        double off = first.Reliability.Count == 0 ? 0 : first.Reliability.Max(group => Math.Abs(group.Foretold - group.Observed));
        RecallCalibration best = methods.MinBy(method => double.IsNaN(method.LogLoss) ? double.PositiveInfinity : method.LogLoss)!;
        return new Figure
        {
            Title = "Foretold and observed recall",
            Description = FormattableString.Invariant(
                $"Each point is a tenth of {first.Reviews} reviews: the foretold recall across, the share that was remembered up. On the dashed line both agree. {first.Name}: log loss {first.LogLoss:0.000}, at most {off * 100:0} percentage points off; the lowest log loss has {best.Name} ({best.LogLoss:0.000})."),
            X = new Axis("Foretold recall", 0, 1),
            Y = new Axis("Remembered", 0, 1),
            Marks =
            [
                new LineMark("both agree", [0, 1], [0, 1], Dashed: true),
                .. methods.Where(method => method.Reliability.Count > 0).Select(method => new LineMark(method.Name, [.. method.Reliability.Select(group => group.Foretold)], [.. method.Reliability.Select(group => group.Observed)])),
            ],
        };
    }
}
