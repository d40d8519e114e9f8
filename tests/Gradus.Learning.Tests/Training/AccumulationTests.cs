using Gradus.Learning.Data;
using Gradus.Learning.Layers;
using Gradus.Learning.Losses;
using Gradus.Learning.Optimizers;
using Gradus.Learning.Training;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Training;

public sealed class AccumulationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(4, 2)]
    [InlineData(3, 4)]
    [InlineData(8, 3)]
    public void Fit_SmallBatchesAccumulated_LearnLikeOneLargeBatch(int batchSize, int accumulation)
    {
        // 45 rows: the last batch and the last group are short, and count by their rows.
        double[] accumulated = Trained(batchSize, accumulation), whole = Trained(batchSize * accumulation, 1);

        for (int i = 0; i < whole.Length; i++)
        {
            Assert.Equal(whole[i], accumulated[i], 12);
        }

        Assert.NotEqual(Trained(batchSize, 1)[0], whole[0], 3);
    }

    [Fact]
    public void Fit_TwoOptimizersAccumulated_KeepTheirGradientsApart()
    {
        double[] accumulated = TwoTrained(4, 2), whole = TwoTrained(8, 1);

        for (int i = 0; i < whole.Length; i++)
        {
            Assert.Equal(whole[i], accumulated[i], 12);
        }
    }

    [Fact]
    public void Fit_OneBadBatchOfAGroup_LeavesTheOthers()
    {
        float[] inputs = [.. Enumerable.Range(0, 40).Select(i => i / 40f)];
        inputs[5] = float.NaN; // the second of ten batches of one row of four
        TensorDataset rows = new(Tensor.From(inputs, [10, 4]).To(DType.Float64), Tensor.Ones(DType.Float64, 10, 1));
        Linear model = new(4, 1, dtype: DType.Float64);
        TrainerOptions options = new() { Epochs = 1, Accumulation = 5, NonFinite = NonFinitePolicy.Skip };

        TrainingHistory history = new Trainer(model, new Sgd(model.Parameters(), 0.1), new MeanSquaredError().Forward, options).Fit(new DataLoader(rows, 1), cancellationToken: Token);

        Linear expected = new(4, 1, dtype: DType.Float64);
        Sgd sgd = new(expected.Parameters(), 0.1);
        foreach (int[] group in (int[][])[[0, 2, 3, 4], [5, 6, 7, 8, 9]])
        {
            Batch batch = rows.Take(group);
            sgd.ZeroGrad();
            new MeanSquaredError().Forward(expected.Forward(batch.Inputs), batch.Targets).Backward();
            sgd.Step();
        }

        Assert.Equal([2], history.Skipped.Select(skipped => skipped.Step));
        Assert.All(expected.Weight.ToArray<double>().Zip(model.Weight.ToArray<double>()), pair => Assert.Equal(pair.First, pair.Second, 12));
    }

    [Fact]
    public void Fit_BadGradientInAGroup_LeavesTheWholeGroupOut()
    {
        Sequential model = new(new Linear(5, 3), new BatchNorm1d(3), new Linear(3, 1));
        int calls = 0;
        using GradientHook hook = model.Parameters()[0].RegisterHook(gradient => ++calls == 2 ? gradient * double.NaN : gradient);
        TrainerOptions options = new() { Epochs = 1, Accumulation = 2, NonFinite = NonFinitePolicy.Skip };
        IReadOnlyDictionary<string, Tensor> before = model.StateDictionary();

        TrainingHistory history = new Trainer(model, new Sgd(model.Parameters(), 0.1), new MeanSquaredError().Forward, options).Fit(new DataLoader(SmallTraining.Labelled(1, 16), 8), cancellationToken: Token);

        Assert.Equal([2], history.Skipped.Select(skipped => skipped.Step));
        Assert.Null(history.Epochs[0].TrainLoss);
        Assert.All(model.StateDictionary(), entry => Assert.Equal(before[entry.Key].ToArray<double>(), entry.Value.ToArray<double>()));
    }

    private static double[] Trained(int batchSize, int accumulation)
    {
        Sequential model = new(new Linear(5, 7, dtype: DType.Float64), new Tanh(), new Linear(7, 1, dtype: DType.Float64));
        model.Initialize(4);
        TrainerOptions options = new() { Epochs = 3, Accumulation = accumulation, ClipNorm = 0.2, Schedules = [] };
        Trainer trainer = new(model, new Sgd(model.Parameters(), 0.3, momentum: 0.9), new MeanSquaredError().Forward, options);
        trainer.Fit(new DataLoader(Exact(), batchSize, shuffle: true, seed: 6), cancellationToken: Token);
        return [.. model.Parameters().SelectMany(parameter => parameter.ToArray<double>())];
    }

    // The second model's loss runs through the first, as in a GAN.
    private static double[] TwoTrained(int batchSize, int accumulation)
    {
        Linear first = new(5, 5, dtype: DType.Float64), second = new(5, 1, dtype: DType.Float64);
        (Sgd one, Sgd two) = (new Sgd(first.Parameters(), 0.1), new Sgd(second.Parameters(), 0.1));
        TrainingParts parts = new()
        {
            Models = new Dictionary<string, Module> { ["first"] = first, ["second"] = second },
            Optimizers = new Dictionary<string, Optimizer> { ["one"] = one, ["two"] = two },
        };
        StepFunction step = each =>
        {
            each.Update((second.Forward(first.Forward(each.Batch.Inputs)) - each.Batch.Targets).Square().Mean(), two);
            each.Update((first.Forward(each.Batch.Inputs) - each.Batch.Inputs).Square().Mean(), one);
        };
        new Trainer(parts, step, options: new TrainerOptions { Epochs = 1, Accumulation = accumulation }).Fit(new DataLoader(Exact(), batchSize, shuffle: true), cancellationToken: Token);
        return [.. first.Parameters().Concat(second.Parameters()).SelectMany(parameter => parameter.ToArray<double>())];
    }

    private static TensorDataset Exact()
    {
        TensorDataset rows = SmallTraining.Labelled(1, SmallTraining.Rows);
        return new TensorDataset(rows.Inputs.To(DType.Float64), rows.Targets.To(DType.Float64));
    }
}
