using Gradus.Learning.Data.Files;
using Gradus.Learning.Training.Search;
using Gradus.Testing;

namespace Gradus.Learning.Tests.Training.Search;

public sealed class HyperparameterSearchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Record => _folder.Combine("search.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_Grid_TriesEachCombinationOnce()
    {
        SearchSpace space = new(new RealDimension("rate", 0.001, 0.1, Logarithmic: true), new IntegerDimension("layers", 1, 2), new ChoiceDimension("act", "relu", "tanh"));

        SearchResult result = HyperparameterSearch.Run(space, new GridSampler(3), run => 0, trials: 100);

        Assert.Equal(12, new GridSampler(3).Count(space));
        Assert.Equal(12, result.Trials.Count);
        Assert.Equal(12, result.Trials.Select(trial => trial.Point.ToString()).Distinct().Count());
        Assert.Equal([0.001, 0.01, 0.1], result.Trials.Select(trial => Math.Round(trial.Point.Real("rate"), 12)).Distinct());
        Assert.Equal("{\"rate\":0.001,\"layers\":1,\"act\":\"tanh\"}", result.Trials[1].Point.ToString());
    }

    [Fact]
    public void Run_SameSeed_TriesTheSamePoints()
    {
        Assert.Equal(Points(seed: 1), Points(seed: 1));
        Assert.NotEqual(Points(seed: 1), Points(seed: 2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(11)]
    [InlineData(24)]
    public void Run_StoppedAndResumed_GivesTheSameTrials(int stop)
    {
        string[] undisturbed = Points(seed: 4);
        List<int> tried = [];
        double Objective(TrialRun run)
        {
            tried.Add(run.Number);
            return Landscapes.Network(run.Point) + run.Rng.NextDouble();
        }

        Assert.ThrowsAny<InvalidOperationException>(() => HyperparameterSearch.Run(
            Landscapes.NetworkSpace, new TpeSampler(), run => run.Number == stop ? throw new InvalidOperationException("planted") : Objective(run), 25, new SearchOptions { Seed = 4, Record = Record }));

        // As a kill in the middle of a line leaves it.
        File.AppendAllText(Record, "{\"kind\":\"trial\",\"num");
        SearchResult result = HyperparameterSearch.Run(Landscapes.NetworkSpace, new TpeSampler(), Objective, 25, new SearchOptions { Seed = 4, Record = Record });

        Assert.Equal(undisturbed, result.Trials.Select(trial => $"{trial.Point} {trial.Score:R}"));
        Assert.Equal(Enumerable.Range(0, 25), tried);
        Assert.Equal(26, File.ReadAllLines(Record).Length);
    }

    [Fact]
    public void Hyperband_StoppedAndResumed_TriesNothingTwice()
    {
        List<(int, int)> tried = [];
        int left = 20;
        double Objective(TrialRun run)
        {
            tried.Add((run.Number, run.Budget));
            return left-- == 0 ? throw new InvalidOperationException("planted") : Landscapes.Network(run.Point) + (run.Rng.NextDouble() / run.Budget);
        }

        SearchResult expected = HyperparameterSearch.Hyperband(Landscapes.NetworkSpace, new TpeSampler(), run => Landscapes.Network(run.Point) + (run.Rng.NextDouble() / run.Budget), 1, 9);
        Assert.Throws<InvalidOperationException>(() => HyperparameterSearch.Hyperband(Landscapes.NetworkSpace, new TpeSampler(), Objective, 1, 9, options: new SearchOptions { Record = Record }));
        SearchResult result = HyperparameterSearch.Hyperband(Landscapes.NetworkSpace, new TpeSampler(), Objective, 1, 9, options: new SearchOptions { Record = Record });

        Assert.Equal(expected.Trials.Select(trial => (trial.Number, trial.Budget, trial.Score)), result.Trials.Select(trial => (trial.Number, trial.Budget, trial.Score)));
        Assert.Equal(result.Trials.Count + 1, tried.Count); // the one that failed is tried again
    }

    [Fact]
    public void Run_RecordOfAnotherSearch_IsRefused()
    {
        HyperparameterSearch.Run(Landscapes.SphereSpace, new RandomSampler(), run => 0, 2, new SearchOptions { Record = Record });

        ArgumentException seed = Assert.Throws<ArgumentException>(() => HyperparameterSearch.Run(Landscapes.SphereSpace, new RandomSampler(), run => 0, 2, new SearchOptions { Record = Record, Seed = 1 }));
        Assert.Throws<ArgumentException>(() => HyperparameterSearch.Run(Landscapes.BraninSpace, new RandomSampler(), run => 0, 2, new SearchOptions { Record = Record }));
        Assert.Throws<ArgumentException>(() => HyperparameterSearch.Run(Landscapes.SphereSpace, new TpeSampler(), run => 0, 2, new SearchOptions { Record = Record }));

        Assert.Contains("records another search", seed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[1]\n", "line")]
    [InlineData("{\"kind\":\"trial\",\"number\":-1,\"budget\":1,\"point\":{},\"score\":1,\"seconds\":1}\n", "number")]
    [InlineData("{\"kind\":\"trial\",\"number\":1,\"budget\":1,\"point\":3,\"score\":1,\"seconds\":1}\n", "point")]
    [InlineData("{\"kind\":\"trial\",\"number\":1,\"budget\":1,\"point\":{},\"score\":\"x\",\"seconds\":1}\n", "score")]
    [InlineData("{\"kind\"\n", "line")]
    public void Run_DamagedRecord_NamesFileAndByte(string line, string field)
    {
        HyperparameterSearch.Run(Landscapes.SphereSpace, new RandomSampler(), run => 0, 1, new SearchOptions { Record = Record });
        long place = new FileInfo(Record).Length;
        File.AppendAllText(Record, line);

        DataFormatException error = Assert.Throws<DataFormatException>(() => HyperparameterSearch.Run(Landscapes.SphereSpace, new RandomSampler(), run => 0, 3, new SearchOptions { Record = Record }));

        Assert.Equal((Record, field), (error.File, error.Field));
        Assert.InRange(error.Offset, place, place + line.Length);
    }

    [Fact]
    public void Space_BoundsThatMakeNoSense_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new SearchSpace());
        Assert.Throws<ArgumentException>(() => new SearchSpace(new RealDimension("x", 1, 1)));
        Assert.Throws<ArgumentException>(() => new SearchSpace(new RealDimension("x", 0, 1, Logarithmic: true)));
        Assert.Throws<ArgumentException>(() => new SearchSpace(new IntegerDimension("x", 3, 2)));
        Assert.Throws<ArgumentException>(() => new SearchSpace(new ChoiceDimension("x", "a", "a")));
        Assert.Throws<ArgumentException>(() => new SearchSpace(new RealDimension("x", 0, 1), new IntegerDimension("x", 0, 1)));
        Assert.Contains("no IntegerDimension 'x'; it has RealDimension 'x'", Assert.Throws<ArgumentException>(() => Landscapes.BraninSpace.Point(0, 0).Integer("x")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Landscapes.BraninSpace.Point(0, 16));
    }

    [Fact]
    public void Run_Cancelled_StopsBetweenTrials()
    {
        using CancellationTokenSource source = new();

        Assert.Throws<OperationCanceledException>(() => HyperparameterSearch.Run(
            Landscapes.SphereSpace,
            new RandomSampler(),
            run =>
            {
                source.Cancel();
                return 0;
            },
            5,
            new SearchOptions { Record = Record },
            source.Token));

        Assert.Equal(2, File.ReadAllLines(Record).Length);
    }

    private static string[] Points(ulong seed) =>
        [.. HyperparameterSearch.Run(Landscapes.NetworkSpace, new TpeSampler(), run => Landscapes.Network(run.Point) + run.Rng.NextDouble(), 25, new SearchOptions { Seed = seed }).Trials.Select(trial => $"{trial.Point} {trial.Score:R}")];
}
