using Gradus.Learning.Training.Search;

namespace Gradus.Learning.Tests.Training.Search;

public sealed class HalvingTests(ITestOutputHelper output)
{
    private const int Most = 27;

    [Fact]
    public void SuccessiveHalving_Rounds_AreThoseOfThePaper()
    {
        List<(int Number, int Budget, int Spent)> seen = [];
        SearchSpace space = new(new RealDimension("x", 0, 1));

        SearchResult result = HyperparameterSearch.SuccessiveHalving(space, new RandomSampler(), run =>
        {
            seen.Add((run.Number, run.Budget, run.Spent));
            return Math.Abs(run.Point.Real("x") - 0.4);
        }, points: 27, least: 1, most: Most);

        Assert.Equal([(1, 27), (3, 9), (9, 3), (27, 1)], seen.GroupBy(each => each.Budget).Select(group => (group.Key, group.Count())));
        Assert.All(seen, each => Assert.Equal(each.Budget == 1 ? 0 : each.Budget / 3, each.Spent));

        // Each round keeps the best third of the one before.
        foreach ((int budget, int kept) in ((int, int)[])[(1, 9), (3, 3), (9, 1)])
        {
            IEnumerable<int> best = result.Trials.Where(trial => trial.Budget == budget).OrderBy(trial => trial.Score).Take(kept).Select(trial => trial.Number);
            Assert.Equal(best.Order(), result.Trials.Where(trial => trial.Budget == budget * 3).Select(trial => trial.Number).Order());
        }

        Assert.Equal(result.Trials[^1], result.Best);
    }

    [Fact]
    public void Hyperband_Brackets_AreThoseOfTheFormula()
    {
        // By hand for R = 81 and eta = 3: bracket s begins with the next whole number from 5 * 3^s / (s + 1) on, which is 81, 34, 15, 8, 5, and each round keeps a third.
        SearchResult result = HyperparameterSearch.Hyperband(new SearchSpace(new RealDimension("x", 0, 1)), new RandomSampler(), run => run.Point.Real("x"), least: 1, most: 81);

        int first = 0;
        foreach ((int Budget, int Points)[] bracket in ((int, int)[][])[[(1, 81), (3, 27), (9, 9), (27, 3), (81, 1)], [(3, 34), (9, 11), (27, 3), (81, 1)], [(9, 15), (27, 5), (81, 1)], [(27, 8), (81, 2)], [(81, 5)]])
        {
            IEnumerable<Trial> own = result.Trials.Where(trial => trial.Number >= first && trial.Number < first + bracket[0].Points);
            Assert.Equal(bracket, own.GroupBy(trial => trial.Budget).Select(group => (group.Key, group.Count())));
            first += bracket[0].Points;
        }

        Assert.Equal(81 + 34 + 15 + 8 + 5, first);
        Assert.Equal(first, result.Trials.DistinctBy(trial => trial.Number).Count());
    }

    [Theory]
    [InlineData("halving")]
    [InlineData("hyperband")]
    [InlineData("hyperband-tpe")]
    public void Search_SameBudgetOverTwentySeeds_IsBetterThanRandom(string method)
    {
        double[] searched = new double[20], random = new double[20];
        for (int seed = 0; seed < 20; seed++)
        {
            SearchOptions options = new() { Seed = (ulong)seed };
            SearchResult result = method switch
            {
                "halving" => HyperparameterSearch.SuccessiveHalving(Landscapes.NetworkSpace, new RandomSampler(), Learn, points: 81, least: 1, Most, options: options),
                "hyperband" => HyperparameterSearch.Hyperband(Landscapes.NetworkSpace, new RandomSampler(), Learn, least: 1, Most, options: options),
                _ => HyperparameterSearch.Hyperband(Landscapes.NetworkSpace, new TpeSampler(), Learn, least: 1, Most, options: options),
            };

            // What is paid: a round goes on from the one before.
            int paid = result.Trials.GroupBy(trial => trial.Number).Sum(group => group.Max(trial => trial.Budget));
            SearchResult plain = HyperparameterSearch.Run(Landscapes.NetworkSpace, new RandomSampler(), run => Learn(run with { Budget = Most }), Math.Max(1, paid / Most), options);
            searched[seed] = Landscapes.Network(result.Best!.Point);
            random[seed] = Landscapes.Network(plain.Best!.Point);
        }

        double chance = RankTest.Less(searched, random);

        output.WriteLine($"{method}: mean {searched.Average():0.000} against {random.Average():0.000} at random, p = {chance:0.0e0}");
        Assert.True(chance < 0.001, $"{method}: p = {chance}, mean {searched.Average()} against {random.Average()} at random");
    }

    [Fact]
    public void SuccessiveHalving_NothingWorks_EndsWithoutABest()
    {
        SearchResult result = HyperparameterSearch.SuccessiveHalving(Landscapes.SphereSpace, new RandomSampler(), _ => double.NaN, points: 9, least: 1, most: 9);

        Assert.Equal(9, result.Trials.Count);
        Assert.Null(result.Best);
    }

    // A loss that falls with the budget towards what the point is worth; slow learners look bad at first, and early losses are noisy.
    private static double Learn(TrialRun run)
    {
        double worth = Landscapes.Network(run.Point), noise = run.Rng.NextNormal() * 0.1 / run.Budget;
        return worth + (2 * Math.Exp(-run.Budget * (0.2 + (0.3 / (1 + worth))))) + noise;
    }
}
