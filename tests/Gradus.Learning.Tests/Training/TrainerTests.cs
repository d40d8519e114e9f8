using Gradus.Learning.Schedules;
using Gradus.Learning.Data;
using Gradus.Learning.Layers;
using Gradus.Learning.Losses;
using Gradus.Learning.Models;
using Gradus.Learning.Optimizers;
using Gradus.Learning.Training;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Training;

public sealed class TrainerTests
{
    private const int Rows = 64;
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Fit_LinearRows_FindsTheLine()
    {
        Linear model = new(2, 1);
        TrainerOptions options = new() { Epochs = 150 };
        Trainer trainer = new(model, new Sgd(model.Parameters(), 0.1), new MeanSquaredError().Forward, options);

        TrainingHistory history = trainer.Fit(new DataLoader(Plane(), 8, shuffle: true), cancellationToken: Token);

        Assert.Equal((StopReason.Completed, 150, null), (history.Reason, history.Epochs.Count, history.Message));
        Assert.True(history.Epochs[^1].TrainLoss < 1e-6, $"loss {history.Epochs[^1].TrainLoss}");
        Assert.Equal([3f, -2f], model.Weight.ToArray<float>().Select(value => MathF.Round(value, 2)));
        Assert.False(model.Training);
    }

    [Fact]
    public void Fit_SameSeeds_SameBits()
    {
        float[][] first = Trained(seed: 3);

        Assert.Equal(first, Trained(seed: 3));
        Assert.NotEqual(first, Trained(seed: 4));
    }

    [Fact]
    public void Fit_MetricWorsens_StopsAfterPatienceAndRestoresTheBest()
    {
        Linear model = new(2, 1);
        Queue<double> figures = new([0.5, 0.9, 0.8, 0.85, 0.95]);
        List<float[]> weights = [];
        TrainerOptions options = new()
        {
            Epochs = 5,
            Patience = 2,
            Metric = (_, _) =>
            {
                weights.Add(model.Weight.Detach().ToArray<float>());
                return figures.Dequeue();
            },
        };
        Trainer trainer = new(model, new Sgd(model.Parameters(), 0.01), new MeanSquaredError().Forward, options);

        TrainingHistory history = trainer.Fit(new DataLoader(Plane(), 16), new DataLoader(Plane(), 16), cancellationToken: Token);

        Assert.Equal((StopReason.EarlyStopped, 4, 2), (history.Reason, history.Epochs.Count, history.BestEpoch));
        Assert.Equal([0.5, 0.9, 0.8, 0.85], history.Epochs.Select(epoch => epoch.ValidationMetric!.Value));
        Assert.Equal(weights[1], model.Weight.ToArray<float>());
        Assert.NotEqual(weights[1], weights[3]);
        Assert.Contains("since epoch 2", history.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_SmallImprovement_DoesNotCount()
    {
        Linear model = new(2, 1);
        Queue<double> figures = new([0.5, 0.505, 0.509, 0.51]);
        TrainerOptions options = new() { Epochs = 4, Patience = 3, MinimumImprovement = 0.02, Metric = (_, _) => figures.Dequeue() };

        TrainingHistory history = new Trainer(model, new Sgd(model.Parameters(), 0.01), new MeanSquaredError().Forward, options)
            .Fit(new DataLoader(Plane(), 16), new DataLoader(Plane(), 16), cancellationToken: Token);

        Assert.Equal((StopReason.EarlyStopped, 1), (history.Reason, history.BestEpoch));
    }

    [Fact]
    public void Fit_ValidationLoss_IsTheMeanOverRowsInEvaluationMode()
    {
        Sequential model = new(new Dropout(0.9), new Linear(2, 1));
        TrainerOptions options = new() { Epochs = 1, RestoreBest = false };
        Trainer trainer = new(model, new Sgd(model.Parameters(), 0), new MeanSquaredError().Forward, options);

        TrainingHistory history = trainer.Fit(new DataLoader(Plane(), 16), new DataLoader(Plane(), 24), cancellationToken: Token);

        model.Eval();
        double expected = new MeanSquaredError().Forward(model.Forward(Plane().Inputs), Plane().Targets).Item();
        Assert.Equal(expected, history.Epochs[0].ValidationLoss!.Value, 5);
        Assert.NotEqual(expected, history.Epochs[0].TrainLoss!.Value, 3);
    }

    [Fact]
    public void Fit_Cancelled_StopsBetweenTwoSteps()
    {
        using CancellationTokenSource source = new();
        Linear model = new(2, 1);
        Trainer trainer = new(model, new Sgd(model.Parameters(), 0.01), new MeanSquaredError().Forward);
        List<TrainingProgress> seen = [];
        Watcher watcher = new(progress =>
        {
            seen.Add(progress);
            if (seen.Count == 3)
            {
                source.Cancel();
            }
        });

        Assert.Throws<OperationCanceledException>(() => trainer.Fit(new DataLoader(Plane(), 8), progress: watcher, cancellationToken: source.Token));

        Assert.Equal([1, 2, 3], seen.Select(progress => progress.Step));
    }

    [Fact]
    public void Fit_Progress_TellsEveryStepAndEveryEpoch()
    {
        Linear model = new(2, 1);
        List<TrainingProgress> seen = [];

        TrainingHistory history = new Trainer(model, new Sgd(model.Parameters(), 0.01), new MeanSquaredError().Forward, new TrainerOptions { Epochs = 2 })
            .Fit(new DataLoader(Plane(), 20), progress: new Watcher(seen.Add), cancellationToken: Token);

        Assert.Equal([1, 2, 3, 4, 4, 1, 2, 3, 4, 4], seen.Select(progress => progress.Step));
        Assert.Equal(history.Epochs, seen.Select(progress => progress.Completed).OfType<EpochRecord>());
    }

    [Fact]
    public void Fit_InfiniteInput_StopsBeforeTheWeights()
    {
        Linear model = new(2, 1);
        Trainer trainer = new(model, new Sgd(model.Parameters(), 0.01), new MeanSquaredError().Forward);

        TrainingHistory history = trainer.Fit(new DataLoader(Broken(), 16), cancellationToken: Token);

        Assert.Equal(StopReason.NotFinite, history.Reason);
        Assert.Contains("in epoch 1, step 3", history.Message, StringComparison.Ordinal);
        Assert.All(model.Weight.ToArray<float>(), value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    public void Fit_InfiniteInputSkipped_CountsItAndGoesOn()
    {
        Linear model = new(2, 1);
        TrainerOptions options = new() { Epochs = 2, NonFinite = NonFinitePolicy.Skip };

        TrainingHistory history = new Trainer(model, new Sgd(model.Parameters(), 0.01), new MeanSquaredError().Forward, options).Fit(new DataLoader(Broken(), 16), cancellationToken: Token);

        Assert.Equal(StopReason.Completed, history.Reason);
        Assert.All(history.Epochs, epoch => Assert.Equal(1, epoch.SkippedSteps));
        Assert.All(model.Weight.ToArray<float>(), value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    public void Fit_ClipNorm_BoundsTheStep()
    {
        Linear model = new(2, 1);
        float[] before = [.. model.Parameters().SelectMany(parameter => parameter.ToArray<float>())];
        TrainerOptions options = new() { Epochs = 1, ClipNorm = 0.01 };

        TrainingHistory history = new Trainer(model, new Sgd(model.Parameters(), 1), new MeanSquaredError().Forward, options).Fit(new DataLoader(Plane(), Rows), cancellationToken: Token);

        float[] after = [.. model.Parameters().SelectMany(parameter => parameter.ToArray<float>())];
        Assert.True(history.Epochs[0].GradientNorm > 1);
        Assert.Equal(0.01, Math.Sqrt(before.Zip(after).Sum(pair => Math.Pow(pair.Second - pair.First, 2))), 5);
    }

    [Fact]
    public void Fit_PatienceWithoutValidation_SaysWhatIsMissing()
    {
        Linear model = new(2, 1);
        Trainer trainer = new(model, new Sgd(model.Parameters(), 1), new MeanSquaredError().Forward, new TrainerOptions { Patience = 3 });

        ArgumentException error = Assert.Throws<ArgumentException>(() => trainer.Fit(new DataLoader(Plane(), 8), cancellationToken: Token));

        Assert.Contains("without validation", error.Message, StringComparison.Ordinal);
    }

    private static float[][] Trained(ulong seed)
    {
        ClinicalMlp model = new(features: 2, hidden: [16, 8]);
        model.Initialize(seed);
        BinaryCrossEntropyWithLogits loss = new();
        TensorDataset rows = new(Plane().Inputs, Tensor.From([.. Enumerable.Range(0, Rows).Select(row => row % 3 == 0 ? 1f : 0f)], [Rows]));
        Trainer trainer = new(model, new AdamW(model.Parameters(), 1e-2), (output, target) => loss.Forward(output.AsLogits(), target), new TrainerOptions { Epochs = 3, ClipNorm = 1 });
        trainer.Fit(new DataLoader(rows, 16, shuffle: true, seed: seed), cancellationToken: Token);
        return [.. model.StateDictionary().Values.Select(value => value.ToArray<float>())];
    }

    // y = 3 a - 2 b + 0.5
    private static TensorDataset Plane()
    {
        Rng rng = new(12);
        float[] inputs = [.. Enumerable.Range(0, Rows * 2).Select(_ => (float)rng.NextNormal())];
        float[] targets = [.. Enumerable.Range(0, Rows).Select(row => (3 * inputs[row * 2]) - (2 * inputs[(row * 2) + 1]) + 0.5f)];
        return new TensorDataset(Tensor.From(inputs, [Rows, 2]), Tensor.From(targets, [Rows, 1]));
    }

    // Row 40 is in the third batch of 16.
    private static TensorDataset Broken()
    {
        TensorDataset rows = Plane();
        float[] inputs = rows.Inputs.ToArray<float>();
        inputs[80] = float.PositiveInfinity;
        return new TensorDataset(Tensor.From(inputs, [Rows, 2]), rows.Targets);
    }

    [Fact]
    public void Fit_EpochWithoutAFigure_LeavesThePlateauScheduleWhereItIs()
    {
        Linear model = new(2, 1);
        Sgd optimizer = new(model.Parameters(), 0.01);
        ReduceLROnPlateau schedule = new(optimizer);
        int calls = 0;
        TrainerOptions options = new() { Epochs = 3, NonFinite = NonFinitePolicy.Skip, Schedules = [new TrainingSchedule(schedule, ScheduleInterval.Epoch)] };
        int batches = new DataLoader(Plane(), 16).BatchCount;
        Trainer trainer = new(model, optimizer, (output, target) => new MeanSquaredError().Forward(output, target) * (++calls <= batches ? double.NaN : 1), options);

        TrainingHistory history = trainer.Fit(new DataLoader(Plane(), 16), cancellationToken: Token);

        Assert.Null(history.Epochs[0].TrainLoss);
        Assert.Equal((3, 2L), (history.Epochs.Count, schedule.LastEpoch));
    }

    [Fact]
    public void Constructor_PlateauScheduleAfterEachStep_IsRefused()
    {
        Linear model = new(2, 1);
        Sgd optimizer = new(model.Parameters(), 0.01);

        ArgumentException error = Assert.Throws<ArgumentException>(() => new Trainer(model, optimizer, new MeanSquaredError().Forward, new TrainerOptions { Schedules = [new TrainingSchedule(new ReduceLROnPlateau(optimizer))] }));

        Assert.Contains("ReduceLROnPlateau watches the figure of an epoch", error.Message, StringComparison.Ordinal);
    }

    // A loss is never compared with a metric.
    [Theory]
    [InlineData(new[] { -5.0, double.NaN, -4.0, -4.5 }, 3)]
    [InlineData(new[] { double.NaN, 0.6, 0.7, double.NaN }, 3)]
    [InlineData(new[] { 0.9, double.NaN, 0.8, double.NaN }, 1)]
    [InlineData(new[] { double.NaN, double.NaN, double.NaN, double.NaN }, 4)]
    public void Fit_MetricUndefinedInSomeEpochs_IsNeverBetterThere(double[] metrics, int best)
    {
        Linear model = new(2, 1);
        Sgd optimizer = new(model.Parameters(), 0.01);
        int epoch = 0;
        Trainer trainer = new(
            TrainingParts.Of(model, optimizer),
            step => step.Update(new MeanSquaredError().Forward(model.Forward(step.Batch.Inputs), step.Batch.Targets)),
            (_, _) => new ValidationFigures(0.3 - (0.01 * epoch), double.IsNaN(metrics[epoch++]) ? null : metrics[epoch - 1]),
            new TrainerOptions { Epochs = 4 });

        TrainingHistory history = trainer.Fit(new DataLoader(Plane(), 16), new DataLoader(Plane(), 16), cancellationToken: Token);

        Assert.Equal(best, history.BestEpoch);
    }
}
