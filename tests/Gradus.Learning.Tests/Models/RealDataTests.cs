using Gradus.Evaluation.Metrics.Classification;
using Gradus.Evaluation.Validation;
using Gradus.Learning.Data;
using Gradus.Learning.Data.Csv;
using Gradus.Learning.Data.Preprocessing;
using Gradus.Learning.Losses;
using Gradus.Learning.Models;
using Gradus.Learning.Optimizers;
using Gradus.Learning.Training;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Models;

/// <summary>The clinical network on tables of patients, from the file to the AUROC by five folds.</summary>
public sealed class RealDataTests
{
    [Fact]
    public void ClinicalMlp_PimaDiabetes_ReachesTheKnownAuroc()
    {
        CsvTable table = CsvTable.Read(Find("pima-diabetes", "pima-indians-diabetes.csv"), new CsvOptions { HasHeader = false });

        double auroc = CrossValidate(table, table.Columns.Take(8), table["c9"].Integers(), epochs: 25);

        Assert.Equal(768, table.RowCount);
        Assert.InRange(auroc, 0.81, 0.86);
    }

    [Fact]
    public void ClinicalMlp_BreastCancer_ReachesTheKnownAuroc()
    {
        CsvTable table = CsvTable.Read(Find("breast-cancer-wdbc", "wdbc.csv"));
        int[] malignant = [.. table["diagnosis"].Texts().Select(text => text == "M" ? 1 : 0)];

        double auroc = CrossValidate(table, table.Columns.Skip(2), malignant, epochs: 25);

        Assert.Equal((569, 212), (table.RowCount, malignant.Sum()));
        Assert.InRange(auroc, 0.99, 1);
    }

    [Theory]
    [Trait("Category", "Long")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void ClinicalMlp_PimaDiabetesOtherSeeds_StaysThere(int seed)
    {
        CsvTable table = CsvTable.Read(Find("pima-diabetes", "pima-indians-diabetes.csv"), new CsvOptions { HasHeader = false });

        Assert.InRange(CrossValidate(table, table.Columns.Take(8), table["c9"].Integers(), epochs: 25, (ulong)seed), 0.81, 0.86);
    }

    private static double CrossValidate(CsvTable table, IEnumerable<CsvColumn> columns, int[] labels, int epochs, ulong seed = 0)
    {
        TensorDataset rows = new(
            table.ToTensor([.. columns.Select(column => column.Name)]),
            Tensor.From([.. labels.Select(label => (float)label)], [labels.Length]));
        return StratifiedKFold.Split(labels, 5, seed).Average(fold => Auroc.Compute<float>(Predict(rows, fold, epochs, seed), [.. fold.Test.Select(row => labels[row])])!.Value);
    }

    private static float[] Predict(TensorDataset rows, Fold fold, int epochs, ulong seed)
    {
        TensorDataset train = rows.Subset(fold.Train);
        TensorDataset test = rows.Subset(fold.Test);
        StandardScaler scaler = StandardScaler.Fit(train.Inputs);
        ClinicalMlp model = new(train.Inputs.Shape[1]);
        model.Initialize(seed);
        BinaryCrossEntropyWithLogits loss = new();
        Trainer trainer = new(
            model,
            new AdamW(model.Parameters(), 1e-3),
            (output, target) => loss.Forward(output.AsLogits(), target),
            new TrainerOptions { Epochs = epochs, ClipNorm = 1 });

        trainer.Fit(
            new DataLoader(new TensorDataset(scaler.Transform(train.Inputs), train.Targets), 32, shuffle: true, dropLast: true, seed),
            cancellationToken: TestContext.Current.CancellationToken);

        return model.Forward(scaler.Transform(test.Inputs)).ToArray<float>();
    }

    private static string Find(string folder, string file)
    {
        string? data = Environment.GetEnvironmentVariable("GRADUS_DATA");
        Assert.SkipWhen(string.IsNullOrEmpty(data), $"GRADUS_DATA is not set; it must name the folder that holds {folder}/{file}.");
        string path = Path.Combine(data!, folder, file);
        Assert.SkipUnless(File.Exists(path), $"GRADUS_DATA holds no {folder}/{file}.");
        return path;
    }
}
