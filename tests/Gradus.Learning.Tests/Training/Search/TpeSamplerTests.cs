using Gradus.Learning.Training.Search;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Training.Search;

public sealed class TpeSamplerTests(ITestOutputHelper output)
{
    private const int Seeds = 20;

    public static TheoryData<string, int> Cases => new() { { "branin", 60 }, { "sphere", 60 }, { "network", 60 } };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Run_SameBudgetOverTwentySeeds_IsBetterThanRandom(string landscape, int trials)
    {
        double[] tpe = Best(landscape, new TpeSampler(), trials), random = Best(landscape, new RandomSampler(), trials);

        double chance = RankTest.Less(tpe, random);

        output.WriteLine($"{landscape}: median {Median(tpe):0.0000} against {Median(random):0.0000} at random, p = {chance:0.0e0}");
        Assert.True(chance < 0.001, $"{landscape}: p = {chance}, median {Median(tpe)} against {Median(random)} at random");
    }

    [Fact]
    public void Run_Branin_ComesCloseToTheLeastValue() => Assert.InRange(Median(Best("branin", new TpeSampler(), 100)), 0.39788, 0.6);

    [Fact]
    public void Suggest_FailedTrials_AreKeptAwayFrom()
    {
        // Half of the range fails; at random half of the points would fall there.
        SearchSpace space = new(new RealDimension("x", 0, 1));
        SearchResult result = HyperparameterSearch.Run(space, new TpeSampler(), run => run.Point.Real("x") > 0.5 ? double.NaN : Math.Abs(run.Point.Real("x") - 0.2), 60);

        Assert.InRange(result.Trials.Skip(10).Count(trial => trial.Score is null), 0, 8);
        Assert.Contains(result.Trials, trial => trial.Score is null);
        Assert.InRange(result.Best!.Point.Real("x"), 0.19, 0.21);
    }

    [Fact]
    public void Suggest_Values_AreAlwaysWithinTheirDimensions()
    {
        SearchResult result = HyperparameterSearch.Run(Landscapes.NetworkSpace, new TpeSampler(), run => Landscapes.Network(run.Point), 80, new SearchOptions { Seed = 3 });

        Assert.Equal(80, result.Trials.Count);
        Assert.All(result.Trials, trial => Assert.All(trial.Point.Values.Zip(Landscapes.NetworkSpace.Dimensions), pair => Assert.True(pair.Second.Holds(pair.First), $"{pair.First} of {pair.Second.Name}")));
    }

    [Fact]
    public void Mixture_DensityAndMass_AreThoseOfAProbability()
    {
        ParzenMixture mixture = new([0, 0.02, 0.3, 0.31, 1]);
        const int Cells = 20_000;
        double sum = Enumerable.Range(0, Cells).Sum(cell => mixture.Density((cell + 0.5) / Cells)) / Cells;
        double part = Enumerable.Range(Cells / 4, Cells / 4).Sum(cell => mixture.Density((cell + 0.5) / Cells)) / Cells;

        Assert.Equal(1, sum, 6);
        Assert.Equal(1, mixture.Mass(0, 1), 12);
        Assert.Equal(part, mixture.Mass(0.25, 0.5), 6);
    }

    [Fact]
    public void Mixture_Draws_FollowTheDensity()
    {
        ParzenMixture mixture = new([0.1, 0.12, 0.7]);
        Rng rng = new(5);
        const int Draws = 40_000;
        int[] counts = new int[10];
        for (int draw = 0; draw < Draws; draw++)
        {
            counts[Math.Min(9, (int)(mixture.Draw(rng) * 10))]++;
        }

        // Pearson's statistic with 9 degrees of freedom lies below 33.7 in 9,999 of 10,000 samples.
        double statistic = counts.Select((count, bin) => (count, expected: Draws * mixture.Mass(bin / 10.0, (bin + 1) / 10.0))).Sum(each => Math.Pow(each.count - each.expected, 2) / each.expected);
        Assert.InRange(statistic, 0, 33.7);
    }

    private static double[] Best(string landscape, SearchSampler sampler, int trials)
    {
        (SearchSpace space, Func<SearchPoint, double> function) = landscape switch
        {
            "branin" => (Landscapes.BraninSpace, (Func<SearchPoint, double>)Landscapes.Branin),
            "sphere" => (Landscapes.SphereSpace, Landscapes.Sphere),
            _ => (Landscapes.NetworkSpace, Landscapes.Network),
        };
        return [.. Enumerable.Range(0, Seeds).Select(seed => HyperparameterSearch.Run(space, sampler, run => function(run.Point), trials, new SearchOptions { Seed = (ulong)seed }).Best!.Score!.Value)];
    }

    private static double Median(double[] values) => values.Order().Skip((values.Length - 1) / 2).Take(2 - (values.Length % 2)).Average();
}
