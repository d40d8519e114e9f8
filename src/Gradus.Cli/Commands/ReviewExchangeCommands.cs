using System.CommandLine;
using System.Text.Json;
using Gradus.Cli.Terminal;
using Gradus.Hosting.Exchange;
using Gradus.Hosting.Json;
using Gradus.Hosting.Services;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus review export</c> and <c>import</c>.</summary>
internal static class ReviewExchangeCommands
{
    public static Command Export(Shell shell)
    {
        Argument<string> file = new("FILE") { Description = "The file; its ending names the form where --format does not: .json, .csv (review log), .txt (cards), .apkg." };
        Option<ExchangeFormat?> format = Form();
        Command command = new("export", "Write your reviews to a file: own JSON (lossless), CSV, cards as text, or an Anki package.") { file, format };
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(file)!;
            ExchangeFormat form = parsed.GetValue(format) ?? ReviewExchange.FormatOf(path) ?? throw new UsageException($"the ending of '{path}' names no form; add --format json, csv, cards or apkg.");
            using GradusApplication application = Workplace.Open(shell);
            using MemoryStream content = new();
            application.Exchange.Export(form, content);
            // Written beside the target and moved there, so that a full disk leaves what was there before.
            string part = path + ".part";
            File.WriteAllBytes(part, content.ToArray());
            File.Move(part, path, overwrite: true);
            shell.Out.WriteLine($"{path}: {content.Length} bytes");
            return ExitCodes.Done;
        });
        return command;
    }

    public static Command Import(Shell shell)
    {
        Argument<string> file = new("FILE") { Description = "The file." };
        Option<ExchangeFormat?> format = Form();
        Option<bool> json = CommonOptions.Json();
        Command command = new("import", "Read reviews and cards from a file, whole or not at all. Importing a file twice adds nothing.") { file, format, json };
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(file)!;
            using GradusApplication application = Workplace.Open(shell);
            ImportSummary summary = application.Exchange.Import(Content(path), path, parsed.GetValue(format));
            if (parsed.GetValue(json))
            {
                shell.Out.WriteLine(JsonSerializer.Serialize(summary, GradusJson.Options));
                return ExitCodes.Done;
            }

            shell.Out.WriteLine($"{path}: {summary.Reviews} reviews and {summary.Cards} cards came in{(summary.Known > 0 ? $", {summary.Known} entries were here already" : "")}.");
            foreach (string notice in summary.Notices)
            {
                shell.Out.WriteLine(notice);
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static Option<ExchangeFormat?> Form() => CommonOptions.Choice<ExchangeFormat>("--format", "json, csv, cards or apkg.", "FORM");

    private static byte[] Content(string path)
    {
        FileInfo info = new(path);
        return !info.Exists ? throw new UsageException($"{path}: there is no such file.")
            : info.Length > ImportLimits.FileBytes ? throw new ImportException(path, $"the file has {info.Length} bytes; at most {ImportLimits.FileBytes} are read.")
            : File.ReadAllBytes(path);
    }
}
