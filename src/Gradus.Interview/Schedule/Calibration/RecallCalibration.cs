namespace Gradus.Interview.Schedule.Calibration;

/// <summary>How well forecasts of recall agree with what came.</summary>
/// <param name="Name">What made the forecasts.</param>
/// <param name="Reviews">How many there are.</param>
/// <param name="LogLoss">The mean of -ln of the probability given to what came; NaN where there are none.</param>
/// <param name="RmseBins">RMSE(bins): the root of the mean squared difference of foretold and observed shares over groups of alike reviews; NaN where there are none.</param>
/// <param name="Reliability">The forecasts in groups of nearly equal size from the lowest to the highest.</param>
/// <remarks>
/// The groups of RMSE(bins) are those of the public benchmark of spaced-repetition algorithms (srs-benchmark): by the days since the review before, the number of the review
/// and the lapses before it, each on a geometric grid.
/// </remarks>
public sealed record RecallCalibration(string Name, int Reviews, double LogLoss, double RmseBins, IReadOnlyList<RecallGroup> Reliability)
{
    private const int Groups = 10;

    /// <summary>Measures forecasts.</summary>
    /// <param name="name">What made them.</param>
    /// <param name="forecasts">The forecasts.</param>
    /// <returns>The measures.</returns>
    public static RecallCalibration Of(string name, IReadOnlyList<Foretold> forecasts)
    {
        ArgumentNullException.ThrowIfNull(forecasts);
        if (forecasts.Count == 0)
        {
            return new RecallCalibration(name, 0, double.NaN, double.NaN, []);
        }

        double loss = -forecasts.Average(one => Math.Log(one.Remembered ? one.Recall : 1 - one.Recall));
        double squares = forecasts.GroupBy(Bin).Sum(bin => bin.Count() * Math.Pow(bin.Average(one => one.Recall) - bin.Average(Came), 2));
        Foretold[] ordered = [.. forecasts.OrderBy(one => one.Recall)];
        int groups = Math.Min(Groups, ordered.Length);
        IEnumerable<Foretold[]> parts = Enumerable.Range(0, groups).Select(g => ordered[(g * ordered.Length / groups)..((g + 1) * ordered.Length / groups)]);
        return new RecallCalibration(
            name,
            forecasts.Count,
            loss,
            Math.Sqrt(squares / forecasts.Count),
            [.. parts.Select(part => new RecallGroup(part.Average(one => one.Recall), part.Average(Came), part.Length))]);
    }

    private static double Came(Foretold one) => one.Remembered ? 1 : 0;

    private static (int Days, int Number, int Lapses) Bin(Foretold one) => (Step(one.Days, 3.62), Step(one.Number, 1.89), one.Lapses == 0 ? -1 : Step(one.Lapses, 1.73));

    private static int Step(int value, double ratio) => (int)Math.Floor(Math.Log(value) / Math.Log(ratio));
}
