using Gradus.Learning.Data;
using Gradus.Learning.Layers;
using Gradus.Learning.Losses;
using Gradus.Learning.Optimizers;
using Gradus.Learning.Training;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Training;

/// <summary>A network with everything that has a state (running statistics, dropout, moments of AdamW), rows and a trainer, small enough to be trained many times.</summary>
internal sealed class SmallTraining
{
    internal const int Rows = 45;
    internal const int BatchSize = 8;
    internal const int Batches = 6;

    private readonly BinaryCrossEntropyWithLogits _loss = new();

    internal SmallTraining(TrainerOptions options, ulong seed = 3, TensorDataset? rows = null, bool average = false)
    {
        Model = new Sequential(new Linear(5, 12), new BatchNorm1d(12), new ReLU(), new Dropout(0.3), new Linear(12, 6), new Dropout(0.1), new Tanh(), new Linear(6, 1));
        Model.Initialize(seed);
        Optimizer = new AdamW(Model.Parameters(), 0.02);
        Train = new DataLoader(rows ?? Labelled(1, Rows), BatchSize, shuffle: true, seed: 11);
        Validation = new DataLoader(Labelled(2, 20), 7);
        Options = options with { Average = average ? new ExponentialMovingAverage(Model.Parameters(), 0.8) : null, Schedules = [.. options.Schedules, new TrainingSchedule(new Cooling(Optimizer))] };
        Trainer = new Trainer(Model, Optimizer, Loss, Options);
    }

    internal Sequential Model { get; }

    internal AdamW Optimizer { get; }

    internal DataLoader Train { get; }

    internal DataLoader Validation { get; }

    internal TrainerOptions Options { get; }

    internal Trainer Trainer { get; }

    /// <summary>Rows whose label depends on two of five features.</summary>
    internal static TensorDataset Labelled(ulong seed, int rows)
    {
        Rng rng = new(seed);
        float[] inputs = [.. Enumerable.Range(0, rows * 5).Select(_ => (float)rng.NextNormal())];
        float[] targets = [.. Enumerable.Range(0, rows).Select(row => inputs[row * 5] - inputs[(row * 5) + 3] + (0.3 * rng.NextNormal()) > 0 ? 1f : 0f)];
        return new TensorDataset(Tensor.From(inputs, [rows, 5]), Tensor.From(targets, [rows, 1]));
    }

    internal Tensor Loss(Tensor output, Tensor targets) => _loss.Forward(output.AsLogits(), targets);

    internal TrainingHistory Fit(IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default) => Trainer.Fit(Train, Validation, progress, cancellationToken);

    /// <summary>All values of the model, of what the optimizer keeps, and of the average.</summary>
    internal IReadOnlyDictionary<string, double[]> Bits() =>
        Model.StateDictionary().Concat(Optimizer.StateDictionary()).Concat(Options.Average?.StateDictionary() ?? new Dictionary<string, Tensor>()).ToDictionary(entry => entry.Key, entry => entry.Value.ToArray<double>(), StringComparer.Ordinal);
}
