using System.Text.Json.Nodes;

namespace Gradus.Learning.Training.Search;

/// <summary>Searches for the point with the least score. Same seed, sampler and space: same trials, with and without a stop in between.</summary>
/// <remarks>
/// The objective says how good a point is, of which less is better: a validation loss, or 1 − AUROC, over the rows that the caller sets apart. It should draw from <see cref="TrialRun.Rng"/>. A score that is no finite number is
/// recorded as a failed trial; an exception ends the search, and a recorded search goes on at that trial.
/// </remarks>
public static class HyperparameterSearch
{
    /// <summary>Tries one point after the other.</summary>
    /// <param name="space">What to choose from.</param>
    /// <param name="sampler">Chooses the points.</param>
    /// <param name="objective">Scores a point.</param>
    /// <param name="trials">How many points at most; a grid may end sooner.</param>
    /// <param name="options">Seed and record.</param>
    /// <param name="cancellationToken">Stops between two trials, and is handed to them.</param>
    /// <returns>The trials.</returns>
    /// <exception cref="ArgumentException">The record is that of another search.</exception>
    /// <exception cref="Data.Files.DataFormatException">The record is damaged.</exception>
    public static SearchResult Run(SearchSpace space, SearchSampler sampler, Func<TrialRun, double> objective, int trials, SearchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        using TrialRunner runner = new(space, sampler, objective, options ?? new SearchOptions(), new JsonObject { ["name"] = "trials" }, cancellationToken);
        List<Trial> done = [];
        while (done.Count < trials && runner.Suggest(done, done.Count) is { } point)
        {
            done.Add(runner.Try(done.Count, point, budget: 1, spent: 0));
        }

        return new SearchResult(done);
    }

    /// <summary>Successive halving: tries many points with a small budget, keeps the best share with a larger one, and so on.</summary>
    /// <remarks>
    /// Jamieson and Talwalkar: Non-stochastic best arm identification and hyperparameter optimization (2016). Round k tries ⌊points / ηᵏ⌋ points with the budget least · ηᵏ, as long as that is at most <paramref name="most"/>.
    /// All points are drawn before the first round, so a sampler that learns has nothing to learn from here.
    /// </remarks>
    /// <param name="space">What to choose from.</param>
    /// <param name="sampler">Chooses the points.</param>
    /// <param name="objective">Scores a point that has been given <see cref="TrialRun.Budget"/> in all.</param>
    /// <param name="points">How many points begin.</param>
    /// <param name="least">The first budget, such as epochs.</param>
    /// <param name="most">The largest budget.</param>
    /// <param name="reduction">η, at least 2: one point in so many goes on, with so many times the budget; 3 by default.</param>
    /// <param name="options">Seed and record.</param>
    /// <param name="cancellationToken">Stops between two trials, and is handed to them.</param>
    /// <returns>The trials; the best is that of the largest budget.</returns>
    /// <exception cref="ArgumentException">A number is out of range, or the record is that of another search.</exception>
    /// <exception cref="Data.Files.DataFormatException">The record is damaged.</exception>
    public static SearchResult SuccessiveHalving(
        SearchSpace space, SearchSampler sampler, Func<TrialRun, double> objective, int points, int least, int most, int reduction = 3, SearchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        Demand(least, most, reduction);
        JsonObject schedule = new() { ["name"] = "successive-halving", ["points"] = points, ["least"] = least, ["most"] = most, ["reduction"] = reduction };
        using TrialRunner runner = new(space, sampler, objective, options ?? new SearchOptions(), schedule, cancellationToken);
        HalvingBrackets brackets = new(runner, most, reduction);
        brackets.Run(points, least);
        return new SearchResult(brackets.Trials);
    }

    /// <summary>Hyperband: several successive halvings, from many points with small first budgets to few points with the whole budget, for it is not known how small a budget tells enough.</summary>
    /// <remarks>
    /// Li, Jamieson, DeSalvo, Rostamizadeh and Talwalkar: Hyperband (2018). With R the largest budget over the least and s from ⌊log_η R⌋ down to 0, bracket s begins with ⌈(s_max + 1) ηˢ / (s + 1)⌉ points and the budget
    /// most / ηˢ. A sampler that learns (<see cref="TpeSampler"/>) is shown the trials of the largest budget that enough points have reached, as in BOHB (Falkner, Klein and Hutter, 2018).
    /// </remarks>
    /// <param name="space">What to choose from.</param>
    /// <param name="sampler">Chooses the points.</param>
    /// <param name="objective">Scores a point that has been given <see cref="TrialRun.Budget"/> in all.</param>
    /// <param name="least">The smallest first budget, such as epochs.</param>
    /// <param name="most">The largest budget.</param>
    /// <param name="reduction">η, at least 2; 3 by default.</param>
    /// <param name="options">Seed and record.</param>
    /// <param name="cancellationToken">Stops between two trials, and is handed to them.</param>
    /// <returns>The trials; the best is that of the largest budget.</returns>
    /// <exception cref="ArgumentException">A number is out of range, or the record is that of another search.</exception>
    /// <exception cref="Data.Files.DataFormatException">The record is damaged.</exception>
    public static SearchResult Hyperband(
        SearchSpace space, SearchSampler sampler, Func<TrialRun, double> objective, int least, int most, int reduction = 3, SearchOptions? options = null, CancellationToken cancellationToken = default)
    {
        Demand(least, most, reduction);
        JsonObject schedule = new() { ["name"] = "hyperband", ["least"] = least, ["most"] = most, ["reduction"] = reduction };
        using TrialRunner runner = new(space, sampler, objective, options ?? new SearchOptions(), schedule, cancellationToken);
        HalvingBrackets brackets = new(runner, most, reduction);
        int rounds = 0;
        for (long budget = (long)least * reduction; budget <= most; budget *= reduction)
        {
            rounds++;
        }

        for (int bracket = rounds; bracket >= 0; bracket--)
        {
            int power = (int)Math.Pow(reduction, bracket);
            int points = (((rounds + 1) * power) + bracket) / (bracket + 1);
            brackets.Run(points, most / power);
        }

        return new SearchResult(brackets.Trials);
    }

    private static void Demand(int least, int most, int reduction)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(least, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, least);
        ArgumentOutOfRangeException.ThrowIfLessThan(reduction, 2);
    }
}
