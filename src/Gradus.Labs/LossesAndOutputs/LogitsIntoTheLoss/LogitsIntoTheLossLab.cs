using Gradus.Labs.Data;
using Gradus.Labs.Figures;
using Gradus.Labs.Running;
using Gradus.Labs.Statistics;
using Gradus.Learning;
using Gradus.Learning.Data;
using Gradus.Learning.Data.Generated;
using Gradus.Learning.Layers;
using Gradus.Learning.Losses;
using Gradus.Learning.Optimizers;
using Gradus.Tensors;

namespace Gradus.Labs.LossesAndOutputs.LogitsIntoTheLoss;

/// <summary>What does a softmax before a cross-entropy that has its own cost?</summary>
internal sealed class LogitsIntoTheLossLab : SeededLab
{
    private const int Epochs = 40;
    private const double Wanted = 0.9;
    private const double SlowerThan = 0.5;
    private const double Rounding = 1e-5;
    private const string Once = "logits";
    private const string Twice = "softmax first";

    private static readonly string[] Runs = [Once, Twice];
    private static readonly double Floor = Math.Log(Math.E + Glyphs12.Classes - 1) - 1;

    /// <inheritdoc/>
    public override string Id => "logits-into-the-loss";

    /// <inheritdoc/>
    public override string Title => "Logits into the loss: what a second softmax costs";

    /// <inheritdoc/>
    public override string Hypothesis =>
        "A softmax before a cross-entropy that applies softmax itself puts a floor of ln(e + K - 1) - 1 under the loss and slows learning down.";

    /// <inheritdoc/>
    public override string EffectDescription =>
        $"How often the epochs to 90 % validation accuracy double with the extra softmax: log2 of the ratio, a lower bound since at most {Epochs} are run; above 0.5, with no loss below the floor, confirms.";

    /// <inheritdoc/>
    protected override int StepsPerSeed(bool table) => Runs.Length * Epochs;

    /// <inheritdoc/>
    protected override void RunSeed(ulong seed, LabelledRows? table, LabNotebook notebook)
    {
        GeneratedRows train = new Glyphs12 { Rows = 600 }.Generate(seed);
        GeneratedRows validation = new Glyphs12 { Rows = 400 }.Generate(~seed);
        foreach (string run in Runs)
        {
            Train(run, LabTensors.Classes(train), LabTensors.Classes(validation), validation.Labels, seed, notebook);
        }
    }

    // begin: shown
    private static void Train(string run, TensorDataset train, TensorDataset validation, int[] validationLabels, ulong seed, LabNotebook notebook)
    {
        Sequential model = new(new Linear(Glyphs12.Pixels, 32), new ReLU(), new Linear(32, Glyphs12.Classes));
        model.Initialize(seed);
        CrossEntropy crossEntropy = new();
        Tensor Loss(Tensor output, Tensor labels)
        {
            Logits logits = output.AsLogits();
            return crossEntropy.Forward(run == Twice ? logits.Softmax().AsLogitsOnPurpose() : logits, labels);
        }

        Loss(model.Forward(train.Inputs), train.Targets).Backward();
        notebook.Measure($"first gradient, {run}", GradientNorm.Of([.. model.Parameters().Select(parameter => parameter.Grad!)]));
        Sgd optimizer = new(model.Parameters(), learningRate: 0.1, momentum: 0.9);
        DataLoader batches = new(train, batchSize: 30, shuffle: true, seed: seed);
        Tally tally = new();
        for (int epoch = 1; epoch <= Epochs; epoch++)
        {
            notebook.Step();
            foreach (Batch batch in batches)
            {
                notebook.CancellationToken.ThrowIfCancellationRequested();
                using TensorScope scope = new();
                optimizer.ZeroGrad();
                Loss(model.Forward(batch.Inputs), batch.Targets).Backward();
                optimizer.Step();
            }

            using NoGrad quiet = NoGrad.Enter();
            using TensorScope evaluation = new();
            double loss = Loss(model.Forward(train.Inputs), train.Targets).Item();
            double accuracy = LabTensors.Accuracy(LabTensors.Outputs(model, validation.Inputs), validationLabels);
            tally.Add(epoch, loss, accuracy);
            notebook.Point(seed, LossSeries(run), epoch, loss);
            notebook.Point(seed, AccuracySeries(run), epoch, accuracy);
        }

        // end: shown
        notebook.Measure($"lowest loss, {run}", tally.LowestLoss);
        notebook.Measure($"epochs to 90 %, {run}", tally.EpochsToWanted);
        notebook.Measure($"final accuracy, {run}", tally.Accuracy);
    }

    /// <inheritdoc/>
    protected override LabFindings Conclude(LabNotebook notebook)
    {
        double[] slower = Ratio(notebook, $"epochs to 90 %, {Twice}", $"epochs to 90 %, {Once}");
        double[] weaker = Ratio(notebook, $"first gradient, {Once}", $"first gradient, {Twice}");
        double[] below = [.. notebook.Values($"lowest loss, {Twice}").Select(loss => loss - Floor + Rounding)];
        Criterion[] criteria =
        [
            Criterion.Above("doublings of the epochs by the softmax", [.. slower.Select(Math.Log2)], SlowerThan),
            Criterion.Above("first gradient without softmax over that with it", weaker, 1),
            Criterion.Exactly("seeds whose loss fell below the floor", [.. below.Select(margin => margin < 0 ? 1.0 : 0.0)], 0),
        ];
        string conclusion =
            $"With the extra softmax the loss never fell below {notebook.Values($"lowest loss, {Twice}").Min():F4} (the floor is {Floor:F4}), without it it reached {notebook.Mean($"lowest loss, {Once}"):F4}. "
            + $"The first gradient was {weaker.Average():F1} times smaller, and 90 % accuracy took at least {notebook.Mean($"epochs to 90 %, {Twice}"):F1} epochs in place of {notebook.Mean($"epochs to 90 %, {Once}"):F1}.";
        return new LabFindings(criteria, conclusion, [LossFigure(notebook), AccuracyFigure(notebook)]);
    }

    private static double[] Ratio(LabNotebook notebook, string above, string below) => [.. notebook.Values(above).Zip(notebook.Values(below), (a, b) => a / b)];

    private static Figure LossFigure(LabNotebook notebook) => new()
    {
        Title = "Training loss with and without the extra softmax",
        Description =
            $"Loss against epoch, mean and range over the seeds. With logits it falls to {notebook.Mean($"lowest loss, {Once}"):F3}; with softmax first it comes to rest at "
            + $"{notebook.Mean($"lowest loss, {Twice}"):F3}, above the dashed floor at {Floor:F3}.",
        X = new Axis("epoch", 1, Epochs),
        Y = new Axis("training loss (nats)", 0),
        Marks = [.. Runs.SelectMany(run => FigureMarks.Curve(notebook, LossSeries(run))), FigureMarks.Level($"floor ln(e + K - 1) - 1 = {Floor:F3}", 1, Epochs, Floor)],
    };

    private static Figure AccuracyFigure(LabNotebook notebook) => new()
    {
        Title = "Validation accuracy: why the mistake is quiet",
        Description =
            $"Accuracy against epoch. Both rise: with logits to {notebook.Mean($"final accuracy, {Once}"):P0}, with softmax first to {notebook.Mean($"final accuracy, {Twice}"):P0}, only later.",
        X = new Axis("epoch", 1, Epochs),
        Y = new Axis("validation accuracy", 0, 1),
        Marks = [.. Runs.SelectMany(run => FigureMarks.Curve(notebook, AccuracySeries(run))), FigureMarks.Level("90 %", 1, Epochs, Wanted)],
    };

    private static string LossSeries(string run) => $"training loss, {run}";

    private static string AccuracySeries(string run) => $"validation accuracy, {run}";

    /// <summary>What one training shows, epoch by epoch.</summary>
    private sealed class Tally
    {
        public double LowestLoss { get; private set; } = double.PositiveInfinity;

        public double EpochsToWanted { get; private set; } = Epochs;

        public double Accuracy { get; private set; }

        public void Add(int epoch, double loss, double accuracy)
        {
            LowestLoss = Math.Min(LowestLoss, loss);
            Accuracy = accuracy;
            if (accuracy >= Wanted)
            {
                EpochsToWanted = Math.Min(EpochsToWanted, epoch);
            }
        }
    }
}
