using System.Diagnostics;
using System.Text;
using Gradus.Hosting.Services;
using Spectre.Console;

namespace Gradus.Cli.Terminal;

/// <summary>Takes an answer from a person at a terminal, line by line, and keeps a draft of every line.</summary>
/// <param name="shell">The surroundings.</param>
/// <param name="practice">Keeps the drafts.</param>
internal sealed class AnswerReader(Shell shell, Practice practice)
{
    /// <summary>Reads an answer; it ends with a line that holds only a full stop, or with the end of input.</summary>
    /// <param name="draftKey">The draft's name; an earlier draft is shown and continued.</param>
    /// <param name="cancellationToken">Stops reading; the draft stays.</param>
    /// <returns>What the person did.</returns>
    public async Task<Reading> ReadAsync(string draftKey, CancellationToken cancellationToken)
    {
        Draft? draft = practice.LoadDraft(draftKey);
        StringBuilder text = new(draft?.Text);
        TimeSpan before = draft?.Elapsed ?? TimeSpan.Zero;
        long began = shell.Clock.GetTimestamp();
        shell.Console.MarkupLine("[dim]Answer in two to three minutes. End with a line that holds only a full stop; /skip passes, /editor opens your editor, /quit pauses.[/]");
        if (text.Length > 0)
        {
            shell.Console.MarkupLine("[dim]Your draft so far:[/]");
            shell.Out.WriteLine(text.ToString().TrimEnd('\n'));
        }

        while (true)
        {
            // A blocked read cannot be cancelled, but it can be left behind.
            string? line = await Task.Run(shell.In.ReadLine, CancellationToken.None).WaitAsync(cancellationToken);
            TimeSpan elapsed = before + shell.Clock.GetElapsedTime(began);
            switch (line?.Trim())
            {
                case null:
                    // On Windows Ctrl+C ends the line too: it is no answer, and neither is the end of input without a word.
                    cancellationToken.ThrowIfCancellationRequested();
                    return new Reading(text.Length == 0 ? ReadingEnd.Paused : ReadingEnd.Answered, text.ToString().TrimEnd('\n'), elapsed);
                case ".":
                    return new Reading(ReadingEnd.Answered, text.ToString().TrimEnd('\n'), elapsed);
                case "/skip":
                    return new Reading(ReadingEnd.Skipped, "", elapsed);
                case "/quit":
                    return new Reading(ReadingEnd.Paused, text.ToString(), elapsed);
                case "/editor":
                    text.Clear().Append(await EditAsync(text.ToString(), cancellationToken)).Append('\n');
                    practice.SaveDraft(draftKey, text.ToString(), elapsed);
                    return new Reading(ReadingEnd.Answered, text.ToString().TrimEnd('\n'), elapsed);
                default:
                    text.Append(line).Append('\n');
                    practice.SaveDraft(draftKey, text.ToString(), elapsed);
                    break;
            }
        }
    }

    private async Task<string> EditAsync(string text, CancellationToken cancellationToken)
    {
        string editor = shell.Environment("VISUAL") is { Length: > 0 } visual ? visual : shell.Environment("EDITOR") is { Length: > 0 } plain ? plain : OperatingSystem.IsWindows() ? "notepad" : "vi";
        string folder = Directory.CreateTempSubdirectory("gradus-").FullName;
        try
        {
            string file = Path.Combine(folder, "answer.md");
            await File.WriteAllTextAsync(file, text, cancellationToken);
            string[] words = editor.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            using Process process = Process.Start(words[0], [.. words[1..], file]);
            await process.WaitForExitAsync(cancellationToken);
            return (await File.ReadAllTextAsync(file, cancellationToken)).TrimEnd();
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new UsageException($"the editor '{editor}' could not be started ({error.Message}); set EDITOR to one that can.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
