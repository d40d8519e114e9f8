using Gradus.Evaluation.Calibration;
using Gradus.Evaluation.Metrics.Classification;
using Gradus.Labs.Data;
using Gradus.Labs.Figures;
using Gradus.Labs.Running;
using Gradus.Labs.Statistics;
using Gradus.Learning.Models;
using Gradus.Learning.Optimizers;
using Gradus.Tensors;

namespace Gradus.Labs.MetricsAndCalibration.TemperatureAndPlattScaling;

/// <summary>Can one or two numbers make an overconfident network honest without changing its order?</summary>
internal sealed class TemperatureAndPlattScalingLab : SeededLab
{
    private const int Epochs = 30;
    private const int Bins = 10;
    private const int FewestInBin = 20;
    private const double MostSlope = 1e-6;
    private const string Raw = "uncalibrated";
    private const string Temperature = "temperature";
    private const string Platt = "Platt";

    private static readonly string[] Kinds = [Raw, Temperature, Platt];

    /// <inheritdoc/>
    public override string Id => "temperature-and-platt-scaling";

    /// <inheritdoc/>
    public override string Title => "Temperature and Platt scaling: honest probabilities, the same order";

    /// <inheritdoc/>
    public override string Hypothesis =>
        "Dividing the logits of an overconfident network by one fitted temperature lowers its calibration error and its log loss on new patients and leaves AUROC exactly as it is.";

    /// <inheritdoc/>
    public override string EffectDescription =>
        "Expected calibration error on test rows before minus after temperature scaling; above 0, with a lower log loss, a lower error by Platt scaling too, and an AUROC difference of exactly 0, confirms.";

    /// <inheritdoc/>
    public override bool TakesTable => true;

    /// <inheritdoc/>
    protected override int StepsPerSeed(bool table) => Epochs;

    // begin: shown
    /// <inheritdoc/>
    protected override void RunSeed(ulong seed, LabelledRows? table, LabNotebook notebook)
    {
        BinaryProblem problem = table is null ? BinaryProblem.Simulated(0.3, 1000, 1000, 4000, seed) : BinaryProblem.Of(table, seed);
        Mlp model = new(problem.Train.Features, [64, 64], 1);
        BinaryTraining.Train(model, network => new Adam(network.Parameters(), learningRate: 0.003), problem.Train, Epochs, "training loss", seed, notebook);

        double[] heldOut = Logits(model, problem.Validation);
        TemperatureScaling temperature = TemperatureScaling.Fit(heldOut, problem.Validation.Labels);
        PlattScaling platt = PlattScaling.Fit(heldOut, problem.Validation.Labels);

        double[] logits = Logits(model, problem.Test);
        Judge(Raw, logits, problem.Test, notebook);
        Judge(Temperature, [.. logits.Select(logit => logit / temperature.Temperature)], problem.Test, notebook);
        Judge(Platt, [.. logits.Select(logit => (platt.Slope * logit) + platt.Offset)], problem.Test, notebook);

        notebook.Measure("fitted temperature", temperature.Temperature);
        notebook.Measure("derivative at the temperature", Math.Abs(temperature.Derivative));
        notebook.Measure("temperature fitted on the training rows", TemperatureScaling.Fit(Logits(model, problem.Train), problem.Train.Labels).Temperature);
        notebook.Measure("Platt slope", platt.Slope);
        notebook.Measure("Platt offset", platt.Offset);

        // end: shown
        for (int place = 0; place <= 30; place++)
        {
            double tried = Math.Pow(10, -0.5 + (place * 0.05));
            notebook.Trace("validation log loss", tried, TemperatureScaling.LossAt(heldOut, problem.Validation.Labels, tried));
        }

        notebook.Trace("fitted temperature", temperature.Temperature, temperature.LogLoss);
    }

    /// <inheritdoc/>
    protected override LabFindings Conclude(LabNotebook notebook)
    {
        double[] Fall(string measure, string kind) => [.. notebook.Values($"{measure}, {Raw}").Zip(notebook.Values($"{measure}, {kind}"), (before, after) => before - after)];
        double Mean(string measure, string kind) => notebook.Mean($"{measure}, {kind}");
        Criterion[] criteria =
        [
            Criterion.Above("fall of ECE by the temperature", Fall("ECE", Temperature), 0),
            Criterion.Above("fall of log loss by the temperature", Fall("log loss", Temperature), 0),
            Criterion.Above("fall of ECE by Platt scaling", Fall("ECE", Platt), 0),
            Criterion.Exactly("change of AUROC by the temperature", Fall("AUROC", Temperature), 0),
            Criterion.Exactly("seeds whose derivative is not near 0", [.. notebook.Values("derivative at the temperature").Select(slope => slope > MostSlope ? 1.0 : 0.0)], 0),
        ];
        string truth = notebook.Has($"distance from the true risk, {Raw}")
            ? $" From the true risk the probabilities were {Mean("distance from the true risk", Raw):F3} away before, {Mean("distance from the true risk", Temperature):F3} after the temperature and {Mean("distance from the true risk", Platt):F3} after Platt."
            : "";
        string conclusion =
            $"A temperature of {notebook.Mean("fitted temperature"):F2} lowered ECE from {Mean("ECE", Raw):F3} to {Mean("ECE", Temperature):F3} and log loss from {Mean("log loss", Raw):F3} to {Mean("log loss", Temperature):F3}, with AUROC at "
            + $"{Mean("AUROC", Raw):F4} before and {Mean("AUROC", Temperature):F4} after; Platt scaling reached an ECE of {Mean("ECE", Platt):F3}.{truth} Fitted on the training rows, the temperature would have been {notebook.Mean("temperature fitted on the training rows"):F2}.";
        return new LabFindings(criteria, conclusion, [ReliabilityFigure(notebook), LossFigure(notebook)]);
    }

    private static void Judge(string kind, double[] logits, LabelledRows test, LabNotebook notebook)
    {
        double[] probabilities = [.. logits.Select(Sigmoid)];
        notebook.Measure($"ECE, {kind}", ExpectedCalibrationError.Compute<double>(probabilities, test.Labels) ?? double.NaN);
        notebook.Measure($"log loss, {kind}", LogLoss.Compute<double>(probabilities, test.Labels) ?? double.NaN);
        notebook.Measure($"AUROC, {kind}", Auroc.Compute<double>(logits, test.Labels) ?? double.NaN);
        if (test.TrueRisks is { } risks)
        {
            notebook.Measure($"distance from the true risk, {kind}", probabilities.Zip(risks, (probability, risk) => Math.Abs(probability - risk)).Average());
        }

        foreach (ReliabilityBin bin in ReliabilityDiagram.Compute<double>(probabilities, test.Labels, Bins))
        {
            if (bin is { Count: >= FewestInBin, Frequency: { } frequency })
            {
                notebook.Trace($"frequency, {kind}", (bin.Lower + bin.Upper) / 2, frequency);
            }
        }
    }

    private static double[] Logits(Mlp model, LabelledRows rows) => LabTensors.Outputs(model, Tensor.From(rows.Inputs, [rows.Count, rows.Features]));

    private static double Sigmoid(double logit) => logit >= 0 ? 1 / (1 + Math.Exp(-logit)) : Math.Exp(logit) / (1 + Math.Exp(logit));

    private static Figure ReliabilityFigure(LabNotebook notebook) => new()
    {
        Title = "Reliability on test rows",
        Description =
            $"Observed frequency against promised probability in {Bins} bins, mean and range over the seeds; the dashed diagonal is honest. "
            + string.Join("; ", Kinds.Select(kind => $"{kind}: ECE {notebook.Mean($"ECE, {kind}"):F3}")) + ".",
        X = new Axis("promised probability", 0, 1),
        Y = new Axis("observed frequency", 0, 1),
        Marks = [new LineMark("honest", [0, 1], [0, 1], Dashed: true), .. Kinds.SelectMany(kind => FigureMarks.Curve(notebook, $"frequency, {kind}"))],
    };

    private static Figure LossFigure(LabNotebook notebook) => new()
    {
        Title = "Validation log loss as a function of the temperature",
        Description =
            $"One valley, mean and range over the seeds; a point for each seed marks its fitted minimum, at a temperature of {notebook.Mean("fitted temperature"):F2} on average. T = 1 is the uncalibrated network.",
        X = new Axis("temperature T", Logarithmic: true),
        Y = new Axis("validation log loss (nats)", 0),
        Marks =
        [
            .. FigureMarks.Curve(notebook, "validation log loss"),
            new PointMark("fitted", [.. notebook.Points("fitted temperature").Select(point => point.X)], [.. notebook.Points("fitted temperature").Select(point => point.Y)]),
        ],
    };
}
