using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Gradus.Learning.Data;
using Gradus.Learning.Layers;
using Gradus.Learning.Losses;
using Gradus.Learning.Optimizers;
using Gradus.Learning.Training;
using Gradus.Tensors;

namespace Gradus.Learning.Trainee;

/// <summary>
/// Trains from the last checkpoint of a folder, if there is one, to the end, unless it is killed. It says on standard output <c>step EPOCH NUMBER</c> after each batch, each only when that is done, and at the
/// end <c>done DIGEST</c>, the SHA-256 of weights, buffers, moments, average and history. Arguments: the folder, or <c>-</c> for a training without checkpoints.
/// </summary>
internal static class Program
{
    private const int Rows = 1500;
    private const int Features = 48;
    private const int Classes = 10;

    private static void Main(string[] args)
    {
        // All that has a state: running statistics, dropout, moments, an average, a group of batches, patience, augmentation-free shuffling, a bad row that is skipped in each epoch.
        Sequential model = new(new Linear(Features, 256), new BatchNorm1d(256), new ReLU(), new Dropout(0.2), new Linear(256, 128), new BatchNorm1d(128), new ReLU(), new Dropout(0.4), new Linear(128, Classes));
        model.Initialize(7);
        AdamW optimizer = new(model.Parameters(), 0.003);
        CrossEntropy loss = new();
        ExponentialMovingAverage average = new(model.Parameters(), 0.9);
        Trainer trainer = new(model, optimizer, (output, labels) => loss.Forward(output.AsLogits(), labels), new TrainerOptions
        {
            Epochs = 5,
            Patience = 4,
            Accumulation = 2,
            ClipNorm = 1,
            NonFinite = NonFinitePolicy.Skip,
            Average = average,
            Checkpoints = args[0] == "-" ? null : new CheckpointOptions(args[0]) { EverySteps = 2 },
        });
        if (args[0] != "-")
        {
            trainer.RestoreLast();
        }

        TrainingHistory history = trainer.Fit(new DataLoader(Labelled(1, Rows, bad: 77), 32, shuffle: true, seed: 5), new DataLoader(Labelled(2, 200, bad: null), 50), new Teller());
        Say($"done {Digest(model.StateDictionary().Concat(optimizer.StateDictionary()).Concat(average.StateDictionary()), history)}");
    }

    private static TensorDataset Labelled(ulong seed, int rows, int? bad)
    {
        Rng rng = new(seed);
        float[] inputs = [.. Enumerable.Range(0, rows * Features).Select(_ => (float)rng.NextNormal())];
        long[] labels = [.. Enumerable.Range(0, rows).Select(row => (long)Enumerable.Range(0, Classes).MaxBy(label => inputs[(row * Features) + label] + rng.NextNormal()))];
        if (bad is { } row)
        {
            inputs[row * Features] = float.NaN;
        }

        return new TensorDataset(Tensor.From(inputs, [rows, Features]), Tensor.From(labels, [rows]));
    }

    private static string Digest(IEnumerable<KeyValuePair<string, Tensor>> state, TrainingHistory history)
    {
        using IncrementalHash digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string name, Tensor tensor) in state.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            digest.AppendData(Encoding.UTF8.GetBytes(name));
            digest.AppendData(MemoryMarshal.AsBytes<double>(tensor.ToArray<double>()));
        }

        foreach (EpochRecord epoch in history.Epochs)
        {
            digest.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{epoch.Epoch} {epoch.TrainLoss:R} {epoch.ValidationLoss:R} {epoch.GradientNorm:R} {epoch.SkippedSteps}")));
        }

        digest.AppendData(Encoding.UTF8.GetBytes($"{history.BestEpoch} {history.Reason} {string.Join(';', history.Skipped)}"));
        return Convert.ToHexString(digest.GetHashAndReset());
    }

    private static void Say(string line)
    {
        Console.Out.Write(line + "\n");
        Console.Out.Flush();
    }

    private sealed class Teller : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (value.Completed is null)
            {
                Say(string.Create(CultureInfo.InvariantCulture, $"step {value.Epoch} {value.Step}"));
            }
        }
    }
}
