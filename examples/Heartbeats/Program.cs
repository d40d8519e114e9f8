// What kind of heartbeat is it? 500 electrocardiograms of one beat, 140 samples each, five kinds of which one has two rows: a convolutional network, five-fold cross-validation.
//   dotnet run -c Release --project examples/Heartbeats -- --seed 0
using Gradus.Evaluation.Metrics.Classification;
using Gradus.Evaluation.Validation;
using Gradus.Examples;
using Gradus.Learning;
using Gradus.Learning.Data;
using Gradus.Learning.Data.Named;
using Gradus.Learning.Layers;
using Gradus.Learning.Losses;
using Gradus.Learning.Optimizers;
using Gradus.Learning.Schedules;
using Gradus.Learning.Training;
using Gradus.Learning.Training.Folds;
using Gradus.Tensors;

return Example.Run(args, ["seed=0", "epochs=30", "folds=5"], run =>
{
    (ulong seed, int epochs) = ((ulong)run.Number("seed"), run.Number("epochs", least: 1));
    TensorDataset beats = Datasets.Ecg5000();
    int[] kinds = beats.Targets.ToArray<int>();

    // The rarest kind has fewer rows than there are folds, so some folds do not test it.
    FoldRows[] folds = [.. StratifiedKFold.Split(kinds, run.Number("folds", least: 2), seed, allowRare: true).Select(fold => new FoldRows(fold.Train, fold.Test))];
    Tensor outputs = CrossValidation.OutOfFold(beats.Count, folds, fold =>
    {
        Sequential model = new(
            new Unflatten(1, [1, 140]),
            new Conv1d(1, 32, 7, padding: 3),
            new BatchNorm1d(32),
            new ReLU(),
            new MaxPool1d(2),
            new Conv1d(32, 64, 5, padding: 2),
            new BatchNorm1d(64),
            new ReLU(),
            new AdaptiveAvgPool1d(5),
            new Flatten(),
            new Dropout(0.3),
            new Linear(64 * 5, 5));
        model.Initialize(fold.Rng.NextULong());
        DataLoader batches = new(beats.Subset([.. fold.Rows.Train]), batchSize: 32, shuffle: true, seed: seed);
        AdamW optimizer = new(model.Parameters());
        OneCycleLR cycle = new(optimizer, maxRate: 3e-3, totalSteps: (long)epochs * batches.BatchCount);
        CrossEntropy loss = new();
        Trainer trainer = new(model, optimizer, (output, labels) => loss.Forward(output.AsLogits(), labels), new TrainerOptions { Epochs = epochs, Schedules = [new TrainingSchedule(cycle)] });
        trainer.Fit(batches);
        return model.Predict(beats.Subset([.. fold.Rows.Validation]));
    }, seed);

    int[] predicted = outputs.ArgMax(1).ToArray<int>();
    foreach (int kind in kinds.Distinct().Order())
    {
        int[] rows = [.. Enumerable.Range(0, kinds.Length).Where(row => kinds[row] == kind)];
        Console.WriteLine($"kind {kind}: {rows.Count(row => predicted[row] == kind)} of {rows.Length} right");
    }

    Example.Tell("accuracy", Accuracy.Compute(predicted, kinds)!.Value);
});
