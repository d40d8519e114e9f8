namespace Gradus.Interview.Schedule.Calibration;

/// <summary>What was foretold of a scored review, and what came.</summary>
/// <param name="Recall">The foretold probability of recall, inside 0 and 1.</param>
/// <param name="Remembered">Whether it was remembered: any rating but Again.</param>
/// <param name="Days">The days since the card's review before.</param>
/// <param name="Number">The number of this review of its card, from 1.</param>
/// <param name="Lapses">How often the card had been forgotten before.</param>
public readonly record struct Foretold(double Recall, bool Remembered, int Days, int Number, int Lapses);
