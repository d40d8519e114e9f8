namespace Gradus.Learning.Training.Search;

/// <summary>Maps a range to the numbers from 0 to 1 and back, evenly or by ratios.</summary>
internal readonly record struct UnitScale(double Low, double High, bool Logarithmic)
{
    internal double Value(double unit) => Logarithmic ? Low * Math.Pow(High / Low, unit) : Low + ((High - Low) * unit);

    internal double Unit(double value) => Math.Clamp(Logarithmic ? Math.Log(value / Low) / Math.Log(High / Low) : (value - Low) / (High - Low), 0, 1);
}
