using System.Diagnostics;
using Gradus.Hosting.Services;
using Gradus.Interview;
using Gradus.Interview.Schedule;
using Gradus.Interview.Sittings;

namespace Gradus.Hosting.Writer;

/// <summary>
/// Sits through interviews as a person does, typing word by word with drafts kept as the terminal keeps them, taking hints, pausing, rating, until it is killed. It says on standard output what
/// happened, one line each and only after the service returned: <c>typed SITTING ROUND CHARACTERS MILLISECONDS</c>, <c>answer SITTING ROUND CHARACTERS</c>, <c>rated QUESTION</c>.
/// </summary>
/// <param name="application">The services.</param>
/// <param name="choice">Decides what is done.</param>
internal sealed class Typist(GradusApplication application, SeededChoice choice)
{
    private const int LongestPauseBetweenWords = 25;

    /// <summary>The whole text of which every answer is a beginning.</summary>
    public static string Words { get; } = string.Join(' ', Enumerable.Range(0, 4000).Select(i => $"word{i}"));

    /// <summary>Sits one interview after another.</summary>
    public async Task RunAsync()
    {
        Sitting? sitting = application.Interviews.Unfinished().FirstOrDefault();
        Say("open");
        while (true)
        {
            sitting ??= application.Interviews.Start(new InterviewOptions { Minutes = 40, Seed = choice.NextBits() >> 1, PreferWeak = true });
            if (sitting.Current is not { } round)
            {
                application.Interviews.Finish(sitting.Id);
                sitting = null;
                continue;
            }

            await LeadInAsync(sitting, round);
            string text = await TypeAsync(sitting, round);
            sitting = application.Interviews.Answer(sitting.Id, text, TimeSpan.FromSeconds(text.Length), round.Number);
            Say($"answer {sitting.Id} {round.Number} {text.Length}");
            application.Reviews.Rate(round.Question, (Rating)(1 + choice.Next(4)));
            Say($"rated {round.Question}");
        }
    }

    private async Task LeadInAsync(Sitting sitting, SittingRound round)
    {
        if (choice.Next(4) == 0 && round.Hints.Count < HintWriter.Most)
        {
            try
            {
                application.Interviews.TakeHint(sitting.Id, "", round.Number);
            }
            catch (SittingStateException)
            {
                // The question has no further hint.
            }
        }

        if (choice.Next(4) == 0)
        {
            application.Interviews.Pause(sitting.Id);
            await Task.Delay(choice.Next(LongestPauseBetweenWords));
            application.Interviews.Resume(sitting.Id);
        }
    }

    private async Task<string> TypeAsync(Sitting sitting, SittingRound round)
    {
        string key = DraftKey.ForRound(sitting.Id, round.Number);
        DraftKeeper keeper = new(application.Practice, key, TimeProvider.System);
        int typed = application.Practice.LoadDraft(key)?.Text.Length ?? 0;
        long began = Stopwatch.GetTimestamp();
        for (int words = choice.Next(200); words >= 0; words--)
        {
            typed = Words.IndexOf(' ', Math.Min(typed + 1, Words.Length - 20)) + 1;
            keeper.Keep(Words[..typed], TimeSpan.FromSeconds(typed));
            Say($"typed {sitting.Id} {round.Number} {typed} {(long)Stopwatch.GetElapsedTime(began).TotalMilliseconds}");
            await Task.Delay(choice.Next(LongestPauseBetweenWords));
        }

        return Words[..typed];
    }

    private static void Say(string line)
    {
        Console.Out.Write(line + "\n");
        Console.Out.Flush();
    }
}
