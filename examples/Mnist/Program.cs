// Handwritten digits with a multilayer perceptron or a convolutional network: learned from 60,000 images, judged on 10,000 others, which are looked at once, at the end.
//   dotnet run -c Release --project examples/Mnist -- --model cnn --seed 0
using Gradus.Evaluation.Metrics.Classification;
using Gradus.Examples;
using Gradus.Learning;
using Gradus.Learning.Data;
using Gradus.Learning.Data.Images;
using Gradus.Learning.Data.Named;
using Gradus.Learning.Layers;
using Gradus.Learning.Losses;
using Gradus.Learning.Models;
using Gradus.Learning.Optimizers;
using Gradus.Learning.Schedules;
using Gradus.Learning.Training;
using Gradus.Tensors;

return Example.Run(args, ["model=cnn", "seed=0", "epochs=6", "rows=60000"], run =>
{
    (ulong seed, int epochs) = ((ulong)run.Number("seed"), run.Number("epochs", least: 1));
    DataParts<ImageDataset> mnist = Datasets.Mnist();
    Dataset train = mnist.Train.Normalized([0.1307f], [0.3081f]).Subset([.. Enumerable.Range(0, run.Number("rows"))]);
    Dataset test = mnist.Test.Normalized([0.1307f], [0.3081f]);

    Sequential model = run["model"] switch
    {
        "mlp" => new Sequential(new Flatten(), new Mlp(28 * 28, [512, 256], 10, dropout: 0.2)),
        "cnn" => new MnistCnn(),
        _ => throw new UsageException($"--model is '{run["model"]}'; it must be mlp or cnn."),
    };
    model.Initialize(seed);
    Console.WriteLine(model.Summary(1, 1, 28, 28));

    // The rate rises to its peak in three tenths of all steps and falls to nothing by the last one.
    DataLoader batches = new(train, batchSize: 128, shuffle: true, seed: seed);
    AdamW optimizer = new(model.Parameters());
    OneCycleLR cycle = new(optimizer, maxRate: 2e-3, totalSteps: (long)epochs * batches.BatchCount);
    CrossEntropy loss = new();
    Trainer trainer = new(model, optimizer, (output, labels) => loss.Forward(output.AsLogits(), labels), new TrainerOptions
    {
        Epochs = epochs,
        Schedules = [new TrainingSchedule(cycle)],
    });
    trainer.Fit(batches, progress: run);

    int[] predicted = model.Predict(test).ArgMax(1).ToArray<int>();
    Example.Tell("test accuracy", Accuracy.Compute(predicted, mnist.Test.Labels)!.Value);
});
