using Gradus.Tensors;

namespace Gradus.Learning.Data.Generated;

/// <summary>A series of trend, season and noise, with an optional change of regime after which level and slope are others.</summary>
/// <remarks>Value at t: level + slope · t + amplitude · sin(2π t / period + phase) + half of it · sin(4π t / period) + noise; the phase is drawn from the seed.</remarks>
public sealed record SeasonalSeries
{
    /// <summary>The steps. Default 144.</summary>
    public int Length { get; init; } = 144;

    /// <summary>The steps of a season. Default 12.</summary>
    public int Period { get; init; } = 12;

    /// <summary>The level at the first step. Default 100.</summary>
    public double Level { get; init; } = 100;

    /// <summary>The rise of a step. Default 0.5.</summary>
    public double Slope { get; init; } = 0.5;

    /// <summary>The size of the season. Default 20.</summary>
    public double Amplitude { get; init; } = 20;

    /// <summary>The standard deviation of the noise. Default 3.</summary>
    public double Noise { get; init; } = 3;

    /// <summary>The first step of the other regime, 1 to the length − 1; null, the default, for none.</summary>
    public int? ChangeAt { get; init; }

    /// <summary>How far the level jumps there. Default −40.</summary>
    public double LevelChange { get; init; } = -40;

    /// <summary>The rise of a step from there on. Default −0.5.</summary>
    public double SlopeAfter { get; init; } = -0.5;

    /// <summary>Makes the series.</summary>
    /// <param name="seed">The seed; equal seeds and options give equal bits.</param>
    /// <returns>The values with their parts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public SeasonalSeriesRows Generate(ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Length, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(Period, 2);
        GeneratedOptions.RequireAtLeast(Noise, 0, nameof(Noise));
        GeneratedOptions.RequireAtLeast(Amplitude, 0, nameof(Amplitude));
        GeneratedOptions.RequireWithin(ChangeAt ?? 1, 1, Length - 1, nameof(ChangeAt));
        Rng random = new Rng(seed).Split("seasonal-series");
        double phase = 2 * Math.PI * random.NextDouble();
        (float[] values, double[] trend, double[] season) = (new float[Length], new double[Length], new double[Length]);
        for (int step = 0; step < Length; step++)
        {
            int after = ChangeAt is { } change && step >= change ? step - change : -1;
            trend[step] = after < 0 ? Level + (Slope * step) : Level + (Slope * ChangeAt!.Value) + LevelChange + (SlopeAfter * after);
            double turn = 2 * Math.PI * step / Period;
            season[step] = Amplitude * (Math.Sin(turn + phase) + (0.5 * Math.Sin(2 * turn)));
            values[step] = (float)(trend[step] + season[step] + (Noise * random.NextNormal()));
        }

        return new SeasonalSeriesRows { Values = values, Trend = trend, Season = season, Period = Period, ChangeAt = ChangeAt, NoiseVariance = Noise * Noise };
    }
}
