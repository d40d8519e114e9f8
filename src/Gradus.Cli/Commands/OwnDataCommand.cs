using System.CommandLine;
using System.Text.Json;
using Gradus.Cli.Terminal;
using Gradus.Hosting;
using Gradus.Hosting.Backups;
using Gradus.Hosting.Json;
using Gradus.Hosting.Services;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus data export|import</c>, and the part of <c>gradus data verify</c> that is about the person's own log.</summary>
internal static class OwnDataCommand
{
    public static Command Export(Shell shell)
    {
        Argument<string> file = new("FILE") { Description = "The file to write; one that is there already is left alone." };
        Option<bool> json = CommonOptions.Json();
        Command command = new("export", "Write your own log, answers, reviews and interviews, and your own questions into one file with a checksum.") { file, json };
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(file)!;
            if (File.Exists(path) || Directory.Exists(path))
            {
                throw new UsageException($"{path}: it is there already; name another file.");
            }

            using GradusApplication application = Workplace.Open(shell);
            (int Events, int Files) written;
            using (FileStream target = new(path + ".part", FileMode.Create))
            {
                written = application.OwnData.Export(target);
                target.Flush(flushToDisk: true);
            }

            File.Move(path + ".part", path);
            shell.Out.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(new { File = path, written.Events, written.Files }, GradusJson.Options) : $"{path}: {written.Events} events{(written.Files > 0 ? $", {written.Files} question files" : "")}");
            return ExitCodes.Done;
        });
        return command;
    }

    public static Command Import(Shell shell)
    {
        Argument<string> file = new("FILE") { Description = "A file that 'gradus data export' wrote." };
        Option<bool> json = CommonOptions.Json();
        Command command = new("import", "Add what an exported log holds and yours does not, and question files that are newer than yours: all of it or, where it is damaged or contradicts yours, nothing. A backup is made before.") { file, json };
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(file)!;
            if (!File.Exists(path))
            {
                throw new UsageException($"{path}: there is no such file.");
            }

            using GradusApplication application = Workplace.Open(shell);
            using FileStream source = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
            application.Backups.BackUp();
            ImportResult result = application.OwnData.Import(source, path);
            shell.Out.WriteLine(parsed.GetValue(json)
                ? JsonSerializer.Serialize(new { File = path, result.Added, result.Known, result.FilesTaken, result.FilesKept, result.Notices }, GradusJson.Options)
                : $"{path}: {result.Added} events added, {result.Known} were here already{(result.FilesTaken + result.FilesKept > 0 ? $"; {result.FilesTaken} question files taken, {result.FilesKept} left as they are" : "")}");
            foreach (string notice in parsed.GetValue(json) ? [] : result.Notices ?? [])
            {
                shell.Out.WriteLine(notice);
            }

            return ExitCodes.Done;
        });
        return command;
    }

    /// <summary>Checks the person's own log, where there is one.</summary>
    /// <param name="shell">The surroundings.</param>
    /// <param name="json">Whether to print JSON.</param>
    /// <returns>Whether nothing is wrong.</returns>
    public static bool Verify(Shell shell, bool json)
    {
        if (GradusApplication.Verify(GradusHome.Find(shell.Environment), shell.Clock) is not ({ } database, { } problems))
        {
            return true;
        }

        if (json)
        {
            shell.Out.WriteLine(JsonSerializer.Serialize(new { Log = database, State = problems.Count == 0 ? "verified" : "wrong", Problems = problems }, GradusJson.Options));
        }
        else
        {
            shell.Out.WriteLine($"{database}: {(problems.Count == 0 ? "the log is whole, and all that is derived from it agrees with it" : string.Join("; ", problems))}");
        }

        return problems.Count == 0;
    }
}
