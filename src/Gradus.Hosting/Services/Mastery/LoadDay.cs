namespace Gradus.Hosting.Services.Mastery;

/// <summary>What comes back on one study day, as the schedule stands now.</summary>
/// <param name="Day">The day; today holds what is overdue too.</param>
/// <param name="Reviews">How many questions.</param>
public sealed record LoadDay(DateOnly Day, int Reviews);
