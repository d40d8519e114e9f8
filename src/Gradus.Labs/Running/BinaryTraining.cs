using Gradus.Labs.Data;
using Gradus.Learning;
using Gradus.Learning.Data;
using Gradus.Learning.Losses;
using Gradus.Learning.Optimizers;
using Gradus.Learning.Training;

namespace Gradus.Labs.Running;

/// <summary>Trains networks with one logit, as two labs do.</summary>
internal static class BinaryTraining
{
    /// <summary>Trains for a fixed number of epochs, in batches of 50.</summary>
    /// <param name="model">The network, [N, F] to [N, 1]; its first values are drawn from the seed.</param>
    /// <param name="optimizer">Makes the optimizer for it.</param>
    /// <param name="rows">The training rows.</param>
    /// <param name="epochs">The epochs; each is a step of the notebook.</param>
    /// <param name="series">The name under which the training loss is told.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="notebook">Where the loss is written.</param>
    public static void Train(Layer model, Func<Layer, Optimizer> optimizer, LabelledRows rows, int epochs, string series, ulong seed, LabNotebook notebook)
    {
        model.Initialize(seed);
        BinaryCrossEntropyWithLogits loss = new();
        DataLoader batches = new(LabTensors.Events(rows), batchSize: 50, shuffle: true, seed: seed);
        Trainer trainer = new(model, optimizer(model), (output, events) => loss.Forward(output.AsLogits(), events), new TrainerOptions { Epochs = epochs });
        trainer.Fit(batches, progress: new EpochListener(Tell), cancellationToken: notebook.CancellationToken);

        void Tell(EpochRecord epoch)
        {
            notebook.Step();
            notebook.Point(seed, series, epoch.Epoch, epoch.TrainLoss ?? double.NaN);
        }
    }
}
