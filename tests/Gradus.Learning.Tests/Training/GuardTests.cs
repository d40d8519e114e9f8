using Gradus.Learning.Data;
using Gradus.Learning.Layers;
using Gradus.Learning.Losses;
using Gradus.Learning.Optimizers;
using Gradus.Learning.Training;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Training;

/// <summary>What is not finite is planted; it must leave no trace in weights, moments or running statistics, and the reason must be named.</summary>
public sealed class GuardTests
{
    private static readonly TrainerOptions Skipping = new() { Epochs = 2, NonFinite = NonFinitePolicy.Skip, RestoreBest = false };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Fit_BadInput_LeavesNoTrace(float bad)
    {
        const int Row = 17;
        TensorDataset rows = Planted(Row, bad);
        SmallTraining training = new(Skipping, rows: rows);

        TrainingHistory history = training.Fit(cancellationToken: Token);

        SmallTraining expected = new(Skipping, rows: rows);
        List<SkippedStep> skipped = Loop(expected, Row);
        Assert.Equal(expected.Bits(), training.Bits());
        Assert.Equal(skipped.Select(step => (step.Epoch, step.Step)), history.Skipped.Select(step => (step.Epoch, step.Step)));
        Assert.All(history.Skipped, step => Assert.Contains($"(row {Row} of the data set) is not finite", step.Reason, StringComparison.Ordinal));
        Assert.All(history.Skipped, step => Assert.Contains("of its inputs", step.Reason, StringComparison.Ordinal));
        Assert.All(training.Bits().Values, values => Assert.All(values, value => Assert.True(double.IsFinite(value))));
    }

    [Fact]
    public void Fit_BadInput_ReachesEverythingWithoutTheGuard()
    {
        // The same rows in a loop without a guard: proof that the test above guards something.
        SmallTraining training = new(new TrainerOptions(), rows: Planted(17, float.NaN));
        foreach (Batch batch in training.Train.Epoch(0))
        {
            training.Optimizer.ZeroGrad();
            training.Loss(training.Model.Forward(batch.Inputs), batch.Targets).Backward();
            training.Optimizer.Step();
        }

        IReadOnlyDictionary<string, double[]> bits = training.Bits();

        Assert.Contains(bits["1.running_mean"], double.IsNaN);
        Assert.Contains(bits["0.weight"], double.IsNaN);
        Assert.Contains(bits["state.0.exp_avg"], double.IsNaN);
    }

    [Fact]
    public void Fit_OnlyTheGradientOverflows_NamesTheParameterAndPutsStatisticsBack()
    {
        SmallTraining training = new(new TrainerOptions { Epochs = 1 });
        using GradientHook hook = training.Model.Parameters()[0].RegisterHook(gradient => gradient * double.PositiveInfinity);
        IReadOnlyDictionary<string, double[]> before = training.Bits();

        TrainingHistory history = training.Fit(cancellationToken: Token);

        Assert.Equal(StopReason.NotFinite, history.Reason);
        Assert.Equal(before, training.Bits());
        Assert.Contains("'0.weight' (", history.Message, StringComparison.Ordinal);
        Assert.Contains("in epoch 1, step 1", history.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_LayerOverflows_NamesIt()
    {
        Sequential model = new(new Linear(5, 3), new Dropout(0.5), new Linear(3, 1));
        model.Initialize(1);
        using (NoGrad.Enter())
        {
            model.Parameters()[2].Fill(3e38);
        }

        Trainer trainer = new(model, new Sgd(model.Parameters(), 0.1), new MeanSquaredError().Forward, new TrainerOptions { Epochs = 1 });
        TensorDataset rows = new(Tensor.Full(100, DType.Float32, [8, 5]), Tensor.Ones(8, 1));

        TrainingHistory history = trainer.Fit(new DataLoader(rows, 8), cancellationToken: Token);

        Assert.Contains("inputs, targets and weights are finite, the output of '2' is the first that is not", history.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_LossOverflows_SaysThatLayersDidNot()
    {
        Linear model = new(5, 1);
        Trainer trainer = new(model, new Sgd(model.Parameters(), 0.1), (output, target) => new MeanSquaredError().Forward(output, target) / 0.0, new TrainerOptions { Epochs = 1 });

        TrainingHistory history = trainer.Fit(new DataLoader(SmallTraining.Labelled(1, 16), 8), cancellationToken: Token);

        Assert.Contains("weights and the layers' outputs are finite, so the loss went beyond", history.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Update_ClosureLeadsAstray_PutsWeightsAndMemoryBack()
    {
        Sequential model = new(new Linear(5, 3, dtype: DType.Float64), new Tanh(), new Linear(3, 1, dtype: DType.Float64));
        Lbfgs lbfgs = new(model.Parameters(), maxIterations: 4);
        DataLoader rows = new(new TensorDataset(SmallTraining.Labelled(1, 30).Inputs.To(DType.Float64), SmallTraining.Labelled(1, 30).Targets.To(DType.Float64)), 30);
        int calls = 0;
        Func<Batch, Tensor> loss = batch => (model.Forward(batch.Inputs) - batch.Targets).Square().Mean() * (calls > 3 ? double.NaN : 1);
        TrainerOptions options = new() { Epochs = 2, NonFinite = NonFinitePolicy.Skip };
        List<double[]> weights = [];

        // The second step goes wrong at its second evaluation: the first loss is finite, what follows is not.
        Trainer trainer = new(
            TrainingParts.Of(model, lbfgs),
            step =>
            {
                weights.Add([.. model.Parameters().SelectMany(parameter => parameter.ToArray<double>())]);
                calls = step.Total == 0 ? -100 : 2;
                step.Update(() =>
                {
                    calls++;
                    return loss(step.Batch);
                });
            },
            options: options);
        TrainingHistory history = trainer.Fit(rows, cancellationToken: Token);

        Assert.Equal([2], history.Skipped.Select(skipped => skipped.Epoch));
        Assert.Contains("led astray; the loss there was NaN", history.Skipped[0].Reason, StringComparison.Ordinal);
        Assert.NotEqual(weights[0], weights[1]);
        Assert.Equal(weights[1], model.Parameters().SelectMany(parameter => parameter.ToArray<double>()));
        Assert.All(lbfgs.StateDictionary().Values, value => Assert.All(value.ToArray<double>(), number => Assert.True(double.IsFinite(number))));
    }

    [Fact]
    public void Fit_InfiniteGradientAndALimitOfValues_IsNotMadeFiniteByIt()
    {
        SmallTraining training = new(new TrainerOptions { Epochs = 1, ClipValue = 0.5 });
        using GradientHook hook = training.Model.Parameters()[0].RegisterHook(gradient => gradient.Abs() * double.PositiveInfinity);
        IReadOnlyDictionary<string, double[]> before = training.Bits();

        TrainingHistory history = training.Fit(cancellationToken: Token);

        Assert.Equal(StopReason.NotFinite, history.Reason);
        Assert.Equal(before, training.Bits());
    }

    [Fact]
    public void Fit_ClipValueAndClipNorm_EqualTheLoop()
    {
        SmallTraining trained = new(new TrainerOptions { Epochs = 1, ClipValue = 0.05, ClipNorm = 0.1, RestoreBest = false });
        SmallTraining looped = new(new TrainerOptions());

        trained.Fit(cancellationToken: Token);
        looped.Model.Train();
        foreach (Batch batch in looped.Train.Epoch(0))
        {
            looped.Optimizer.ZeroGrad();
            looped.Loss(looped.Model.Forward(batch.Inputs), batch.Targets).Backward();
            GradientValues.Clip(looped.Optimizer.Parameters, 0.05);
            GradientNorm.Clip(looped.Optimizer.Parameters, 0.1);
            looped.Optimizer.Step();
            looped.Options.Schedules[0].Schedule.Step();
        }

        Assert.Equal(looped.Bits(), trained.Bits());
    }

    [Fact]
    public void Fit_SkippedStep_DoesNotMoveTheSchedule()
    {
        SmallTraining training = new(Skipping with { Epochs = 1 }, rows: Planted(17, float.NaN));
        List<TrainingProgress> seen = [];

        training.Fit(new Watcher(seen.Add), Token);

        Assert.Equal(SmallTraining.Batches - 1, training.Options.Schedules[0].Schedule.LastEpoch);
        Assert.Equal(1, seen.Count(progress => progress.Skipped is not null));
        Assert.Equal(1, seen[^1].Completed!.SkippedSteps);
    }

    [Fact]
    public void Update_SecondOfTwoOptimizersFails_KeepsTheFirstAndItsStatistics()
    {
        Sequential first = new(new Linear(5, 4), new BatchNorm1d(4), new Linear(4, 1));
        Sequential second = new(new Linear(5, 4), new BatchNorm1d(4), new Linear(4, 1));
        (Sgd one, Sgd two) = (new Sgd(first.Parameters(), 0.1), new Sgd(second.Parameters(), 0.1));
        TrainingParts parts = new()
        {
            Models = new Dictionary<string, Module> { ["first"] = first, ["second"] = second },
            Optimizers = new Dictionary<string, Optimizer> { ["one"] = one, ["two"] = two },
        };
        Trainer trainer = new(
            parts,
            step =>
            {
                step.Update(first.Forward(step.Batch.Inputs).Square().Mean(), one);
                step.Update(second.Forward(step.Batch.Inputs).Square().Mean() * double.NaN, two);
            },
            options: Skipping with { Epochs = 1 });
        IReadOnlyDictionary<string, Tensor> before = second.StateDictionary();
        IReadOnlyDictionary<string, Tensor> start = first.StateDictionary();

        TrainingHistory history = trainer.Fit(new DataLoader(SmallTraining.Labelled(1, 16), 8), cancellationToken: Token);

        Assert.Equal(2, history.Skipped.Count);
        Assert.All(before, entry => Assert.Equal(entry.Value.ToArray<double>(), second.StateDictionary()[entry.Key].ToArray<double>()));
        Assert.Equal([2d], first.StateDictionary()["1.num_batches_tracked"].ToArray<double>());
        Assert.NotEqual(start["0.weight"].ToArray<float>(), first.StateDictionary()["0.weight"].ToArray<float>());
    }

    [Fact]
    public void Update_UnknownOrUnnamedOptimizer_IsRefused()
    {
        Linear model = new(5, 1);
        Sgd own = new(model.Parameters(), 0.1), other = new(new Linear(5, 1).Parameters(), 0.1);
        TrainingParts one = TrainingParts.Of(model, own);
        TrainingParts both = one with { Optimizers = new Dictionary<string, Optimizer> { ["own"] = own, ["other"] = other } };

        ArgumentException unknown = Assert.Throws<ArgumentException>(() => Run(one, step => step.Update(model.Forward(step.Batch.Inputs).Mean(), other)));
        ArgumentException unnamed = Assert.Throws<ArgumentException>(() => Run(both, step => step.Update(model.Forward(step.Batch.Inputs).Mean())));

        Assert.Contains("none of the training's optimizers", unknown.Message, StringComparison.Ordinal);
        Assert.Contains("2 optimizers; say which", unnamed.Message, StringComparison.Ordinal);
    }

    private static void Run(TrainingParts parts, StepFunction step) =>
        new Trainer(parts, step, options: Skipping).Fit(new DataLoader(SmallTraining.Labelled(1, 16), 8), cancellationToken: Token);

    // What a careful person writes by hand: a look at the loss before anything changes, with dropout's draws of that step spent.
    private static List<SkippedStep> Loop(SmallTraining training, int bad)
    {
        List<SkippedStep> skipped = [];
        for (int epoch = 0; epoch < 2; epoch++)
        {
            training.Model.Train();
            for (int place = 0; place < SmallTraining.Batches; place++)
            {
                Batch batch = training.Train.Take(epoch, place);
                int[] order = training.Train.Order(epoch);
                IReadOnlyDictionary<string, Tensor> before = training.Model.StateDictionary();
                Tensor loss = training.Loss(training.Model.Forward(batch.Inputs), batch.Targets);
                if (order.Skip(place * SmallTraining.BatchSize).Take(SmallTraining.BatchSize).Contains(bad))
                {
                    training.Model.LoadStateDictionary(before);
                    skipped.Add(new SkippedStep(epoch + 1, place + 1, ""));
                    continue;
                }

                training.Optimizer.ZeroGrad();
                loss.Backward();
                training.Optimizer.Step();
                training.Options.Schedules[0].Schedule.Step();
            }
        }

        return skipped;
    }

    private static TensorDataset Planted(int row, float bad)
    {
        TensorDataset rows = SmallTraining.Labelled(1, SmallTraining.Rows);
        float[] inputs = rows.Inputs.ToArray<float>();
        inputs[(row * 5) + 2] = bad;
        return new TensorDataset(Tensor.From(inputs, [SmallTraining.Rows, 5]), rows.Targets);
    }
}
