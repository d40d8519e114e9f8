using Gradus.Labs.Data;
using Gradus.Labs.Figures;
using Gradus.Labs.Running;
using Gradus.Labs.Statistics;
using Gradus.Learning;
using Gradus.Learning.Data.Generated;
using Gradus.Learning.Initializers;
using Gradus.Learning.Layers;
using Gradus.Learning.Losses;
using Gradus.Learning.Optimizers;
using Gradus.Tensors;

namespace Gradus.Labs.GradientsAndInitialization.ZeroInitialization;

/// <summary>Do neurons that start equal ever become different?</summary>
internal sealed class ZeroInitializationLab : SeededLab
{
    private const int Hidden = 8;
    private const int Steps = 150;
    private const double Threshold = 0.1;
    private const string Random = "random start";
    private const string Zero = "all weights 0";
    private const string Half = "all weights 0.5";

    private static readonly (string Name, double? Constant)[] Starts = [(Zero, 0), (Half, 0.5), (Random, null)];

    /// <inheritdoc/>
    public override string Id => "zero-initialization";

    /// <inheritdoc/>
    public override string Title => "Zero initialization: the neurons that stay identical";

    /// <inheritdoc/>
    public override string Hypothesis =>
        "Hidden neurons whose weights start at one constant stay exactly identical and cannot learn XOR, while small random weights solve it.";

    /// <inheritdoc/>
    public override string EffectDescription =>
        "Accuracy on XOR of the random start minus the best accuracy that a constant start ever reaches; above 0.1 and a row difference of exactly 0 confirm.";

    /// <inheritdoc/>
    protected override int StepsPerSeed(bool table) => Starts.Length * Steps;

    /// <inheritdoc/>
    protected override void RunSeed(ulong seed, LabelledRows? table, LabNotebook notebook)
    {
        GeneratedRows rows = new Xor { Rows = 80, Noise = 0.1 }.Generate(seed);
        foreach ((string name, double? constant) in Starts)
        {
            Train(rows, name, constant, seed, notebook);
        }
    }

    // begin: shown
    private static void Train(GeneratedRows rows, string name, double? constant, ulong seed, LabNotebook notebook)
    {
        Linear first = new(2, Hidden);
        Linear second = new(Hidden, 1);
        Sequential model = new(first, new ReLU(), second);
        Initializer weights = constant is { } value ? new Constant(value) : new HeNormal();
        weights.Fill(first.Weight, new Rng(seed).Split("first"));
        weights.Fill(second.Weight, new Rng(seed).Split("second"));
        new Zeros().Fill(first.Bias!, new Rng(seed));
        new Zeros().Fill(second.Bias!, new Rng(seed));

        Tensor inputs = Tensor.From(rows.Inputs, [rows.Rows, 2]);
        Tensor labels = Tensor.From(Array.ConvertAll(rows.Labels, label => (float)label), [rows.Rows, 1]);
        BinaryCrossEntropyWithLogits loss = new();
        Adam optimizer = new(model.Parameters(), learningRate: 0.05);
        Tally tally = new();
        for (int step = 1; step <= Steps; step++)
        {
            notebook.Step();
            using TensorScope scope = new();
            optimizer.ZeroGrad();
            Tensor logits = model.Forward(inputs);
            loss.Forward(logits.AsLogits(), labels).Backward();
            optimizer.Step();

            tally.Add(logits.ToArray<double>(), rows.Labels, first.Weight.ToArray<double>());
            if (step % 5 == 0)
            {
                notebook.Point(seed, Accuracy(name), step, tally.Accuracy);
            }
        }

        // end: shown
        double[] final = first.Weight.ToArray<double>();
        (double X, double Y)[] neurons = [.. Enumerable.Range(0, Hidden).Select(row => (final[2 * row], final[(2 * row) + 1]))];
        notebook.Measure($"final accuracy, {name}", tally.Accuracy);
        notebook.Measure($"best accuracy, {name}", tally.BestAccuracy);
        notebook.Measure($"largest row difference, {name}", tally.LargestRowDifference);
        notebook.Measure($"distinct rows, {name}", neurons.Distinct().Count());
        notebook.Measure($"largest weight, {name}", final.Concat(second.Weight.ToArray<double>()).Max(Math.Abs));
        foreach ((double x, double y) in neurons)
        {
            notebook.Trace($"weight rows, {name}", x, y);
        }
    }

    /// <inheritdoc/>
    protected override LabFindings Conclude(LabNotebook notebook)
    {
        IReadOnlyList<double> random = notebook.Values($"final accuracy, {Random}");
        double[] constant = [.. notebook.Values($"best accuracy, {Zero}").Zip(notebook.Values($"best accuracy, {Half}"), Math.Max)];
        Criterion[] criteria =
        [
            Criterion.Above("accuracy gained by random weights", [.. random.Zip(constant, (with, without) => with - without)], Threshold),
            Criterion.Exactly("row difference from zero", notebook.Values($"largest row difference, {Zero}"), 0),
            Criterion.Exactly("row difference from 0.5", notebook.Values($"largest row difference, {Half}"), 0),
        ];
        string conclusion =
            $"Started at 0.5, the {Hidden} hidden neurons differed by {notebook.Mean($"largest row difference, {Half}"):G2} after {Steps} steps and never got more than "
            + $"{constant.Average():P0} of XOR right; started at random they ended at {random.Average():P0}. From zero no weight moved at all: the largest one is {notebook.Mean($"largest weight, {Zero}"):G2}.";
        return new LabFindings(criteria, conclusion, [AccuracyFigure(notebook), WeightFigure(notebook)]);
    }

    private static Figure AccuracyFigure(LabNotebook notebook) => new()
    {
        Title = "Accuracy on XOR from three starts",
        Description =
            $"Accuracy against training step, mean and range over the seeds. The random start ends at {notebook.Mean($"final accuracy, {Random}"):P0}; all weights 0 ends at "
            + $"{notebook.Mean($"final accuracy, {Zero}"):P0} and all weights 0.5 at {notebook.Mean($"final accuracy, {Half}"):P0}, both below the dashed line at 75 %.",
        X = new Axis("training step", 0, Steps),
        Y = new Axis("accuracy", 0, 1),
        Marks = [.. Starts.SelectMany(start => FigureMarks.Curve(notebook, Accuracy(start.Name))), FigureMarks.Level("best straight line", 0, Steps, 0.75)],
    };

    private static Figure WeightFigure(LabNotebook notebook) => new()
    {
        Title = "The eight weight rows after training, first seed",
        Description =
            "Each point is one hidden neuron: its weight on the first input against its weight on the second. The neurons of each constant start lie on one point; "
            + $"those of the random start are {notebook.Mean($"distinct rows, {Random}"):F0} different points.",
        X = new Axis("weight on x1"),
        Y = new Axis("weight on x2"),
        Marks = [.. Starts.Select(start => Rows(notebook, start.Name))],
    };

    private static PointMark Rows(LabNotebook notebook, string name)
    {
        (double X, double Y)[] points = [.. notebook.Points($"weight rows, {name}").Take(Hidden)];
        return new PointMark(name, [.. points.Select(point => point.X)], [.. points.Select(point => point.Y)]);
    }

    private static string Accuracy(string name) => $"accuracy, {name}";

    /// <summary>What one training shows, step by step.</summary>
    private sealed class Tally
    {
        public double Accuracy { get; private set; }

        public double BestAccuracy { get; private set; }

        public double LargestRowDifference { get; private set; }

        public void Add(double[] logits, int[] labels, double[] weights)
        {
            Accuracy = logits.Zip(labels, (logit, label) => logit > 0 == (label == 1) ? 1.0 : 0.0).Average();
            BestAccuracy = Math.Max(BestAccuracy, Accuracy);
            for (int place = 2; place < weights.Length; place++)
            {
                LargestRowDifference = Math.Max(LargestRowDifference, Math.Abs(weights[place] - weights[place % 2]));
            }
        }
    }
}
