// Will a patient with diabetes be back in hospital within 30 days? 99,343 stays, split by patient, so that nobody is judged whom the network has met. Nine in ten do not come back: the order
// of the risks counts (AUROC), not how often "no" is right.
//   dotnet run -c Release --project examples/Readmission -- --seed 0
using Gradus.Evaluation.Metrics.Classification;
using Gradus.Examples;
using Gradus.Learning;
using Gradus.Learning.Data;
using Gradus.Learning.Data.Named;
using Gradus.Learning.Data.Tables;
using Gradus.Learning.Losses;
using Gradus.Learning.Models;
using Gradus.Learning.Optimizers;
using Gradus.Learning.Training;

return Example.Run(args, ["seed=0", "epochs=20", "rows=0"], run =>
{
    ulong seed = (ulong)run.Number("seed");
    TabularDataset stays = Datasets.Diabetes130();
    DataSplit split = stays.Split(validation: 0.15, test: 0.15, seed: seed);
    split = run.Number("rows") is > 0 and int few ? split with { Train = [.. split.Train.Take(few)] } : split;
    DataParts<TensorDataset> parts = stays.Prepare(split, binary: true);
    Console.WriteLine($"{parts.Train.Count} stays to learn from, {parts.Validation!.Count} to stop by, {parts.Test.Count} to report on; {parts.Train.Inputs.Shape[1]} columns");

    ClinicalMlp model = ClinicalMlp.ForRows(parts.Train.Inputs.Shape[1], parts.Train.Count);
    model.Initialize(seed);
    BinaryCrossEntropyWithLogits loss = new();
    Trainer trainer = new(model, new AdamW(model.Parameters(), weightDecay: 0.1), (output, target) => loss.Forward(output.AsLogits(), target), new TrainerOptions
    {
        Epochs = run.Number("epochs", least: 1),
        Patience = 4,
        Metric = (outputs, targets) => Auroc.Compute<float>(outputs.ToArray<float>(), targets.ToArray<int>()),
    });
    TrainingHistory history = trainer.Fit(
        new DataLoader(parts.Train, batchSize: 512, shuffle: true, dropLast: true, seed: seed),
        new DataLoader(parts.Validation, batchSize: 4096),
        run);

    // The weights are those of the epoch with the best validation AUROC.
    float[] risks = model.Predict(parts.Test, batchSize: 4096).AsLogits().Sigmoid().Values.ToArray<float>();
    int[] back = parts.Test.Targets.ToArray<int>();
    Example.Tell("validation AUROC", history.Best!.ValidationMetric!.Value);
    Example.Tell("test AUROC", Auroc.Compute<float>(risks, back)!.Value);
    Example.Tell("test average precision", AveragePrecision.Compute<float>(risks, back)!.Value);
    Example.Tell("share of readmitted", back.Average());
});
