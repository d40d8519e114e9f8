namespace Gradus.Hosting.Services.Mastery;

/// <summary>What was done on one study day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Answers">Answers submitted.</param>
/// <param name="Reviews">Reviews rated without a written answer.</param>
/// <param name="Labs">Labs run.</param>
public sealed record PracticeDay(DateOnly Day, int Answers, int Reviews, int Labs)
{
    /// <summary>All of it.</summary>
    public int Total => Answers + Reviews + Labs;
}
