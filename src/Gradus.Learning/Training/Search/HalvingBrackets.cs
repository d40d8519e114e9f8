namespace Gradus.Learning.Training.Search;

/// <summary>Runs brackets of successive halving, one after the other.</summary>
internal sealed class HalvingBrackets(TrialRunner runner, int most, int reduction)
{
    /// <summary>A budget with fewer trials than these tells a sampler little.</summary>
    private const int Enough = 10;

    private readonly List<Trial> _trials = [];
    private int _number;

    /// <summary>What was tried, in order.</summary>
    internal IReadOnlyList<Trial> Trials => _trials;

    /// <summary>Runs one bracket.</summary>
    /// <param name="points">How many points begin.</param>
    /// <param name="budget">Their budget.</param>
    internal void Run(int points, int budget)
    {
        List<(int Number, SearchPoint Point)> alive = [];
        IReadOnlyList<Trial> shown = Shown();
        for (; alive.Count < points && runner.Suggest(shown, _number) is { } point; _number++)
        {
            alive.Add((_number, point));
        }

        int spent = 0;
        while (alive.Count > 0)
        {
            Trial[] round = [.. alive.Select(entry => runner.Try(entry.Number, entry.Point, budget, spent))];
            _trials.AddRange(round);
            if ((long)budget * reduction > most)
            {
                return;
            }

            // Of equal scores the earlier point goes on; what has no score does not.
            alive = [.. round.Where(trial => trial.Score is not null).OrderBy(trial => trial.Score).Take(alive.Count / reduction).Select(trial => (trial.Number, trial.Point))];
            (spent, budget) = (budget, budget * reduction);
        }
    }

    // The trials of the largest budget that has enough of them.
    private IReadOnlyList<Trial> Shown() =>
        _trials.GroupBy(trial => trial.Budget).Where(group => group.Count() >= Enough).OrderByDescending(group => group.Key).FirstOrDefault()?.ToArray() ?? [];
}
