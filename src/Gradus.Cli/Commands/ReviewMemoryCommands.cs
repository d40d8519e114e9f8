using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Gradus.Cli.Terminal;
using Gradus.Hosting.Exchange;
using Gradus.Hosting.Json;
using Gradus.Hosting.Services;
using Gradus.Interview.Schedule.Calibration;
using Gradus.Interview.Schedule.Fitting;
using Spectre.Console;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus review optimize</c>, <c>stats</c> and <c>reschedule</c>: what the person's reviews say of their memory.</summary>
internal static class ReviewMemoryCommands
{
    private const int FigureHeight = 12;

    public static Command Optimize(Shell shell)
    {
        Option<bool> json = CommonOptions.Json();
        Option<string?> log = Log();
        Command command = new("optimize", "Fit the weights of FSRS-6 to your reviews, and keep them where they foretell held-out days better. No date moves.") { log, json };
        command.SetAction((parsed, cancellationToken) =>
        {
            using GradusApplication application = Workplace.Open(shell);
            ReviewLog? foreign = Read(shell, parsed.GetValue(log));
            FitReport report = foreign is null ? application.Memory.Optimize(cancellationToken) : application.Memory.Try(foreign, cancellationToken);
            bool kept = foreign is null && report.Better;
            if (parsed.GetValue(json))
            {
                shell.Out.WriteLine(JsonSerializer.Serialize(
                    new { report.Stage, report.Reviews, report.Scored, report.HeldOut, report.LossBefore, report.LossAfter, report.HeldOutBefore, report.HeldOutAfter, report.Better, Kept = kept, report.Weights },
                    GradusJson.Options));
            }
            else
            {
                Tell(shell, report, kept, foreign is not null);
            }

            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }

    public static Command Stats(Shell shell)
    {
        Option<bool> json = CommonOptions.Json();
        Option<string?> log = Log();
        Command command = new("stats", "How well the schedule foretells what you remember, beside a moving average and SM-2, and the load of the next days.") { log, json };
        command.SetAction(parsed =>
        {
            using GradusApplication application = Workplace.Open(shell);
            ReviewLog? foreign = Read(shell, parsed.GetValue(log));
            IReadOnlyList<RecallCalibration> methods = application.Memory.Calibrate(foreign);
            IReadOnlyList<int> load = application.Memory.Load(14);
            if (parsed.GetValue(json))
            {
                shell.Out.WriteLine(JsonSerializer.Serialize(new { Methods = methods, Load = load }, GradusJson.Options));
                return ExitCodes.Done;
            }

            if (methods[0].Reviews == 0)
            {
                shell.Console.WriteLine("Nothing to measure yet: a review counts when at least one day lies between it and the one before.");
                return ExitCodes.Done;
            }

            Table table = new Table().Border(TableBorder.Simple).AddColumn("foretold by").AddColumn("log loss").AddColumn("RMSE(bins)").AddColumn("reviews");
            foreach (RecallCalibration method in methods)
            {
                table.AddRow(Markup.Escape(method.Name), Number(method.LogLoss), Number(method.RmseBins), method.Reviews.ToString(CultureInfo.InvariantCulture));
            }

            shell.Console.Write(table);
            shell.Console.MarkupLine(FigureText.Draw(CalibrationFigure.Make(methods), shell.Width, FigureHeight));
            shell.Console.WriteLine($"Reviews of the next 14 days, today first: {string.Join(' ', load)}");
            return ExitCodes.Done;
        });
        return command;
    }

    public static Command Reschedule(Shell shell)
    {
        Option<bool> yes = new("--yes") { Description = "Move the dates; without it the plan is only shown." };
        Option<bool> json = CommonOptions.Json();
        Command command = new("reschedule", "Give everything new dates by the weights and settings in force, spread so that no day is a flood.") { yes, json };
        command.SetAction(parsed =>
        {
            using GradusApplication application = Workplace.Open(shell);
            bool moved = parsed.GetValue(yes);
            ReschedulePlan plan = moved ? application.Memory.Reschedule() : application.Memory.PlanReschedule();
            shell.Out.WriteLine(parsed.GetValue(json)
                ? JsonSerializer.Serialize(new { Moved = plan.Moved.Count, plan.DailyLimit, plan.Load, Done = moved }, GradusJson.Options)
                : $"{plan.Moved.Count} dates {(moved ? "moved" : "would move (with --yes)")}; at most {plan.DailyLimit} reviews a day. The next 14 days: {string.Join(' ', plan.Load)}");
            return ExitCodes.Done;
        });
        return command;
    }

    private static Option<string?> Log() => new("--log") { Description = "Look at a review log in py-fsrs's form (card_id,review_rating,review_time) instead of yours; nothing is kept. Its days are periods of 24 hours.", HelpName = "FILE.csv" };

    private static ReviewLog? Read(Shell shell, string? path) => path is null ? null : ReviewExchange.ReadLog(Workplace.ReadText(path, shell), path);

    private static void Tell(Shell shell, FitReport report, bool kept, bool foreign)
    {
        if (report.Stage == FitStage.None)
        {
            shell.Console.WriteLine($"{report.Scored} reviews count so far (with at least a day before them); from {WeightFitter.FirstStabilitiesFrom} on there is something to fit. The weights in force stay.");
            return;
        }

        shell.Console.WriteLine($"Fitted {(report.Stage == FitStage.All ? "all 21 weights" : "the four first stabilities")} to {report.Scored} of {report.Reviews} reviews.");
        shell.Console.WriteLine($"Log loss on all of them: {Number(report.LossBefore)} before, {Number(report.LossAfter)} after.");
        shell.Console.WriteLine($"On {report.HeldOut} reviews of held-out days: {Number(report.HeldOutBefore)} before, {Number(report.HeldOutAfter)} after.");
        shell.Console.WriteLine(
            foreign ? "Nothing was kept: this is not your log."
            : kept ? "The new weights are kept. No date moved; 'gradus review reschedule' shows what new dates would be."
            : "The new weights are no better on held-out days, so those in force stay.");
        shell.Console.WriteLine("Weights: " + string.Join(", ", report.Weights.Select(weight => weight.ToString("0.####", CultureInfo.InvariantCulture))));
    }

    private static string Number(double value) => double.IsNaN(value) ? "-" : value.ToString("0.0000", CultureInfo.InvariantCulture);
}
