using System.Text.Json.Nodes;
using Gradus.Hosting.Runs;
using Gradus.Hosting.Services;
using Gradus.Learning.Training;
using Gradus.Learning.Training.Runs;
using Gradus.Testing;

namespace Gradus.Hosting.Tests.Runs;

public sealed class RunLibraryTests : IDisposable
{
    private readonly TemporaryFolder _home = new();
    private readonly FakeTimeProvider _clock = new();

    private RunLibrary Library => new(new GradusHome(_home.Path));

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Read_RecordedRun_TellsWhatTheRecorderWrote()
    {
        string id = Record("first", 3, "abc", new JsonObject { ["rate"] = 0.1 }, best: 2);

        RunDetails run = Library.Read(id);

        Assert.Equal(_home.Combine("runs"), Library.Folder);
        Assert.Equal((id, "first", "completed", 3UL, "abc"), (run.Id, run.Name, run.Status, run.Seed, run.Data));
        Assert.Equal((3, 2, 0.5, 0.7, 0.9, 1, 30.0), (run.Epochs, run.BestEpoch, run.TrainLoss, run.ValidationLoss, run.ValidationMetric, run.SkippedSteps, run.Seconds));
        Assert.Equal([1, 2, 3], run.History.Select(epoch => epoch.Epoch));
        Assert.Equal(2.5, run.History[0].Figures["extra"]);
        Assert.Equal(new RunSkip(3, 4, "planted"), Assert.Single(run.Skipped));
        Assert.Equal(run.Id, Library.Read("last").Id);
    }

    [Fact]
    public void Compare_TwoRuns_TellsWhatDiffersAndNothingElse()
    {
        string one = Record("one", 1, "abc", new JsonObject { ["rate"] = 0.1, ["net"] = new JsonObject { ["units"] = 4, ["act"] = "relu" } }, best: 2);
        _clock.Advance(TimeSpan.FromHours(1));
        string two = Record("two", 1, "abc", new JsonObject { ["rate"] = 0.1, ["net"] = new JsonObject { ["units"] = 8, ["act"] = "relu" }, ["decay"] = 0.01 }, best: 3);

        RunComparison comparison = Library.Compare([one, two]);

        Assert.Equal([one, two], comparison.Runs.Select(run => run.Id));
        Assert.Equal((true, true), (comparison.SameData, comparison.SameSeed));
        Assert.Equal(["net.units 4 8", "decay - 0.01"], comparison.Configuration.Select(each => $"{each.Name} {string.Join(' ', each.Values.Select(value => value?.GetRawText() ?? "-"))}"));
        Assert.Empty(comparison.Environment);
        Assert.IsType<RunSummary>(comparison.Runs[0]);
    }

    [Fact]
    public void Compare_OtherOrUnknownData_IsTold()
    {
        string one = Record("one", 1, "abc", [], best: 1), two = Record("two", 2, "abd", [], best: 1), three = Record("three", 1, null, [], best: 1);

        Assert.Equal((false, false), (Library.Compare([one, two]).SameData, Library.Compare([one, two]).SameSeed));
        Assert.Null(Library.Compare([one, three]).SameData);
    }

    [Fact]
    public void Read_UnknownOrDamaged_IsRefused()
    {
        string id = Record("good", 1, null, [], best: 1);
        File.WriteAllText(_home.Combine("runs", "bad.jsonl"), "{}\n");

        UnknownIdException unknown = Assert.Throws<UnknownIdException>(() => Library.Read("goo"));
        InvalidDataException damaged = Assert.Throws<InvalidDataException>(() => Library.Read("bad"));

        Assert.Equal(id, unknown.Nearest[0]);
        Assert.Contains("bad.jsonl, byte 0, kind: ", damaged.Message, StringComparison.Ordinal);
        Assert.Throws<UnknownIdException>(() => new RunLibrary(new GradusHome(_home.Combine("empty"))).Read("last"));
    }

    private string Record(string name, ulong seed, string? data, JsonObject configuration, int best)
    {
        using RunRecorder recorder = RunRecorder.Start(Library.Folder, new RunDescription(name, seed) { Data = data, Configuration = configuration }, clock: _clock);
        for (int epoch = 1; epoch <= 3; epoch++)
        {
            _clock.Advance(TimeSpan.FromSeconds(10));
            EpochRecord record = new(epoch, 1.0 / epoch, 0.7, 0.9, 0.1, 2, 0) { Figures = new Dictionary<string, double> { ["extra"] = 2.5 } };
            recorder.Report(new TrainingProgress(epoch, 3, 4, 4, 1, record) { Skipped = epoch == 3 ? new SkippedStep(3, 4, "planted") : null });
        }

        recorder.Finish(new TrainingHistory([], best, StopReason.Completed, null));
        return recorder.Id;
    }

    [Fact]
    public void Ids_FilesThatAreNoRunsAndManyRunsOfOneSecond_AreOrderedByTheirStart()
    {
        string[] ids = [.. Enumerable.Range(0, 12).Select(_ => Started("one"))];
        File.WriteAllText(Path.Combine(Library.Folder, "my run (copy).jsonl"), "x");

        Assert.Equal(ids, Library.Ids);
        Assert.Equal(ids[^1], Library.Read("last").Id);
    }

    [Fact]
    public void Compare_TwoValuesUnderOnePath_TakesTheLast()
    {
        string one = Record("one", 1, null, new JsonObject { ["a.b"] = 1, ["a"] = new JsonObject { ["b"] = 2 } }, best: 1);
        string two = Record("two", 1, null, new JsonObject { ["a"] = new JsonObject { ["b"] = 3 } }, best: 1);

        RunDifference difference = Assert.Single(Library.Compare([one, two]).Configuration);

        Assert.Equal(("a.b", "2", "3"), (difference.Name, difference.Values[0]?.GetRawText(), difference.Values[1]?.GetRawText()));
    }

    private string Started(string name)
    {
        using RunRecorder recorder = RunRecorder.Start(Library.Folder, new RunDescription(name, 1), clock: _clock);
        return recorder.Id;
    }
}
