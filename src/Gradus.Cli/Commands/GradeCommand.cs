using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gradus.Cli.Terminal;
using Gradus.Evaluation.Calibration;
using Gradus.Hosting.Json;
using Gradus.Interview.Grading;
using Gradus.Interview.Grading.Evaluation;
using Gradus.Interview.Questions;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus grade</c>: grades answers from a file, or measures the grader on labelled ones.</summary>
internal static class GradeCommand
{
    private const int ReliabilityBins = 10;

    public static Command Create(Shell shell)
    {
        Option<string?> batch = new("--batch") { Description = "Grade each line of a JSON-lines file (- for standard input); one verdict a line.", HelpName = "FILE" };
        Option<string?> evaluate = new("--evaluate") { Description = "Measure the grader on labelled answers.", HelpName = "FILE" };
        Option<string?> signals = new("--signals") { Description = "With --evaluate: write what the grader saw of each point and misconception to a file, for oracles/grader_credit.py and grader_misconceptions.py.", HelpName = "FILE" };
        Option<bool> json = CommonOptions.Json();
        Command command = new("grade", "Grade answers from a file.") { batch, evaluate, signals, json };
        command.SetAction((parsed, cancellationToken) =>
        {
            string? input = parsed.GetValue(batch);
            string? labelled = parsed.GetValue(evaluate);
            if ((input is null) == (labelled is null))
            {
                throw new UsageException("give --batch FILE to grade answers, or --evaluate FILE to measure the grader.");
            }

            string? seen = parsed.GetValue(signals);
            if (seen is not null && labelled is null)
            {
                throw new UsageException("--signals FILE goes with --evaluate FILE.");
            }

            Bank bank = Bank.Load(Bank.LocateFolder());
            Grader grader = new(bank);
            return Task.FromResult(input is not null ? Batch(shell, bank, grader, input, cancellationToken) : Evaluate(shell, bank, grader, labelled!, seen, parsed.GetValue(json)));
        });
        return command;
    }

    private static int Batch(Shell shell, Bank bank, Grader grader, string path, CancellationToken cancellationToken)
    {
        bool failed = false;
        int line = 0;
        foreach (string text in Workplace.ReadText(path, shell).Split('\n'))
        {
            line++;
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            BatchLine parsed = BatchLine.Parse(text, bank);
            failed |= parsed.Error is not null;
            shell.Out.WriteLine(parsed.Error is { } error
                ? JsonSerializer.Serialize(new { Line = line, parsed.Question, Error = error }, GradusJson.Options)
                : JsonSerializer.Serialize(parsed.Grade(grader), GradusJson.Options));
        }

        if (failed)
        {
            shell.Error.WriteLine($"gradus: {path}: some lines could not be graded; each says why.");
        }

        return failed ? ExitCodes.BadInput : ExitCodes.Done;
    }

    private static int Evaluate(Shell shell, Bank bank, Grader grader, string path, string? signals, bool json)
    {
        if (!File.Exists(path))
        {
            throw new UsageException($"{path}: there is no such file.");
        }

        GraderReport report = GraderEvaluation.Measure(bank, grader, LabelledAnswer.Load(path));
        if (signals is not null)
        {
            IEnumerable<string> points = report.Decisions.Select(decision => JsonSerializer.Serialize(decision, GradusJson.Options));
            File.WriteAllLines(signals, points.Concat(report.MisconceptionDecisions.Select(decision => JsonSerializer.Serialize(decision, GradusJson.Options))));
        }

        IReadOnlyList<ReliabilityBin> reliability = ReliabilityDiagram.Compute<double>(
            report.Decisions.Select(decision => decision.Credit).ToArray(), report.Decisions.Select(decision => decision.Covered ? 1 : 0).ToArray(), ReliabilityBins);
        if (json)
        {
            JsonObject line = JsonSerializer.SerializeToNode(report, GradusJson.Options)!.AsObject();
            line.Add("reliability", JsonSerializer.SerializeToNode(reliability, GradusJson.Options));
            shell.Out.WriteLine(line.ToJsonString(GradusJson.Options));
            return ExitCodes.Done;
        }

        shell.Out.WriteLine($"answers               {report.Answers} to {report.Questions} questions ({report.Unknown} left out: not in the bank)");
        shell.Out.WriteLine($"score                 Spearman {Told(report.Spearman)}, Pearson {Told(report.Pearson)}, mean absolute error {Told(report.MeanAbsoluteError)} of 100");
        shell.Out.WriteLine($"order in a question   {Told(report.OrderAccuracy)} of {report.OrderPairs} pairs");
        shell.Out.WriteLine($"points                precision {Told(report.Points.Precision)}, recall {Told(report.Points.Recall)}, F1 {Told(report.Points.F1)}");
        shell.Out.WriteLine($"misconceptions        precision {Told(report.Misconceptions.Precision)}, recall {Told(report.Misconceptions.Recall)}");
        shell.Out.WriteLine("credit promised       points   promised   stated");
        foreach (ReliabilityBin bin in reliability.Where(bin => bin.Count > 0))
        {
            shell.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {bin.Lower:0.0} to {bin.Upper:0.0}          {bin.Count,6}      {bin.MeanProbability:0.000}    {bin.Frequency:0.000}"));
        }

        return ExitCodes.Done;
    }

    private static string Told(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "undefined";
}
