// Is a tumour of the breast malignant? Thirty measures of its cell nuclei, 569 tumours, ten-fold cross-validation: each is judged by a network that has not seen it.
//   dotnet run -c Release --project examples/BreastCancer -- --seed 0
using Gradus.Evaluation.Metrics.Classification;
using Gradus.Evaluation.Validation;
using Gradus.Examples;
using Gradus.Learning;
using Gradus.Learning.Data;
using Gradus.Learning.Data.Named;
using Gradus.Learning.Data.Tables;
using Gradus.Learning.Losses;
using Gradus.Learning.Models;
using Gradus.Learning.Optimizers;
using Gradus.Learning.Training;
using Gradus.Learning.Training.Folds;
using Gradus.Tensors;

return Example.Run(args, ["seed=0", "epochs=40", "folds=10"], run =>
{
    ulong seed = (ulong)run.Number("seed");
    TabularDataset tumours = Datasets.BreastCancerWdbc();
    FoldRows[] folds = [.. StratifiedKFold.Split(tumours.Labels, run.Number("folds", least: 2), seed).Select(fold => new FoldRows(fold.Train, fold.Test))];

    FoldScores scores = CrossValidation.Score(tumours.Count, folds, fold =>
    {
        // Prepare scales with figures of the training rows alone: the test rows of the fold have no part in it.
        DataParts<TensorDataset> parts = tumours.Prepare(new DataSplit([.. fold.Rows.Train], [], [.. fold.Rows.Validation]), binary: true);
        ClinicalMlp model = ClinicalMlp.ForRows(parts.Train.Inputs.Shape[1], parts.Train.Count);
        model.Initialize(fold.Rng.NextULong());
        BinaryCrossEntropyWithLogits loss = new();
        Trainer trainer = new(model, new AdamW(model.Parameters()), (output, target) => loss.Forward(output.AsLogits(), target), new TrainerOptions { Epochs = run.Number("epochs", least: 1) });
        trainer.Fit(new DataLoader(parts.Train, batchSize: 32, shuffle: true, dropLast: true, seed: seed));

        float[] logits = model.Predict(parts.Test).ToArray<float>();
        int[] malignant = parts.Test.Targets.ToArray<int>();
        double auroc = Auroc.Compute<float>(logits, malignant)!.Value;
        Console.WriteLine(FormattableString.Invariant($"fold {fold.Number + 1}: {malignant.Length} tumours, AUROC {auroc:0.0000}"));
        return auroc;
    }, seed);

    Example.Tell("mean AUROC", scores.Mean);
    Example.Tell("deviation between folds", scores.StandardDeviation);
});
