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
using Gradus.Learning.Training;
using Gradus.Tensors;
using DropoutLayer = Gradus.Learning.Layers.Dropout;

namespace Gradus.Labs.RegularizationAndNormalization.TrainAndEvaluationMode;

/// <summary>Does the same trained network give the same validation loss in both modes?</summary>
internal sealed class TrainAndEvaluationModeLab : SeededLab
{
    private const int Epochs = 15;
    private const int Passes = 50;
    private const int BatchRows = 25;
    private const string Evaluation = "evaluation mode";
    private const string Training = "training mode";

    /// <inheritdoc/>
    public override string Id => "train-and-evaluation-mode";

    /// <inheritdoc/>
    public override string Title => "Training mode and evaluation mode: the same weights, two answers";

    /// <inheritdoc/>
    public override string Hypothesis =>
        "One trained network with dropout and batch normalization gives exactly the same validation loss at every pass in evaluation mode, and in training mode one that scatters and is worse on average.";

    /// <inheritdoc/>
    public override string EffectDescription =>
        "Mean validation loss of 50 passes in training mode minus that in evaluation mode, in nats; above 0, with a deviation of exactly 0 in evaluation mode and above 0 in training mode, confirms.";

    /// <inheritdoc/>
    protected override int StepsPerSeed(bool table) => Epochs + (2 * Passes);

    // begin: shown
    /// <inheritdoc/>
    protected override void RunSeed(ulong seed, LabelledRows? table, LabNotebook notebook)
    {
        GeneratedRows images = new Glyphs12 { Rows = 250 }.Generate(~seed);
        BatchNorm1d normalization = new(32);
        Sequential model = new(new Linear(Glyphs12.Pixels, 32), normalization, new ReLU(), new DropoutLayer(0.5), new Linear(32, Glyphs12.Classes));
        model.Initialize(seed);
        CrossEntropy crossEntropy = new();
        DataLoader batches = new(LabTensors.Classes(new Glyphs12 { Rows = 500 }.Generate(seed)), batchSize: 25, shuffle: true, seed: seed);
        Trainer trainer = new(model, new Adam(model.Parameters(), 0.005), (output, labels) => crossEntropy.Forward(output.AsLogits(), labels), new TrainerOptions { Epochs = Epochs });
        trainer.Fit(batches, progress: new EpochListener(epoch => Tell(seed, epoch, notebook)), cancellationToken: notebook.CancellationToken);

        DataLoader shuffled = new(LabTensors.Classes(images), BatchRows, shuffle: true, seed: seed);
        foreach (string mode in (string[])[Evaluation, Training])
        {
            double[] before = normalization.RunningMean!.ToArray<double>();
            double[] losses = new double[Passes];
            for (int pass = 0; pass < Passes; pass++)
            {
                notebook.Step();
                model.Train(mode == Training);
                losses[pass] = ValidationLoss(model, shuffled, pass, images.Labels);
                notebook.Point(seed, Loss(mode), pass + 1, losses[pass]);
            }

            double[] after = normalization.RunningMean!.ToArray<double>();
            notebook.Measure($"mean loss, {mode}", losses.Average());
            notebook.Measure($"deviation of the loss, {mode}", Deviation(losses));
            notebook.Measure($"largest move of a running mean, {mode}", before.Zip(after, (from, to) => Math.Abs(to - from)).Max());
        }

        model.Eval();
        notebook.Measure("change of the evaluation loss left behind", ValidationLoss(model, shuffled, 0, images.Labels) - notebook.Points(Loss(Evaluation))[^1].Y);
    }

    // end: shown

    private static double ValidationLoss(Sequential model, DataLoader shuffled, int pass, int[] labels)
    {
        using NoGrad quiet = NoGrad.Enter();
        int[] order = shuffled.Order(pass);
        double[] losses = new double[labels.Length];
        int next = 0;
        foreach (Batch batch in shuffled.Epoch(pass))
        {
            using TensorScope scope = new();
            double[] logits = model.Forward(batch.Inputs).ToArray<double>();
            int[] rows = order[next..(next + batch.Inputs.Shape[0])];
            double[] batchLosses = LabTensors.CrossEntropies(logits, [.. rows.Select(row => labels[row])]);
            for (int place = 0; place < rows.Length; place++)
            {
                losses[rows[place]] = batchLosses[place];
            }

            next += rows.Length;
        }

        // In the order of the data set: a floating-point sum depends on its order, and the order of the pass must not speak here.
        return losses.Average();
    }

    private static double Deviation(double[] values)
    {
        // Shifted by the first value, so that equal values deviate by exactly 0.
        double mean = values.Average(value => value - values[0]);
        return Math.Sqrt(values.Sum(value => (value - values[0] - mean) * (value - values[0] - mean)) / (values.Length - 1));
    }

    private static void Tell(ulong seed, EpochRecord epoch, LabNotebook notebook)
    {
        notebook.Step();
        notebook.Point(seed, "training loss", epoch.Epoch, epoch.TrainLoss ?? double.NaN);
    }

    /// <inheritdoc/>
    protected override LabFindings Conclude(LabNotebook notebook)
    {
        double[] worse = [.. notebook.Values($"mean loss, {Training}").Zip(notebook.Values($"mean loss, {Evaluation}"), (training, evaluation) => training - evaluation)];
        Criterion[] criteria =
        [
            Criterion.Above("loss in training mode minus loss in evaluation mode", worse, 0),
            Criterion.Exactly("deviation in evaluation mode", notebook.Values($"deviation of the loss, {Evaluation}"), 0),
            Criterion.Above("deviation in training mode", notebook.Values($"deviation of the loss, {Training}"), 0),
        ];
        string conclusion =
            $"Over {Passes} passes the loss was {notebook.Mean($"mean loss, {Evaluation}"):F3} with a deviation of {notebook.Mean($"deviation of the loss, {Evaluation}"):G2} in evaluation mode, and "
            + $"{notebook.Mean($"mean loss, {Training}"):F3} with a deviation of {notebook.Mean($"deviation of the loss, {Training}"):F3} in training mode. Those passes in training mode also moved the running "
            + $"means by up to {notebook.Mean($"largest move of a running mean, {Training}"):F3}, and with them the loss in evaluation mode by {notebook.Mean("change of the evaluation loss left behind"):+0.0000;-0.0000}.";
        return new LabFindings(criteria, conclusion, [LossFigure(notebook)]);
    }

    private static Figure LossFigure(LabNotebook notebook)
    {
        double[] evaluation = FirstSeed(notebook, Evaluation);
        double[] training = FirstSeed(notebook, Training);
        double low = Math.Min(evaluation.Min(), training.Min());
        double high = Math.Max(evaluation.Max(), training.Max());
        double margin = (high - low) / 20;
        const int Bins = 30;
        return new Figure
        {
            Title = $"Validation loss of {Passes} passes over the same rows, first seed",
            Description =
                $"Two histograms of the loss. In evaluation mode all {Passes} passes fall on one value, {evaluation[0]:F3}; in training mode they scatter from {training.Min():F3} to {training.Max():F3}.",
            X = new Axis("validation loss (nats)"),
            Y = new Axis("share of the passes", 0, 1),
            Marks =
            [
                FigureMarks.Histogram(Evaluation, evaluation, low - margin, high + margin, Bins),
                FigureMarks.Histogram(Training, training, low - margin, high + margin, Bins),
            ],
        };
    }

    private static double[] FirstSeed(LabNotebook notebook, string mode) => [.. notebook.Points(Loss(mode)).Take(Passes).Select(point => point.Y)];

    private static string Loss(string mode) => $"validation loss, {mode}";
}
