namespace Gradus.Learning.Training.Search;

/// <summary>What a search found.</summary>
/// <param name="Trials">All trials in order.</param>
public sealed record SearchResult(IReadOnlyList<Trial> Trials)
{
    /// <summary>The trial with the least score among those of the largest budget, the first of equal ones; null where none of them has a score.</summary>
    public Trial? Best => Trials.Count == 0 ? null : Trials.Where(trial => trial.Score is not null && trial.Budget == Trials.Max(each => each.Budget)).MinBy(trial => trial.Score);
}
