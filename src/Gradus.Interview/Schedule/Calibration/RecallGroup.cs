namespace Gradus.Interview.Schedule.Calibration;

/// <summary>Forecasts of about the same height.</summary>
/// <param name="Foretold">Their mean.</param>
/// <param name="Observed">The share that was remembered.</param>
/// <param name="Reviews">How many there are.</param>
public sealed record RecallGroup(double Foretold, double Observed, int Reviews);
