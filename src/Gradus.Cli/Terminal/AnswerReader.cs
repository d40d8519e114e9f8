using System.Diagnostics;
using System.Text;
using Gradus.Hosting.Services;
using Gradus.Interview.Questions;
using Spectre.Console;

namespace Gradus.Cli.Terminal;

/// <summary>Takes an answer from a person at a terminal and keeps a draft of it, at most half a second behind the keys; without a keyboard line by line.</summary>
/// <param name="shell">The surroundings.</param>
/// <param name="practice">Keeps the drafts.</param>
internal sealed class AnswerReader(Shell shell, Practice practice)
{
    private static readonly Style Dim = new(decoration: Decoration.Dim);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(40);

    /// <summary>Reads an answer; it ends with a line that holds only a full stop, or with the end of input.</summary>
    /// <param name="draftKey">The draft's name; an earlier draft is shown and continued.</param>
    /// <param name="kind">The kind of round, which says how long an answer should be.</param>
    /// <param name="hint">Gives a hint for what is written so far, in words; null where there are none.</param>
    /// <param name="cancellationToken">Stops reading; the draft stays.</param>
    /// <returns>What the person did.</returns>
    public async Task<Reading> ReadAsync(string draftKey, RoundKind kind, Func<string, string>? hint, CancellationToken cancellationToken)
    {
        Draft? draft = practice.LoadDraft(draftKey);
        (TimeSpan least, TimeSpan most) = RoundKinds.Time(kind);
        string hints = hint is null ? "" : " /hint gives a hint, which costs;";
        shell.Console.WriteLine($"Answer in {(int)least.TotalMinutes} to {(int)most.TotalMinutes} minutes. End with a line that holds only a full stop;{hints} /skip passes, /editor opens your editor, /time tells the time, /quit pauses.", Dim);
        Answer answer = new(this, draftKey, draft, hint);
        if (answer.Text.Length > 0)
        {
            shell.Console.WriteLine("Your draft so far:", Dim);
            shell.Out.WriteLine(answer.Text.TrimEnd('\n'));
        }

        return shell.Keyboard is { } keyboard ? await KeysAsync(keyboard, answer, least, most, cancellationToken) : await LinesAsync(answer, cancellationToken);
    }

    private async Task<Reading> LinesAsync(Answer answer, CancellationToken cancellationToken)
    {
        while (true)
        {
            // A blocked read cannot be cancelled, but it can be left behind.
            string? line = await Task.Run(shell.In.ReadLine, CancellationToken.None).WaitAsync(cancellationToken);

            // On Windows Ctrl+C ends the line too: it is no answer, and neither is the end of input without a word.
            cancellationToken.ThrowIfCancellationRequested();
            if (await answer.LineAsync(line, cancellationToken) is { } reading)
            {
                return reading;
            }
        }
    }

    private async Task<Reading> KeysAsync(IKeyboard keyboard, Answer answer, TimeSpan least, TimeSpan most, CancellationToken cancellationToken)
    {
        TimedLine? timed = shell.Redraws ? new TimedLine(shell, least, most) : null;
        LineBuffer line = new();
        while (true)
        {
            while (keyboard.TryRead(out ConsoleKeyInfo key))
            {
                bool ends = key is { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control } or { KeyChar: '\u0004' };
                if (key.Key != ConsoleKey.Enter && !(ends && line.Text.Length == 0))
                {
                    Press(line, key, timed);
                    answer.Keep(line.Text);
                    continue;
                }

                string? typed = ends ? null : line.Text;
                line.Clear();
                Show(timed, typed);
                if (await answer.LineAsync(typed, cancellationToken) is { } reading)
                {
                    return reading;
                }
            }

            answer.Keep(line.Text);
            timed?.Draw(line, answer.Elapsed, answer.Words(line.Text));
            try
            {
                await Task.Delay(BetweenLooks, shell.Clock, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                answer.Flush(line.Text);
                throw;
            }
        }
    }

    private void Press(LineBuffer line, ConsoleKeyInfo key, TimedLine? timed)
    {
        if (timed is not null)
        {
            line.Press(key);
            return;
        }

        // Nothing is drawn anew: letters are echoed, the last one can be taken back, and the cursor stays at the end.
        int before = line.Text.Length;
        bool typed = !char.IsControl(key.KeyChar);
        if ((typed || key.Key == ConsoleKey.Backspace) && line.Press(key))
        {
            shell.Out.Write(line.Text.Length > before ? key.KeyChar.ToString() : string.Concat(Enumerable.Repeat("\b \b", before - line.Text.Length)));
        }
    }

    private void Show(TimedLine? timed, string? typed)
    {
        if (timed is not null)
        {
            timed.Finish(typed);
        }
        else
        {
            shell.Out.Write('\n');
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

    /// <summary>The answer as far as it is typed: what its lines hold and what its commands do.</summary>
    private sealed class Answer(AnswerReader reader, string draftKey, Draft? draft, Func<string, string>? hint)
    {
        private readonly StringBuilder _text = new(draft?.Text is { Length: > 0 } words && !words.EndsWith('\n') ? words + "\n" : draft?.Text);
        private readonly DraftKeeper _keeper = new(reader.Practice, draftKey, reader.Shell.Clock);
        private readonly long _began = reader.Shell.Clock.GetTimestamp();

        public string Text => _text.ToString();

        public TimeSpan Elapsed => (draft?.Elapsed ?? TimeSpan.Zero) + reader.Shell.Clock.GetElapsedTime(_began);

        public int Words(string line) => (Text + line).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

        // A line that begins as a command is no part of the answer yet.
        public void Keep(string line) => _keeper.Keep(line.StartsWith('/') ? Text : Text + line, Elapsed);

        public void Flush(string line) => _keeper.Flush(line.StartsWith('/') ? Text : Text + line, Elapsed);

        public async Task<Reading?> LineAsync(string? line, CancellationToken cancellationToken)
        {
            switch (line?.Trim())
            {
                case null:
                    return new Reading(_text.Length == 0 ? ReadingEnd.Paused : ReadingEnd.Answered, Text.TrimEnd('\n'), Elapsed);
                case ".":
                    return new Reading(ReadingEnd.Answered, Text.TrimEnd('\n'), Elapsed);
                case "/skip":
                    return new Reading(ReadingEnd.Skipped, "", Elapsed);
                case "/quit":
                    Flush("");
                    return new Reading(ReadingEnd.Paused, Text, Elapsed);
                case "/time":
                    reader.Shell.Out.WriteLine(TimedLine.Told(Elapsed, Words("")) + ".");
                    return null;
                case "/hint":
                    reader.Shell.Out.WriteLine(hint?.Invoke(Text) ?? "Hints are given in interviews.");
                    return null;
                case "/editor":
                    string edited = await reader.EditAsync(Text, cancellationToken);
                    _text.Clear().Append(edited).Append('\n');
                    Flush("");
                    return new Reading(ReadingEnd.Answered, Text.TrimEnd('\n'), Elapsed);
                default:
                    _text.Append(line).Append('\n');
                    Flush("");
                    return null;
            }
        }
    }

    private Shell Shell => shell;

    private Practice Practice => practice;
}
