using System.Text.Json;
using System.Text.Json.Nodes;
using Gradus.Learning.Data;
using Gradus.Learning.Data.Files;
using Gradus.Learning.Training;
using Gradus.Learning.Training.Runs;
using Gradus.Tensors;
using Gradus.Testing;

namespace Gradus.Learning.Tests.Training.Runs;

public sealed class RunRecorderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Fit_Recorded_TellsAllThatIsToBeKnown()
    {
        SmallTraining training = new(new TrainerOptions { Epochs = 3 });
        RunDescription description = new("Small net, 1st!", 3) { Configuration = new JsonObject { ["rate"] = 0.02, ["hidden"] = new JsonArray(12, 6) }, Data = DataDigest.Of(training.Train.Dataset) };
        List<TrainingProgress> told = [];
        TrainingHistory history;
        string id;
        using (RunRecorder recorder = RunRecorder.Start(_folder.Path, description, new Watcher(told.Add), _clock))
        {
            id = recorder.Id;
            history = training.Fit(recorder, Token);
            _clock.Advance(TimeSpan.FromSeconds(90));
            recorder.Finish(history);
        }

        RunRecord run = RunFiles.Read(_folder.Path, id);

        Assert.EndsWith("-small-net--1st", id, StringComparison.Ordinal);
        Assert.Equal([id], RunFiles.Ids(_folder.Path));
        Assert.Equal((id, "Small net, 1st!", 3UL, RunStatus.Completed, 90.0, 0), (run.Id, run.Name, run.Seed, run.Status, run.Seconds, run.Resumed));
        Assert.Equal(_clock.GetUtcNow() - TimeSpan.FromSeconds(90), run.StartedAt);
        Assert.Equal((description.Data, history.BestEpoch), (run.Data, run.BestEpoch));
        Assert.Equal("{\"rate\":0.02,\"hidden\":[12,6]}", run.Configuration.GetRawText());
        Assert.Equal(Environment.ProcessorCount, run.Environment.GetProperty("processors").GetInt32());
        Assert.Equal(history.Epochs.Select(Figures), run.Epochs.Select(Figures));
        Assert.Equal(history.BestEpoch, run.Judged!.Epoch);
        Assert.Equal(3 * (SmallTraining.Batches + 1), told.Count);
        Assert.All(File.ReadLines(_folder.Combine($"{id}.jsonl")), line => Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(line).RootElement.ValueKind));
    }

    [Fact]
    public void Read_KilledAndResumed_CountsEachEpochOnce()
    {
        string id;
        using (RunRecorder recorder = RunRecorder.Start(_folder.Path, new RunDescription("r", 1), clock: _clock))
        {
            id = recorder.Id;
            _clock.Advance(TimeSpan.FromSeconds(10));
            recorder.Report(Ended(1, 0.5));
            _clock.Advance(TimeSpan.FromSeconds(5));
            recorder.Report(Ended(2, 0.4) with { Skipped = new SkippedStep(2, 7, "planted") });
        }

        // Killed: the end that disposing wrote is not there, but a piece of a line.
        string path = _folder.Combine($"{id}.jsonl");
        string[] lines = File.ReadAllLines(path);
        File.WriteAllText(path, string.Join('\n', lines[..^1]) + "\n{\"kind\":\"epo");
        Assert.Equal((RunStatus.Unfinished, 2, 15.0), (RunFiles.Read(_folder.Path, id).Status, RunFiles.Read(_folder.Path, id).Epochs.Count, RunFiles.Read(_folder.Path, id).Seconds));
        using (RunRecorder recorder = RunRecorder.Resume(_folder.Path, id, clock: _clock))
        {
            _clock.Advance(TimeSpan.FromSeconds(3));
            recorder.Report(Ended(2, 0.45) with { Skipped = new SkippedStep(2, 7, "planted") });
            recorder.Report(Ended(3, 0.3));
            recorder.Finish(new TrainingHistory([], 3, StopReason.EarlyStopped, "No better"));
        }

        RunRecord run = RunFiles.Read(_folder.Path, id);

        Assert.Equal([0.5, 0.45, 0.3], run.Epochs.Select(epoch => epoch.TrainLoss!.Value));
        Assert.Equal((RunStatus.EarlyStopped, 1, 18.0, 3, "No better"), (run.Status, run.Resumed, run.Seconds, run.BestEpoch, run.Message));
        Assert.Equal([new SkippedStep(2, 7, "planted")], run.Skipped);
    }

    [Fact]
    public void Dispose_NotFinished_IsInterrupted()
    {
        using (RunRecorder recorder = RunRecorder.Start(_folder.Path, new RunDescription("r", 1), clock: _clock))
        {
            recorder.Report(Ended(1, double.NaN));
        }

        RunRecord run = RunFiles.Read(_folder.Path, RunFiles.Ids(_folder.Path)[0]);

        Assert.Equal(RunStatus.Interrupted, run.Status);
        Assert.Null(run.Epochs[0].TrainLoss);
    }

    [Fact]
    public void Start_SameSecondAndName_GetsAnotherId()
    {
        using RunRecorder first = RunRecorder.Start(_folder.Path, new RunDescription("", 1), clock: _clock);
        using RunRecorder second = RunRecorder.Start(_folder.Path, new RunDescription("", 1), clock: _clock);

        Assert.EndsWith("-run", first.Id, StringComparison.Ordinal);
        Assert.Equal($"{first.Id}-2", second.Id);
    }

    [Theory]
    [InlineData(0, "{}", "kind")]
    [InlineData(0, "{\"kind\":\"start\",\"form\":2}", "form")]
    [InlineData(0, "{\"kind\":\"start\",\"form\":1,\"name\":\"x\",\"startedAt\":\"soon\"}", "startedAt")]
    [InlineData(1, "{\"kind\":\"epoch\",\"epoch\":\"one\"}", "")]
    [InlineData(1, "{\"kind\":\"end\",\"seconds\":1,\"status\":\"odd\"}", "status")]
    [InlineData(1, "no json", "line")]
    public void Read_Damaged_NamesFileByteAndField(int line, string text, string field)
    {
        using (RunRecorder recorder = RunRecorder.Start(_folder.Path, new RunDescription("r", 1), clock: _clock))
        {
            recorder.Report(Ended(1, 1));
        }

        string id = RunFiles.Ids(_folder.Path)[0], path = _folder.Combine($"{id}.jsonl");
        string[] lines = File.ReadAllLines(path);
        lines[line] = text;
        File.WriteAllLines(path, lines);

        DataFormatException error = Assert.Throws<DataFormatException>(() => RunFiles.Read(_folder.Path, id));

        Assert.Equal(path, error.File);
        Assert.True(field.Length == 0 || error.Field == field, $"{error.Field}: {error.Message}");
        Assert.InRange(error.Offset, line == 0 ? 0 : lines[0].Length, lines[0].Length + lines[1].Length + 2);
    }

    [Fact]
    public void Read_NoSuchRun_SaysSo()
    {
        Assert.Throws<FileNotFoundException>(() => RunFiles.Read(_folder.Path, "none"));
        Assert.Throws<FileNotFoundException>(() => RunFiles.Read(_folder.Path, "../secret"));
        Assert.Empty(RunFiles.Ids(_folder.Combine("nowhere")));
    }

    [Fact]
    public void Digest_Rows_KnowsEachValueTypeAndShape()
    {
        TensorDataset rows = SmallTraining.Labelled(1, 20);
        string digest = DataDigest.Of(rows);
        float[] inputs = rows.Inputs.ToArray<float>();
        inputs[^1] = MathF.BitIncrement(inputs[^1]);

        Assert.Equal(64, digest.Length);
        Assert.Equal(digest, DataDigest.Of(SmallTraining.Labelled(1, 20)));
        Assert.NotEqual(digest, DataDigest.Of(new TensorDataset(Tensor.From(inputs, 20, 5), rows.Targets)));
        Assert.NotEqual(digest, DataDigest.Of(new TensorDataset(rows.Inputs.Reshape(20, 5, 1), rows.Targets)));
        Assert.NotEqual(digest, DataDigest.Of(new TensorDataset(rows.Inputs, rows.Targets.To(DType.Int64))));
    }

    private static TrainingProgress Ended(int epoch, double loss) => new(epoch, 3, 5, 5, loss, new EpochRecord(epoch, loss, null, null, 0.1, 1, 0));

    private static object Figures(EpochRecord epoch) => (epoch.Epoch, epoch.TrainLoss, epoch.ValidationLoss, epoch.ValidationMetric, epoch.LearningRate, epoch.GradientNorm, epoch.SkippedSteps);
}
