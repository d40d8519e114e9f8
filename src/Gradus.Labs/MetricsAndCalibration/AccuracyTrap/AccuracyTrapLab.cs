using Gradus.Evaluation.Metrics.Classification;
using Gradus.Labs.Data;
using Gradus.Labs.Figures;
using Gradus.Labs.Running;
using Gradus.Labs.Statistics;
using Gradus.Learning.Models;
using Gradus.Learning.Optimizers;
using Gradus.Tensors;

namespace Gradus.Labs.MetricsAndCalibration.AccuracyTrap;

/// <summary>Is a rule that says no to everyone a good model, because it is accurate?</summary>
internal sealed class AccuracyTrapLab : SeededLab
{
    private const int Epochs = 8;
    private const double Wanted = 0.1;
    private const double Judged = 0.05;
    private const string Rule = "saying no";
    private const string AtHalf = "network at 0.5";
    private const string AtPrevalence = "network at the prevalence";
    private const string Network = "network";

    private static readonly double[] Prevalences = [0.5, 0.2, 0.1, 0.05, 0.02, 0.01];

    /// <inheritdoc/>
    public override string Id => "accuracy-trap";

    /// <inheritdoc/>
    public override string Title => "The accuracy trap: right 95 times of 100, and worthless";

    /// <inheritdoc/>
    public override string Hypothesis =>
        "Where few patients are ill (5 % in the simulation), saying no to everyone is more accurate than a network that is used to find them, and yet ranks patients no better than a coin.";

    /// <inheritdoc/>
    public override string EffectDescription =>
        "AUROC of the network minus AUROC of saying no at 5 % prevalence; above 0.1, with the AUROC of saying no exactly 0.5, its recall exactly 0 and its accuracy the higher one, confirms.";

    /// <inheritdoc/>
    public override bool TakesTable => true;

    /// <inheritdoc/>
    protected override int StepsPerSeed(bool table) => (table ? 1 : Prevalences.Length) * Epochs;

    /// <inheritdoc/>
    protected override void RunSeed(ulong seed, LabelledRows? table, LabNotebook notebook)
    {
        foreach (double prevalence in table is null ? Prevalences : [table.Prevalence])
        {
            BinaryProblem problem = table is null ? BinaryProblem.Simulated(prevalence, 3000, 0, 3000, seed) : BinaryProblem.Of(table, seed);
            Compare(problem, prevalence, seed, notebook);
        }
    }

    // begin: shown
    private static void Compare(BinaryProblem problem, double prevalence, ulong seed, LabNotebook notebook)
    {
        Mlp model = new(problem.Train.Features, [16], 1);
        string series = $"training loss at {Percent(prevalence)}";
        BinaryTraining.Train(model, network => new AdamW(network.Parameters(), learningRate: 0.003), problem.Train, Epochs, series, seed, notebook);

        int[] labels = problem.Test.Labels;
        double[] logits = LabTensors.Outputs(model, Tensor.From(problem.Test.Inputs, [problem.Test.Count, problem.Test.Features]));
        double[] nothing = new double[labels.Length];
        double logOdds = Math.Log(prevalence / (1 - prevalence));
        (string Name, int[] Calls)[] deciders =
        [
            (Rule, new int[labels.Length]),
            (AtHalf, Threshold.Apply<double>(logits, 0)),
            (AtPrevalence, Threshold.Apply<double>(logits, logOdds)),
        ];
        foreach ((string name, int[] calls) in deciders)
        {
            Write("accuracy", name, Accuracy.Compute(calls, labels));
            Write("recall", name, Recall.Compute(calls, labels));
        }

        foreach ((string name, double[] scores) in ((string, double[])[])[(Rule, nothing), (Network, logits)])
        {
            Write("AUROC", name, Auroc.Compute<double>(scores, labels));
            Write("AUPRC", name, AveragePrecision.Compute<double>(scores, labels));
        }

        // end: shown
        void Write(string measure, string name, double? value)
        {
            notebook.Measure(Measure(measure, name, prevalence), value ?? double.NaN);
            notebook.Trace($"{measure}, {name}", 100 * prevalence, value ?? double.NaN);
        }
    }

    /// <inheritdoc/>
    protected override LabFindings Conclude(LabNotebook notebook)
    {
        double[] prevalences = [.. notebook.Points($"AUROC, {Network}").Select(point => point.X / 100).Distinct()];
        double judged = prevalences.Length == 1 ? prevalences[0] : Judged;
        IReadOnlyList<double> Values(string measure, string name) => notebook.Values(Measure(measure, name, judged));
        double Mean(string measure, string name) => notebook.Mean(Measure(measure, name, judged));
        Criterion[] criteria =
        [
            Criterion.Above("AUROC gained by the network", [.. Values("AUROC", Network).Zip(Values("AUROC", Rule), (network, rule) => network - rule)], Wanted),
            Criterion.Exactly("AUROC of saying no", Values("AUROC", Rule), 0.5),
            Criterion.Exactly("recall of saying no", Values("recall", Rule), 0),
            Criterion.Above("accuracy lost by the network at the prevalence", [.. Values("accuracy", Rule).Zip(Values("accuracy", AtPrevalence), (rule, network) => rule - network)], 0),
        ];
        string conclusion =
            $"At {Percent(judged)} prevalence saying no is right in {Mean("accuracy", Rule):P1} and finds nobody: AUROC {Mean("AUROC", Rule):F2}, AUPRC {Mean("AUPRC", Rule):F3}. The network reaches AUROC {Mean("AUROC", Network):F3} and AUPRC "
            + $"{Mean("AUPRC", Network):F3}; at the prevalence as threshold it finds {Mean("recall", AtPrevalence):P0} with an accuracy of only {Mean("accuracy", AtPrevalence):P1}, and at 0.5 it finds {Mean("recall", AtHalf):P0} with {Mean("accuracy", AtHalf):P1}.";
        return new LabFindings(criteria, conclusion, prevalences.Length == 1 ? [BarFigure(notebook, judged)] : [LineFigure(notebook)]);
    }

    private static Figure LineFigure(LabNotebook notebook) => new()
    {
        Title = "Saying no against a trained network, by prevalence",
        Description =
            "Lines against the prevalence from 1 to 50 %. The accuracy of saying no rises to 99 % as cases get rarer while its AUROC stays at 0.5. The network's AUROC stays near "
            + $"{Prevalences.Average(prevalence => notebook.Mean(Measure("AUROC", Network, prevalence))):F2} at every prevalence, and its recall at the threshold 0.5 falls to "
            + $"{notebook.Mean(Measure("recall", AtHalf, 0.01)):P0}.",
        X = new Axis("prevalence (%)", 1, 50, Logarithmic: true),
        Y = new Axis("measure", 0, 1),
        Marks =
        [
            .. FigureMarks.Curve(notebook, $"accuracy, {Rule}"),
            .. FigureMarks.Curve(notebook, $"AUROC, {Rule}"),
            .. FigureMarks.Curve(notebook, $"accuracy, {AtPrevalence}"),
            .. FigureMarks.Curve(notebook, $"AUROC, {Network}"),
            .. FigureMarks.Curve(notebook, $"AUPRC, {Network}"),
            .. FigureMarks.Curve(notebook, $"recall, {AtPrevalence}"),
            .. FigureMarks.Curve(notebook, $"recall, {AtHalf}"),
        ],
    };

    private static Figure BarFigure(LabNotebook notebook, double prevalence)
    {
        (string Measure, string Rule, string Network)[] pairs = [("accuracy", Rule, AtPrevalence), ("recall", Rule, AtPrevalence), ("AUROC", Rule, Network), ("AUPRC", Rule, Network)];
        double[] rule = [.. pairs.Select(pair => notebook.Mean(Measure(pair.Measure, pair.Rule, prevalence)))];
        double[] network = [.. pairs.Select(pair => notebook.Mean(Measure(pair.Measure, pair.Network, prevalence)))];
        return new Figure
        {
            Title = $"Saying no against a trained network at {Percent(prevalence)} prevalence",
            Description = "Bars in pairs: " + string.Join(", ", pairs.Select((pair, place) => $"{pair.Measure} {rule[place]:F3} saying no and {network[place]:F3} for the network at the prevalence")) + ".",
            X = new Axis("measure", -0.5, 3.5, Categories: [.. pairs.Select(pair => pair.Measure)]),
            Y = new Axis("value", 0, 1),
            Marks = [new BarMark(Rule, [-0.2, 0.8, 1.8, 2.8], rule), new BarMark(AtPrevalence, [0.2, 1.2, 2.2, 3.2], network)],
        };
    }

    private static string Measure(string measure, string name, double prevalence) => $"{measure}, {name}, at {Percent(prevalence)}";

    private static string Percent(double share) => $"{100 * share:0.##} %";
}
