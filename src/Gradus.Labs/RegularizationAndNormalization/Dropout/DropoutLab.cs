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
using DropoutLayer = Gradus.Learning.Layers.Dropout;

namespace Gradus.Labs.RegularizationAndNormalization.Dropout;

/// <summary>Does dropout lower the validation loss of a network that overfits, and keep the expected signal?</summary>
internal sealed class DropoutLab : SeededLab
{
    private const int Epochs = 50;
    private const int Every = 2;
    private const int Hidden = 64;
    private const int Masks = 50;
    private const double RatioTolerance = 0.02;
    private const double Judged = 0.5;

    private static readonly double[] Rates = [0, 0.2, 0.5, 0.8];

    /// <inheritdoc/>
    public override string Id => "dropout";

    /// <inheritdoc/>
    public override string Title => "Dropout: less overfitting, the same expected signal";

    /// <inheritdoc/>
    public override string Hypothesis =>
        "Dropout at rate 0.5 lowers the final validation loss of an overfitting network, and the expected pre-activation of the next layer stays the same within 2 %.";

    /// <inheritdoc/>
    public override string EffectDescription =>
        "Final validation loss without dropout minus that at p = 0.5, in nats; above 0, with every ratio of pre-activations between the modes within 2 % of 1, confirms.";

    /// <inheritdoc/>
    protected override int StepsPerSeed(bool table) => Rates.Length * Epochs;

    /// <inheritdoc/>
    protected override void RunSeed(ulong seed, LabelledRows? table, LabNotebook notebook)
    {
        Glyphs12 hard = new() { Rows = 300, Noise = 0.25, Rotation = 20, Shift = 1.5 };
        TensorDataset train = LabTensors.Classes(hard.Generate(seed));
        TensorDataset validation = LabTensors.Classes((hard with { Rows = 400 }).Generate(~seed));
        foreach (double rate in Rates)
        {
            Train(rate, train, validation, seed, notebook);
        }
    }

    // begin: shown
    private static void Train(double rate, TensorDataset train, TensorDataset validation, ulong seed, LabNotebook notebook)
    {
        DropoutLayer dropout = new(rate);
        Linear output = new(Hidden, Glyphs12.Classes);
        Sequential hidden = new(new Linear(Glyphs12.Pixels, Hidden), new ReLU());
        Sequential model = new(hidden, dropout, output);
        model.Initialize(seed);
        CrossEntropy loss = new();
        Adam optimizer = new(model.Parameters(), learningRate: 0.005);
        DataLoader batches = new(train, batchSize: 50, shuffle: true, seed: seed);
        double trainLoss = 0;
        double validationLoss = 0;
        double best = double.PositiveInfinity;
        for (int epoch = 1; epoch <= Epochs; epoch++)
        {
            notebook.Step();
            model.Train();
            foreach (Batch batch in batches)
            {
                notebook.CancellationToken.ThrowIfCancellationRequested();
                using TensorScope scope = new();
                optimizer.ZeroGrad();
                loss.Forward(model.Forward(batch.Inputs).AsLogits(), batch.Targets).Backward();
                optimizer.Step();
            }

            if (epoch % Every != 0)
            {
                continue;
            }

            model.Eval();
            using NoGrad quiet = NoGrad.Enter();
            using TensorScope evaluation = new();
            trainLoss = loss.Forward(model.Forward(train.Inputs).AsLogits(), train.Targets).Item();
            validationLoss = loss.Forward(model.Forward(validation.Inputs).AsLogits(), validation.Targets).Item();
            best = Math.Min(best, validationLoss);
            notebook.Point(seed, TrainLoss(rate), epoch, trainLoss);
            notebook.Point(seed, ValidationLoss(rate), epoch, validationLoss);
        }

        // end: shown
        notebook.Measure($"final training loss, p = {rate}", trainLoss);
        notebook.Measure(FinalLoss(rate), validationLoss);
        notebook.Measure(BestLoss(rate), best);
        notebook.Measure(Gap(rate), validationLoss - trainLoss);
        notebook.Measure(Ratio(rate), PreActivationRatio(hidden, dropout, output, validation.Inputs, notebook));
    }

    /// <summary>The slope of the line through the origin that fits the mean pre-activations over many masks to those without a mask.</summary>
    private static double PreActivationRatio(Layer hidden, DropoutLayer dropout, Linear output, Tensor inputs, LabNotebook notebook)
    {
        using NoGrad quiet = NoGrad.Enter();
        using TensorScope scope = new();
        Tensor activations = hidden.Forward(inputs);
        dropout.Eval();
        double[] plain = output.Forward(dropout.Forward(activations)).ToArray<double>();
        double[] masked = new double[plain.Length];
        dropout.Train();
        for (int mask = 0; mask < Masks; mask++)
        {
            notebook.CancellationToken.ThrowIfCancellationRequested();
            using TensorScope inner = new();
            double[] values = output.Forward(dropout.Forward(activations)).ToArray<double>();
            for (int place = 0; place < masked.Length; place++)
            {
                masked[place] += values[place] / Masks;
            }
        }

        return plain.Zip(masked, (a, b) => a * b).Sum() / plain.Sum(value => value * value);
    }

    /// <inheritdoc/>
    protected override LabFindings Conclude(LabNotebook notebook)
    {
        double[] gained = [.. notebook.Values(FinalLoss(0)).Zip(notebook.Values(FinalLoss(Judged)), (without, with) => without - with)];
        Criterion[] criteria =
        [
            Criterion.Above("validation loss saved by p = 0.5", gained, 0),
            .. Rates.Where(rate => rate > 0).Select(rate => Criterion.Below(
                $"distance of the ratio from 1 at p = {rate}", [.. notebook.Values(Ratio(rate)).Select(ratio => Math.Abs(ratio - 1))], RatioTolerance)),
        ];
        double[] ratios = [.. Rates.Select(rate => notebook.Mean(Ratio(rate)))];
        string conclusion =
            $"After {Epochs} epochs on 300 images the validation loss was {notebook.Mean(FinalLoss(0)):F3} without dropout and {notebook.Mean(FinalLoss(Judged)):F3} at p = 0.5; the gap to the training loss fell from "
            + $"{notebook.Mean(Gap(0)):F3} to {notebook.Mean(Gap(Judged)):F3}. Pre-activations in training mode were {ratios.Min():F3} to {ratios.Max():F3} times those in evaluation mode. "
            + $"The best loss on the way was {notebook.Mean(BestLoss(0)):F3} without and {notebook.Mean(BestLoss(Judged)):F3} with p = 0.5: the part that early stopping would not have saved.";
        return new LabFindings(criteria, conclusion, [LossFigure(notebook), GapFigure(notebook), RatioFigure(notebook)]);
    }

    private static Figure LossFigure(LabNotebook notebook) => new()
    {
        Title = "Validation loss by dropout rate",
        Description =
            "Validation loss against epoch, mean and range over the seeds. It ends at "
            + string.Join(", ", Rates.Select(rate => $"{notebook.Mean(FinalLoss(rate)):F3} for p = {rate}")) + ".",
        X = new Axis("epoch", 1, Epochs),
        Y = new Axis("validation loss (nats)", 0),
        Marks = [.. Rates.SelectMany(rate => FigureMarks.Curve(notebook, ValidationLoss(rate)))],
    };

    private static Figure GapFigure(LabNotebook notebook) => new()
    {
        Title = "Gap between validation and training loss at the end",
        Description = "One bar a rate: " + string.Join(", ", Rates.Select(rate => $"{notebook.Mean(Gap(rate)):F3} at p = {rate}")) + ".",
        X = RateAxis(),
        Y = new Axis("validation minus training loss (nats)", 0),
        Marks = [new BarMark("gap", [0, 1, 2, 3], [.. Rates.Select(rate => notebook.Mean(Gap(rate)))])],
    };

    private static Figure RatioFigure(LabNotebook notebook) => new()
    {
        Title = "Expected pre-activation in training mode over evaluation mode",
        Description = "One bar a rate, all near the dashed line at 1: " + string.Join(", ", Rates.Select(rate => $"{notebook.Mean(Ratio(rate)):F3} at p = {rate}")) + ".",
        X = RateAxis(),
        Y = new Axis("ratio", 0),
        Marks = [new BarMark("ratio", [0, 1, 2, 3], [.. Rates.Select(rate => notebook.Mean(Ratio(rate)))]), FigureMarks.Level("equal", -0.5, 3.5, 1)],
    };

    private static Axis RateAxis() => new("dropout rate", -0.5, 3.5, Categories: [.. Rates.Select(rate => $"p = {rate}")]);

    private static string TrainLoss(double rate) => $"training loss, p = {rate}";

    private static string ValidationLoss(double rate) => $"validation loss, p = {rate}";

    private static string FinalLoss(double rate) => $"final validation loss, p = {rate}";

    private static string BestLoss(double rate) => $"best validation loss, p = {rate}";

    private static string Gap(double rate) => $"gap, p = {rate}";

    private static string Ratio(double rate) => $"ratio of pre-activations, p = {rate}";
}
