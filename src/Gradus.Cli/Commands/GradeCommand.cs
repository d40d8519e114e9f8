using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Gradus.Cli.Terminal;
using Gradus.Hosting.Json;
using Gradus.Interview.Grading;
using Gradus.Interview.Grading.Evaluation;
using Gradus.Interview.Questions;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus grade</c>: grades answers from a file, or measures the grader on labelled ones.</summary>
internal static class GradeCommand
{
    public static Command Create(Shell shell)
    {
        Option<string?> batch = new("--batch") { Description = "Grade each line of a JSON-lines file (- for standard input); one verdict a line.", HelpName = "FILE" };
        Option<string?> evaluate = new("--evaluate") { Description = "Measure the grader on labelled answers.", HelpName = "FILE" };
        Option<bool> json = CommonOptions.Json();
        Command command = new("grade", "Grade answers from a file.") { batch, evaluate, json };
        command.SetAction((parsed, cancellationToken) =>
        {
            string? input = parsed.GetValue(batch);
            string? labelled = parsed.GetValue(evaluate);
            if ((input is null) == (labelled is null))
            {
                throw new UsageException("give --batch FILE to grade answers, or --evaluate FILE to measure the grader.");
            }

            Bank bank = Bank.Load(Bank.LocateFolder());
            Grader grader = new(bank);
            return Task.FromResult(input is not null ? Batch(shell, bank, grader, input, cancellationToken) : Evaluate(shell, bank, grader, labelled!, parsed.GetValue(json)));
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

    private static int Evaluate(Shell shell, Bank bank, Grader grader, string path, bool json)
    {
        if (!File.Exists(path))
        {
            throw new UsageException($"{path}: there is no such file.");
        }

        GraderReport report = GraderEvaluation.Measure(bank, grader, LabelledAnswer.Load(path));
        if (json)
        {
            shell.Out.WriteLine(JsonSerializer.Serialize(report, GradusJson.Options));
            return ExitCodes.Done;
        }

        shell.Out.WriteLine($"answers               {report.Answers} to {report.Questions} questions ({report.Unknown} left out: not in the bank)");
        shell.Out.WriteLine($"score                 Spearman {Told(report.Spearman)}, Pearson {Told(report.Pearson)}, mean absolute error {Told(report.MeanAbsoluteError)} of 100");
        shell.Out.WriteLine($"order in a question   {Told(report.OrderAccuracy)} of {report.OrderPairs} pairs");
        shell.Out.WriteLine($"points                precision {Told(report.Points.Precision)}, recall {Told(report.Points.Recall)}, F1 {Told(report.Points.F1)}");
        shell.Out.WriteLine($"misconceptions        precision {Told(report.Misconceptions.Precision)}, recall {Told(report.Misconceptions.Recall)}");
        return ExitCodes.Done;
    }

    private static string Told(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "undefined";
}
