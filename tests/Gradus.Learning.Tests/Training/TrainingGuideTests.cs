using System.Text.Json.Nodes;
using Gradus.Evaluation.Validation;
using Gradus.Learning.Data;
using Gradus.Learning.Layers;
using Gradus.Learning.Losses;
using Gradus.Learning.Optimizers;
using Gradus.Learning.Schedules;
using Gradus.Learning.Training;
using Gradus.Learning.Training.Folds;
using Gradus.Learning.Training.Parallel;
using Gradus.Learning.Training.Runs;
using Gradus.Learning.Training.Search;
using Gradus.Tensors;
using Gradus.Testing;

namespace Gradus.Learning.Tests.Training;

/// <summary>The programs of docs/guide/train-a-model.md are the ones here, compiled and run.</summary>
public sealed class TrainingGuideTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Guide_EveryProgram_StandsInThisFile()
    {
        string guide = File.ReadAllText(RepositoryRoot.Combine("docs", "guide", "train-a-model.md"));
        string source = Plain(File.ReadAllText(RepositoryRoot.Combine("tests", "Gradus.Learning.Tests", "Training", "TrainingGuideTests.cs")));

        string[] programs = [.. guide.Split("```csharp\n")[1..].Select(part => Plain(part[..part.IndexOf("```", StringComparison.Ordinal)]).Trim())];

        Assert.Equal(6, programs.Length);
        Assert.All(programs, program => Assert.Contains(program, source, StringComparison.Ordinal));
    }

    [Fact]
    public void Trainer_OfTheGuide_LearnsAndGoesOn()
    {
        BinaryCrossEntropyWithLogits loss = new();
        DataLoader train = Train(), validation = new(SmallTraining.Labelled(2, 60), 20);
        string folder = _folder.Path;
        TrainingHistory Run(Sequential model)
        {
            AdamW optimizer = new(model.Parameters(), 0.01);

            Trainer trainer = new(model, optimizer, (output, target) => loss.Forward(output.AsLogits(), target), new TrainerOptions
            {
                Epochs = 30,
                Patience = 5,
                ClipNorm = 1,
                Schedules = [new TrainingSchedule(new CosineAnnealingLR(optimizer, 30), ScheduleInterval.Epoch)],
                Average = new ExponentialMovingAverage(model.Parameters(), 0.98),
                Checkpoints = new CheckpointOptions(folder) { EverySteps = 50 },
            });
            trainer.RestoreLast();
            TrainingHistory history = trainer.Fit(train, validation);

            return history;
        }

        Sequential first = Network(), second = Network();
        TrainingHistory history = Run(first), again = Run(second);

        Assert.True(history.Best!.ValidationLoss < 0.5, $"validation loss {history.Best.ValidationLoss}");
        Assert.Equal(history.Epochs.Count, again.Epochs.Count);
        Assert.Equal(first.StateDictionary()["0.weight"].ToArray<float>(), second.StateDictionary()["0.weight"].ToArray<float>());
    }

    [Fact]
    public void Gan_OfTheGuide_Runs()
    {
        Sequential generator = new(new Linear(2, 8), new ReLU(), new Linear(8, 5)), discriminator = new(new Linear(5, 8), new ReLU(), new Linear(8, 1));
        Adam g = new(generator.Parameters()), d = new(discriminator.Parameters());
        DataLoader rows = Train();
        Tensor Judge(Tensor batch, bool real)
        {
            Tensor logits = discriminator.Forward(batch);
            return new BinaryCrossEntropyWithLogits().Forward(logits.AsLogits(), Tensor.Full(real ? 1 : 0, DType.Float32, logits.Shape));
        }

        Trainer trainer = new(
            new TrainingParts
            {
                Models = new Dictionary<string, Module> { ["generator"] = generator, ["discriminator"] = discriminator },
                Optimizers = new Dictionary<string, Optimizer> { ["generator"] = g, ["discriminator"] = d },
            },
            step =>
            {
                Tensor fake = generator.Forward(Tensor.Randn(step.Rng, step.Batch.Inputs.Shape[0], 2));
                step.Update(Judge(step.Batch.Inputs, real: true) + Judge(fake.Detach(), real: false), d);
                Tensor fooled = Judge(fake, real: true);
                step.Update(fooled, g);
                step.Log("fooled", fooled.Item());
            });
        TrainingHistory history = trainer.Fit(rows);

        Assert.Equal(10, history.Epochs.Count);
        Assert.All(history.Epochs, epoch => Assert.InRange(epoch.Figures["fooled"], 0.05, 5));
    }

    [Fact]
    public void Replicas_OfTheGuide_Learn()
    {
        BinaryCrossEntropyWithLogits loss = new();
        Sequential model = Network();
        AdamW optimizer = new(model.Parameters(), 0.01);
        DataLoader train = Train();

        using DataParallel<Sequential> parallel = new(model, () => Network(), (replica, batch) => loss.Forward(replica.Forward(batch.Inputs).AsLogits(), batch.Targets), replicas: 2, shards: 4);
        Trainer trainer = new(TrainingParts.Of(model, optimizer), parallel.Step);
        trainer.Fit(train);

        Tensor output = model.Forward(SmallTraining.Labelled(2, 60).Inputs);
        Assert.True(loss.Forward(output.AsLogits(), SmallTraining.Labelled(2, 60).Targets).Item() < 0.6);
    }

    [Fact]
    public void CrossValidation_OfTheGuide_Scores()
    {
        TensorDataset rows = SmallTraining.Labelled(1, 100);
        int[] labels = [.. rows.Targets.ToArray<float>().Select(value => (int)value)];
        double Accuracy(IReadOnlyList<int> train, IReadOnlyList<int> validation, ulong seed)
        {
            Linear model = new(5, 1);
            model.Initialize(seed);
            new Trainer(model, new Sgd(model.Parameters(), 0.5), (output, target) => new BinaryCrossEntropyWithLogits().Forward(output.AsLogits(), target)).Fit(new DataLoader(rows.Subset([.. train]), 20));
            float[] outputs = model.Forward(rows.Subset([.. validation]).Inputs).ToArray<float>();
            return outputs.Zip(validation).Average(pair => pair.First > 0 == (labels[pair.Second] == 1) ? 1.0 : 0);
        }

        FoldRows[] folds = [.. StratifiedKFold.Split(labels, folds: 5, seed: 1).Select(fold => new FoldRows(fold.Train, fold.Test))];
        FoldScores scores = CrossValidation.Score(labels.Length, folds, fold => Accuracy(fold.Rows.Train, fold.Rows.Validation, seed: fold.Rng.NextULong()));
        Console.WriteLine($"{scores.Mean:0.00} ± {scores.StandardDeviation:0.00}");

        Assert.InRange(scores.Mean, 0.8, 1);
    }

    [Fact]
    public void Search_OfTheGuide_FindsAPoint()
    {
        string record = _folder.Combine("search.jsonl");
        double ValidationLoss(SearchPoint point)
        {
            int units = point.Integer("units");
            Sequential model = new(new Linear(5, units), point.Choice("activation") == "relu" ? new ReLU() : new Tanh(), new Linear(units, 1));
            TrainingHistory history = new Trainer(
                model, new Sgd(model.Parameters(), point.Real("rate")), (output, target) => new BinaryCrossEntropyWithLogits().Forward(output.AsLogits(), target), new TrainerOptions { Epochs = 3 })
                .Fit(Train(), new DataLoader(SmallTraining.Labelled(2, 60), 20));
            return history.Best?.ValidationLoss ?? double.NaN;
        }

        SearchSpace space = new(new RealDimension("rate", 1e-4, 1, Logarithmic: true), new IntegerDimension("units", 2, 64, Logarithmic: true), new ChoiceDimension("activation", "relu", "tanh"));
        SearchResult found = HyperparameterSearch.Run(space, new TpeSampler(startup: 5), trial => ValidationLoss(trial.Point), trials: 12, new SearchOptions { Seed = 1, Record = record });
        Console.WriteLine(found.Best!.Point);

        Assert.InRange(found.Best.Point.Real("rate"), 0.02, 1);
    }

    [Fact]
    public void Record_OfTheGuide_IsThere()
    {
        string runs = _folder.Combine("runs");
        Sequential model = Network();
        Trainer trainer = new(model, new AdamW(model.Parameters(), 0.01), (output, target) => new BinaryCrossEntropyWithLogits().Forward(output.AsLogits(), target), new TrainerOptions { Epochs = 2 });
        DataLoader train = Train(), validation = new(SmallTraining.Labelled(2, 60), 20);

        RunDescription description = new("mlp", Seed: 1) { Configuration = new JsonObject { ["rate"] = 0.01 }, Data = DataDigest.Of(train.Dataset) };
        using RunRecorder recorder = RunRecorder.Start(runs, description);
        recorder.Finish(trainer.Fit(train, validation, recorder));

        Assert.Equal(2, RunFiles.Read(runs, recorder.Id).Epochs.Count);
    }

    private static string Plain(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()));

    private static DataLoader Train() => new(SmallTraining.Labelled(1, 200), 20, shuffle: true, seed: 1);

    private static Sequential Network()
    {
        Sequential model = new(new Linear(5, 16), new ReLU(), new Linear(16, 1));
        model.Initialize(1);
        return model;
    }
}
