namespace Gradus.Learning.Data.Generated;

/// <summary>A series of <see cref="SeasonalSeries"/> with its parts.</summary>
public sealed record SeasonalSeriesRows
{
    /// <summary>The values: trend, season and noise.</summary>
    public required float[] Values { get; init; }

    /// <summary>The trend at each step, with the change of regime.</summary>
    public required double[] Trend { get; init; }

    /// <summary>The season at each step.</summary>
    public required double[] Season { get; init; }

    /// <summary>The steps of a season.</summary>
    public required int Period { get; init; }

    /// <summary>The first step of the other regime, or null where there is none.</summary>
    public required int? ChangeAt { get; init; }

    /// <summary>The variance of the noise: the least mean squared error that a forecast is expected to have.</summary>
    public required double NoiseVariance { get; init; }

    /// <summary>The best forecast of a step that knows trend and season: their sum.</summary>
    /// <param name="step">The step, from 0.</param>
    /// <returns>The mean.</returns>
    public double TrueMean(int step) => Trend[step] + Season[step];
}
