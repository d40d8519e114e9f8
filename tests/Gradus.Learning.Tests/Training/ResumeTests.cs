using Gradus.Learning.Data;
using Gradus.Learning.Layers;
using Gradus.Learning.Optimizers;
using Gradus.Learning.Training;
using Gradus.Tensors;
using Gradus.Testing;

namespace Gradus.Learning.Tests.Training;

/// <summary>A training that was stopped anywhere and goes on elsewhere ends with the same bits as one that was not.</summary>
public sealed class ResumeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(4, true)]
    public void RestoreLast_CancelledAtEveryStep_EndsWithTheSameBits(int accumulation, bool average)
    {
        TrainerOptions options = new() { Epochs = 3, Accumulation = accumulation, ClipNorm = 1, Patience = 2 };
        SmallTraining undisturbed = new(options, average: average);
        TrainingHistory expected = undisturbed.Fit(cancellationToken: Token);
        for (int stop = 1; stop < 3 * (SmallTraining.Batches + 1); stop++)
        {
            using TemporaryFolder folder = new();
            TrainerOptions saving = options with { Checkpoints = new CheckpointOptions(folder.Path) };
            Interrupt(saving, stop, average: average);
            SmallTraining resumed = new(saving, seed: 99, average: average);

            Assert.True(resumed.Trainer.RestoreLast());
            TrainingHistory history = resumed.Fit(cancellationToken: Token);

            Assert.Equal(undisturbed.Bits(), resumed.Bits());
            AssertEqual(expected, history);
        }
    }

    [Fact]
    public void RestoreLast_StoppedThreeTimes_EndsWithTheSameBits()
    {
        using TemporaryFolder folder = new();
        TrainerOptions options = new() { Epochs = 3, Checkpoints = new CheckpointOptions(folder.Path) { EverySteps = 2 } };
        SmallTraining undisturbed = new(options with { Checkpoints = null });
        TrainingHistory expected = undisturbed.Fit(cancellationToken: Token);
        foreach (int stop in (int[])[4, 5, 9])
        {
            Interrupt(options, stop);
        }

        SmallTraining resumed = new(options);
        Assert.True(resumed.Trainer.RestoreLast());
        AssertEqual(expected, resumed.Fit(cancellationToken: Token));

        Assert.Equal(undisturbed.Bits(), resumed.Bits());
    }

    [Fact]
    public void Fit_BadRowsBeforeAndAfterTheStop_AreRememberedInOrder()
    {
        using TemporaryFolder folder = new();
        TrainerOptions options = new() { Epochs = 3, NonFinite = NonFinitePolicy.Skip, Checkpoints = new CheckpointOptions(folder.Path) };
        TensorDataset Broken() => BrokenRows();
        SmallTraining undisturbed = new(options with { Checkpoints = null }, rows: Broken());
        TrainingHistory expected = undisturbed.Fit(cancellationToken: Token);
        Interrupt(options, 10, Broken());
        SmallTraining resumed = new(options, rows: Broken());

        resumed.Trainer.RestoreLast();
        TrainingHistory history = resumed.Fit(cancellationToken: Token);

        Assert.Equal(3, history.Skipped.Count);
        AssertEqual(expected, history);
        Assert.Equal(undisturbed.Bits(), resumed.Bits());
    }

    [Fact]
    public void RestoreLast_StepFunctionThatDrawsAndLogs_EndsWithTheSameBits()
    {
        TrainerOptions options = new() { Epochs = 3, Seed = 8 };
        (Linear undisturbed, TrainingHistory expected) = Noisy(options, stop: null);
        for (int stop = 1; stop < 18; stop += 4)
        {
            using TemporaryFolder folder = new();
            TrainerOptions saving = options with { Checkpoints = new CheckpointOptions(folder.Path) };
            Noisy(saving, stop);

            (Linear resumed, TrainingHistory history) = Noisy(saving, stop: null);

            Assert.Equal(undisturbed.Weight.ToArray<float>(), resumed.Weight.ToArray<float>());
            Assert.Equal(expected.Epochs.Select(epoch => epoch.Figures["drawn"]), history.Epochs.Select(epoch => epoch.Figures["drawn"]));
        }
    }

    [Fact]
    public void Restore_CompletedTraining_GoesOnForMoreEpochs()
    {
        using TemporaryFolder folder = new();
        TrainerOptions options = new() { Epochs = 4 };
        SmallTraining undisturbed = new(options);
        TrainingHistory expected = undisturbed.Fit(cancellationToken: Token);
        SmallTraining first = new(options with { Epochs = 2, Checkpoints = new CheckpointOptions(folder.Path) });
        first.Fit(cancellationToken: Token);
        SmallTraining second = new(options);

        second.Trainer.Restore(folder.Combine(CheckpointOptions.LastName));
        AssertEqual(expected, second.Fit(cancellationToken: Token));

        Assert.Equal(undisturbed.Bits(), second.Bits());
    }

    [Fact]
    public void Restore_EarlyStoppedTraining_EndsAtOnce()
    {
        using TemporaryFolder folder = new();
        TrainerOptions options = new() { Epochs = 30, Patience = 1, MinimumImprovement = 0.05, Checkpoints = new CheckpointOptions(folder.Path) };
        SmallTraining first = new(options);
        TrainingHistory expected = first.Fit(cancellationToken: Token);
        SmallTraining second = new(options);

        second.Trainer.RestoreLast();
        TrainingHistory history = second.Fit(cancellationToken: Token);

        Assert.Equal(StopReason.EarlyStopped, history.Reason);
        AssertEqual(expected, history);
        Assert.Equal(first.Model.StateDictionary()["0.weight"].ToArray<float>(), second.Model.StateDictionary()["0.weight"].ToArray<float>());
    }

    [Fact]
    public void Best_Checkpoint_HoldsTheWeightsThatArePutBack()
    {
        using TemporaryFolder folder = new();
        SmallTraining training = new(new TrainerOptions { Epochs = 6, Checkpoints = new CheckpointOptions(folder.Path) });

        TrainingHistory history = training.Fit(cancellationToken: Token);

        SmallTraining best = new(new TrainerOptions());
        best.Trainer.Restore(folder.Combine(CheckpointOptions.BestName));
        Assert.Equal(training.Model.StateDictionary().Values.Select(value => value.ToArray<double>()), best.Model.StateDictionary().Values.Select(value => value.ToArray<double>()));
        Assert.InRange(history.BestEpoch, 1, 6);
    }

    [Fact]
    public void Steps_Limit_StopsWithinAnEpochAndRecordsIt()
    {
        SmallTraining training = new(new TrainerOptions { Steps = 8, Accumulation = 3 });
        List<TrainingProgress> seen = [];

        TrainingHistory history = training.Fit(new Watcher(seen.Add), Token);

        Assert.Equal([6, 2], seen.Where(progress => progress.Completed is not null).Select(progress => progress.Step));
        Assert.Equal(2, history.Epochs.Count);
        Assert.All(history.Epochs, epoch => Assert.NotNull(epoch.ValidationLoss));
        Assert.Equal(3, training.Options.Schedules[0].Schedule.LastEpoch); // two groups of three, and one of two that the limit ends
    }

    [Fact]
    public void Fit_OtherRowsAfterRestore_SaysWhatDiffers()
    {
        using TemporaryFolder folder = new();
        TrainerOptions options = new() { Epochs = 1, Checkpoints = new CheckpointOptions(folder.Path) };
        new SmallTraining(options).Fit(cancellationToken: Token);
        SmallTraining other = new(options, rows: SmallTraining.Labelled(1, 30));
        other.Trainer.RestoreLast();

        ArgumentException error = Assert.Throws<ArgumentException>(() => other.Fit(cancellationToken: Token));

        Assert.Contains("45 rows in 6 batches of 8, seed 11; the loader has 30 rows in 4 batches", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Restore_NoBestWeightsWhereTheyAreWanted_SaysSo()
    {
        using TemporaryFolder folder = new();
        TrainerOptions options = new() { Epochs = 2, MinimumImprovement = 10, Checkpoints = new CheckpointOptions(folder.Path) };
        new SmallTraining(options with { RestoreBest = false }).Fit(cancellationToken: Token);

        ArgumentException error = Assert.Throws<ArgumentException>(() => new SmallTraining(options).Trainer.RestoreLast());

        Assert.Contains("no weights of its best epoch, 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Restore_AnotherModel_SaysSoAndChangesNothing()
    {
        using TemporaryFolder folder = new();
        TrainerOptions options = new() { Epochs = 1, Checkpoints = new CheckpointOptions(folder.Path) };
        new SmallTraining(options).Fit(cancellationToken: Token);
        Linear other = new(5, 1);
        Trainer trainer = new(other, new Sgd(other.Parameters(), 0.1), (output, target) => (output - target).Square().Mean(), options);
        float[] before = other.Weight.ToArray<float>();

        ArgumentException error = Assert.Throws<ArgumentException>(() => trainer.RestoreLast());

        Assert.StartsWith(options.Checkpoints.LastPath, error.Message, StringComparison.Ordinal);
        Assert.Contains("does not fit", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, other.Weight.ToArray<float>());
    }

    [Fact]
    public void RestoreLast_NoFile_SaysFalse()
    {
        using TemporaryFolder folder = new();

        Assert.False(new SmallTraining(new TrainerOptions { Checkpoints = new CheckpointOptions(folder.Combine("none")) }).Trainer.RestoreLast());
        Assert.Throws<InvalidOperationException>(() => new SmallTraining(new TrainerOptions()).Trainer.RestoreLast());
    }

    private static TensorDataset BrokenRows()
    {
        TensorDataset rows = SmallTraining.Labelled(1, SmallTraining.Rows);
        float[] inputs = rows.Inputs.ToArray<float>();
        inputs[7] = float.NaN;
        return new TensorDataset(Tensor.From(inputs, [SmallTraining.Rows, 5]), rows.Targets);
    }

    // Trains until so many steps and epochs were reported, from the last checkpoint if there is one.
    private static void Interrupt(TrainerOptions options, int reports, TensorDataset? rows = null, bool average = false)
    {
        using CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        SmallTraining training = new(options, rows: rows, average: average);
        training.Trainer.RestoreLast();
        int seen = 0;
        Watcher watcher = new(_ =>
        {
            if (++seen == reports)
            {
                source.Cancel();
            }
        });
        try
        {
            training.Fit(watcher, source.Token);
        }
        catch (OperationCanceledException) when (source.IsCancellationRequested)
        {
            return;
        }
    }

    private static (Linear Model, TrainingHistory History) Noisy(TrainerOptions options, int? stop)
    {
        using CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Linear model = new(5, 1);
        Trainer trainer = new(
            TrainingParts.Of(model, new Sgd(model.Parameters(), 0.05)),
            step =>
            {
                double drawn = step.Rng.NextNormal();
                step.Log("drawn", drawn);
                step.Update((model.Forward(step.Batch.Inputs) - step.Batch.Targets - drawn).Square().Mean());
                if (step.Total + 1 == stop)
                {
                    source.Cancel();
                }
            },
            options: options);
        if (options.Checkpoints is not null)
        {
            trainer.RestoreLast();
        }

        try
        {
            return (model, trainer.Fit(new DataLoader(SmallTraining.Labelled(1, SmallTraining.Rows), SmallTraining.BatchSize, shuffle: true), cancellationToken: source.Token));
        }
        catch (OperationCanceledException) when (stop is not null)
        {
            return (model, new TrainingHistory([], 0, StopReason.Completed, null));
        }
    }

    private static void AssertEqual(TrainingHistory expected, TrainingHistory history)
    {
        Assert.Equal((expected.Reason, expected.BestEpoch, expected.Message), (history.Reason, history.BestEpoch, history.Message));
        Assert.Equal(expected.Skipped, history.Skipped);
        Assert.Equal(expected.Epochs.Select(Flat), history.Epochs.Select(Flat));
    }

    private static EpochRecord Flat(EpochRecord record) => record with { Figures = NoFigures };

    private static readonly IReadOnlyDictionary<string, double> NoFigures = new Dictionary<string, double>();

    [Fact]
    public void Restore_TrainingCutShortBySteps_GoesOnToAsManyStepsAsAreAskedFor()
    {
        using TemporaryFolder folder = new();
        SmallTraining first = new(new TrainerOptions { Steps = 9, Checkpoints = new CheckpointOptions(folder.Path) });
        first.Fit(cancellationToken: Token);
        SmallTraining second = new(new TrainerOptions { Steps = 18 });
        int steps = 0;

        second.Trainer.Restore(folder.Combine(CheckpointOptions.LastName));
        TrainingHistory history = second.Fit(new Watcher(progress => steps += progress.Epoch <= 2 || progress.Completed is not null ? 0 : 1), Token);

        Assert.Equal((9, StopReason.Completed), (steps, history.Reason));
    }

    [Fact]
    public void Fit_OtherOrderOrOptionsThanBefore_AreRefused()
    {
        using TemporaryFolder folder = new();
        Interrupt(new TrainerOptions { Epochs = 3, Checkpoints = new CheckpointOptions(folder.Path) }, 3);
        string last = folder.Combine(CheckpointOptions.LastName);
        SmallTraining resumed = new(new TrainerOptions { Epochs = 3 }), accumulating = new(new TrainerOptions { Epochs = 3, Accumulation = 2 });
        resumed.Trainer.Restore(last);
        accumulating.Trainer.Restore(last);

        ArgumentException order = Assert.Throws<ArgumentException>(() => resumed.Trainer.Fit(new DataLoader(SmallTraining.Labelled(1, SmallTraining.Rows), SmallTraining.BatchSize, seed: 11), cancellationToken: Token));
        ArgumentException options = Assert.Throws<ArgumentException>(() => accumulating.Fit(cancellationToken: Token));

        Assert.Contains("takes them in another order", order.Message, StringComparison.Ordinal);
        Assert.Contains("Accumulation = 1", options.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Restore_PartThatThisTrainingHasNot_IsRefused()
    {
        using TemporaryFolder folder = new();
        SmallTraining averaged = new(new TrainerOptions { Epochs = 1, Checkpoints = new CheckpointOptions(folder.Path) }, average: true);
        averaged.Fit(cancellationToken: Token);
        SmallTraining plain = new(new TrainerOptions { Epochs = 2 });
        IReadOnlyDictionary<string, double[]> before = plain.Bits();

        ArgumentException error = Assert.Throws<ArgumentException>(() => plain.Trainer.Restore(folder.Combine(CheckpointOptions.LastName)));

        Assert.Contains("it holds 'average.", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, plain.Bits());
    }
}
