using Gradus.Learning.Data;
using Gradus.Learning.Data.Generated;
using Gradus.Learning.Layers;
using Gradus.Learning.Losses;
using Gradus.Learning.Optimizers;
using Gradus.Learning.Training;
using Gradus.Tensors;
using Gradus.Testing;

namespace Gradus.Learning.Tests;

/// <summary>The README's program is this one, compiled and run.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void Program_OfTheReadme_LearnsItsData()
    {
        // <readme>
        GaussianBlobsRows rows = new GaussianBlobs { Rows = 400, Distance = 3 }.Generate(seed: 1);
        Tensor inputs = Tensor.From(rows.Inputs, rows.Rows, rows.Features);
        Tensor labels = Tensor.From(rows.Labels.Select(label => (long)label).ToArray(), rows.Rows);

        Sequential model = new(new Linear(2, 16), new BatchNorm1d(16), new ReLU(), new Dropout(0.2), new Linear(16, 2));
        model.Initialize(seed: 1);
        AdamW optimizer = new(model.Parameters(), learningRate: 0.01);
        CrossEntropy loss = new();
        Trainer trainer = new(model, optimizer, (output, target) => loss.Forward(output.AsLogits(), target), new TrainerOptions { Epochs = 20 });
        trainer.Fit(new DataLoader(new TensorDataset(inputs, labels), batchSize: 32, shuffle: true, dropLast: false, seed: 1));

        model.Eval();
        using NoGrad quiet = NoGrad.Enter();
        Probabilities probabilities = model.Forward(inputs).AsLogits().Softmax();
        // </readme>

        float[] second = probabilities.Values.ToArray<float>();
        int right = Enumerable.Range(0, rows.Rows).Count(row => (second[(2 * row) + 1] > 0.5f ? 1 : 0) == rows.Labels[row]);
        Assert.True(right > 0.9 * rows.Rows, $"{right} of {rows.Rows} right");
        Assert.Contains(Program(), Plain(File.ReadAllText(RepositoryRoot.Combine("README.md"))), StringComparison.Ordinal);
    }

    private static string Program()
    {
        string source = File.ReadAllText(RepositoryRoot.Combine("tests", "Gradus.Learning.Tests", "ReadmeTests.cs"));
        int begin = source.IndexOf("// <readme>", StringComparison.Ordinal) + "// <readme>".Length;
        return Plain(source[begin..source.IndexOf("// </readme>", StringComparison.Ordinal)]).Trim();
    }

    private static string Plain(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()));
}
