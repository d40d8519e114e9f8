using Gradus.Learning.Data;
using Gradus.Learning.Layers;
using Gradus.Learning.Losses;
using Gradus.Learning.Optimizers;
using Gradus.Learning.Training;
using Gradus.Learning.Training.Parallel;
using Gradus.Tensors;
using Gradus.Testing;

namespace Gradus.Learning.Tests.Training.Parallel;

public sealed class DataParallelTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    public void Fit_AnyNumberOfReplicas_GivesTheSameBits(int shards)
    {
        // 45 rows in batches of 20: shards of unequal lengths, and a last batch of five rows.
        double[][] one = Trained(replicas: 1, shards), two = Trained(replicas: 2, shards), three = Trained(replicas: 3, shards);

        Assert.Equal(one, two);
        Assert.Equal(one, three);
    }

    [Fact]
    public void Fit_BatchNormalization_AnyNumberOfReplicasGivesTheSameBits()
    {
        double[][][] trained = [.. ((int[])[1, 2, 3]).Select(replicas =>
        {
            Sequential model = Plain(DType.Float32);
            using DataParallel<Sequential> parallel = new(model, () => Plain(DType.Float32), Loss, replicas, shards: 4);
            new Trainer(TrainingParts.Of(model, new Sgd(model.Parameters(), 0.1)), parallel.Step, options: new TrainerOptions { Epochs = 3 })
                .Fit(new DataLoader(SmallTraining.Labelled(1, SmallTraining.Rows), 22, shuffle: true, dropLast: true), cancellationToken: Token);
            return Values(model);
        })];

        Assert.Equal(trained[0], trained[1]);
        Assert.Equal(trained[0], trained[2]);
        Assert.NotEqual(0, trained[0][4][0]); // the running mean has moved
    }

    [Fact]
    public void Fit_EngineThreads_DoNotMatter()
    {
        int before = GradusThreads.Count;
        try
        {
            double[][][] trained = [.. ((int[])[1, 2, 4]).Select(threads =>
            {
                GradusThreads.Count = threads;
                return Trained(replicas: 2, shards: 4);
            })];

            Assert.Equal(trained[0], trained[1]);
            Assert.Equal(trained[0], trained[2]);
        }
        finally
        {
            GradusThreads.Count = before;
        }
    }

    [Fact]
    public void Fit_OneShardWithoutDropout_GivesTheBitsOfTheWholeBatch()
    {
        Sequential whole = Plain(DType.Float32), sharded = Plain(DType.Float32);
        TrainerOptions options = new() { Epochs = 2 };
        using DataParallel<Sequential> parallel = new(sharded, () => Plain(DType.Float32), Loss, replicas: 2, shards: 1);

        new Trainer(whole, new Sgd(whole.Parameters(), 0.1, momentum: 0.9), Logits, options).Fit(Rows(), cancellationToken: Token);
        new Trainer(TrainingParts.Of(sharded, new Sgd(sharded.Parameters(), 0.1, momentum: 0.9)), parallel.Step, options: options).Fit(Rows(), cancellationToken: Token);

        Assert.Equal(Values(whole), Values(sharded));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Backward_ManyShardsOfRowsApart_IsTheGradientOfTheWholeBatch(int shards)
    {
        Sequential model = new(new Linear(5, 6, dtype: DType.Float64), new Tanh(), new Linear(6, 1, dtype: DType.Float64));
        TensorDataset rows = SmallTraining.Labelled(1, 13);
        Batch batch = new(rows.Inputs.To(DType.Float64), rows.Targets.To(DType.Float64));
        using DataParallel<Sequential> parallel = new(model, () => new Sequential(new Linear(5, 6, dtype: DType.Float64), new Tanh(), new Linear(6, 1, dtype: DType.Float64)), Loss, replicas: 2, shards);

        double loss = parallel.Backward(batch, 0);
        double[][] sharded = [.. model.Parameters().Select(parameter => parameter.Grad!.ToArray<double>())];
        model.ZeroGrad();
        Tensor whole = Loss(model, batch);
        whole.Backward();

        Assert.Equal(whole.Item(), loss, 13);
        Assert.All(model.Parameters().Zip(sharded), pair => Assert.All(pair.First.Grad!.ToArray<double>().Zip(pair.Second), each => Assert.Equal(each.First, each.Second, 13)));
    }

    [Fact]
    public void Backward_RunningStatistics_AreTheMeanOverShardsByRows()
    {
        // 12 rows in shards of 4: each moves (0, 1) by a tenth towards its own mean and unbiased variance.
        Sequential model = new(new BatchNorm1d(2, dtype: DType.Float64), new Linear(2, 1, dtype: DType.Float64));
        double[] values = [.. Enumerable.Range(0, 24).Select(i => Math.Sin(i * i))];
        using DataParallel<Sequential> parallel = new(model, () => new Sequential(new BatchNorm1d(2, dtype: DType.Float64), new Linear(2, 1, dtype: DType.Float64)), Loss, replicas: 3, shards: 3);

        parallel.Backward(new Batch(Tensor.From(values, 12, 2), Tensor.Ones(DType.Float64, 12, 1)), 0);

        for (int feature = 0; feature < 2; feature++)
        {
            (double mean, double variance) = (0, 0);
            for (int shard = 0; shard < 3; shard++)
            {
                double[] own = [.. Enumerable.Range(shard * 4, 4).Select(row => values[(row * 2) + feature])];
                mean += own.Average() / 3;
                variance += own.Sum(value => Math.Pow(value - own.Average(), 2)) / 3 / 3;
            }

            IReadOnlyDictionary<string, Tensor> state = model.StateDictionary();
            Assert.Equal(0.1 * mean, state["0.running_mean"].ToArray<double>()[feature], 12);
            Assert.Equal(0.9 + (0.1 * variance), state["0.running_var"].ToArray<double>()[feature], 12);
            Assert.Equal(1, state["0.num_batches_tracked"].Item());
        }
    }

    [Fact]
    public void Fit_StoppedAndResumed_GivesTheSameBits()
    {
        using TemporaryFolder folder = new();
        double[][] undisturbed = Trained(replicas: 2, shards: 4);

        Trained(replicas: 3, shards: 4, new CheckpointOptions(folder.Path), stop: 4);
        double[][] resumed = Trained(replicas: 1, shards: 4, new CheckpointOptions(folder.Path));

        Assert.Equal(undisturbed, resumed);
    }

    [Fact]
    public void Fit_BadRow_IsSkippedAndStatisticsAreBack()
    {
        TensorDataset rows = SmallTraining.Labelled(1, 16);
        float[] inputs = rows.Inputs.ToArray<float>();
        inputs[11] = float.NaN;
        Sequential model = Plain(DType.Float32);
        using DataParallel<Sequential> parallel = new(model, () => Plain(DType.Float32), Loss, replicas: 2, shards: 2);
        double[][] before = Values(model);
        Trainer trainer = new(TrainingParts.Of(model, new Sgd(model.Parameters(), 0.1)), parallel.Step, options: new TrainerOptions { Epochs = 1, NonFinite = NonFinitePolicy.Skip });

        TrainingHistory history = trainer.Fit(new DataLoader(new TensorDataset(Tensor.From(inputs, 16, 5), rows.Targets), 16), cancellationToken: Token);

        Assert.Single(history.Skipped);
        Assert.Equal(before, Values(model));
    }

    [Fact]
    public void Backward_FaultOnAThread_IsThrownAndTheNextBatchWorks()
    {
        Sequential model = Plain(DType.Float32);
        bool broken = true;
        Func<Sequential, Batch, Tensor> loss = (each, batch) => broken && each != model ? throw new InvalidOperationException("planted") : Loss(each, batch);
        using DataParallel<Sequential> parallel = new(model, () => Plain(DType.Float32), loss, replicas: 2, shards: 2);
        TensorDataset rows = SmallTraining.Labelled(1, 16);

        Assert.Equal("planted", Assert.Throws<InvalidOperationException>(() => parallel.Backward(rows.Take([0, 1, 2, 3]), 0)).Message);
        broken = false;
        double after = parallel.Backward(rows.Take([0, 1, 2, 3]), 1);

        Sequential other = Plain(DType.Float32);
        using DataParallel<Sequential> untroubled = new(other, () => Plain(DType.Float32), Loss, replicas: 1, shards: 2);
        untroubled.Backward(rows.Take([0, 1, 2, 3]), 0);
        other.LoadStateDictionary(model.StateDictionary());
        Assert.True(double.IsFinite(after));
        Assert.Equal(other.Parameters().Select(parameter => parameter.Grad!.ToArray<double>()), model.Parameters().Select(parameter => parameter.Grad!.ToArray<double>()));
    }

    [Fact]
    public void Backward_FrozenLayerAndMode_AreTheModels()
    {
        Sequential model = Plain(DType.Float32);
        using DataParallel<Sequential> parallel = new(model, () => Plain(DType.Float32), Loss, replicas: 2, shards: 4);
        model[1].Eval();
        model.Parameters()[0].RequiresGrad = false;
        double[][] before = [.. model.NamedBuffers().Select(entry => entry.Tensor.ToArray<double>())];

        parallel.Backward(SmallTraining.Labelled(1, 16).Take([.. Enumerable.Range(0, 16)]), 0);

        Assert.Null(model.Parameters()[0].Grad);
        Assert.NotNull(model.Parameters()[1].Grad);
        Assert.Equal(before, model.NamedBuffers().Select(entry => entry.Tensor.ToArray<double>()));
    }

    [Fact]
    public void Constructor_OtherLayers_IsRefused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new DataParallel<Sequential>(Plain(DType.Float32), () => new Sequential(new Linear(5, 2)), Loss));

        Assert.Contains("does not fit", error.Message, StringComparison.Ordinal);
        DataParallel<Sequential> ended = new(Plain(DType.Float32), () => Plain(DType.Float32), Loss);
        ended.Dispose();
        Assert.Throws<ObjectDisposedException>(() => ended.Backward(SmallTraining.Labelled(1, 8).Take([0, 1]), 0));
    }

    private static double[][] Trained(int replicas, int shards, CheckpointOptions? checkpoints = null, int? stop = null)
    {
        Sequential model = Deep();
        using DataParallel<Sequential> parallel = new(model, Deep, Loss, replicas, shards);
        AdamW optimizer = new(model.Parameters(), 0.01);
        Trainer trainer = new(TrainingParts.Of(model, optimizer), parallel.Step, options: new TrainerOptions { Epochs = 3, ClipNorm = 1, Checkpoints = checkpoints });
        if (checkpoints is not null)
        {
            trainer.RestoreLast();
        }

        using CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        int seen = 0;
        Watcher watcher = new(_ =>
        {
            if (++seen == stop)
            {
                source.Cancel();
            }
        });
        try
        {
            trainer.Fit(Rows(), progress: watcher, cancellationToken: source.Token);
        }
        catch (OperationCanceledException) when (stop is not null)
        {
            return [];
        }

        return [.. Values(model), .. optimizer.StateDictionary().Values.Select(value => value.ToArray<double>())];
    }

    private static Sequential Deep()
    {
        Sequential model = new(new Linear(5, 16), new LayerNorm(16), new ReLU(), new Dropout(0.3), new Linear(16, 300), new Dropout(0.1), new ReLU(), new Linear(300, 1));
        model.Initialize(4);
        return model;
    }

    private static Sequential Plain(DType dtype)
    {
        Sequential model = new(new Linear(5, 8, dtype: dtype), new BatchNorm1d(8, dtype: dtype), new ReLU(), new Linear(8, 1, dtype: dtype));
        model.Initialize(2);
        return model;
    }

    private static Tensor Loss(Sequential model, Batch batch) => Logits(model.Forward(batch.Inputs), batch.Targets);

    private static Tensor Logits(Tensor output, Tensor targets) => new BinaryCrossEntropyWithLogits().Forward(output.AsLogits(), targets);

    private static DataLoader Rows() => new(SmallTraining.Labelled(1, SmallTraining.Rows), 20, shuffle: true, seed: 8);

    private static double[][] Values(Sequential model) => [.. model.StateDictionary().Values.Select(value => value.ToArray<double>())];

    [Fact]
    public void Fit_LastBatchOfFewRows_LeavesBatchNormalizationTwoRowsAShard()
    {
        Sequential model = Plain(DType.Float32);
        using DataParallel<Sequential> parallel = new(model, () => Plain(DType.Float32), Loss, replicas: 2, shards: 4);

        // 45 rows: two batches of 20 and one of 5.
        TrainingHistory history = new Trainer(TrainingParts.Of(model, new Sgd(model.Parameters(), 0.1)), parallel.Step, options: new TrainerOptions { Epochs = 1 })
            .Fit(new DataLoader(SmallTraining.Labelled(1, SmallTraining.Rows), 20), cancellationToken: Token);

        Assert.Equal(StopReason.Completed, history.Reason);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Backward_LossThatThrows_LeavesTheBuffersAsTheyWere(int replicas)
    {
        Sequential model = Plain(DType.Float32);
        double[][] before = Values(model);
        using DataParallel<Sequential> parallel = new(model, () => Plain(DType.Float32), (net, batch) => Loss(net, batch).Item() > double.NegativeInfinity ? throw new NotSupportedException("planted") : null!, replicas);

        Assert.Throws<NotSupportedException>(() => parallel.Backward(new DataLoader(SmallTraining.Labelled(1, SmallTraining.Rows), 20).Take(0, 0), 0));

        Assert.Equal(before, Values(model));
    }
}
