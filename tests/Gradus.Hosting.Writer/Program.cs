using Gradus.Hosting.Services;
using Gradus.Interview;
using Gradus.Interview.Sittings;

namespace Gradus.Hosting.Writer;

/// <summary>
/// Sits through interviews until it is killed, and says on standard output what it was told is saved: <c>draft SITTING ROUND NUMBER</c> or
/// <c>answer SITTING ROUND NUMBER</c>, one a line, each only after the service returned. Arguments: the home folder, the bank's folder, a seed; a fourth one lets a <see cref="Typist"/> sit instead.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        using GradusApplication application = GradusApplication.Open(new GradusOptions { Home = new GradusHome(args[0]), BankFolder = args[1] });
        ulong seed = ulong.Parse(args[2], null);
        if (args.Length > 3)
        {
            await new Typist(application, new SeededChoice(seed)).RunAsync();
        }

        Sitting sitting = application.Interviews.Unfinished() is [Sitting unfinished, ..] ? unfinished : Start(application, seed);
        Say($"open {sitting.Id}");
        for (int number = 1; ; number++)
        {
            if (sitting.Current is not { } round)
            {
                application.Interviews.Finish(sitting.Id);
                Say($"finish {sitting.Id}");
                sitting = Start(application, ++seed);
                continue;
            }

            string text = $"Answer {number}: training and test time differ, and dropout scales by one over one minus p.";
            application.Practice.SaveDraft(DraftKey.ForRound(sitting.Id, round.Number), text, TimeSpan.FromSeconds(number));
            Say($"draft {sitting.Id} {round.Number} {number}");
            sitting = application.Interviews.Answer(sitting.Id, text, TimeSpan.FromSeconds(number), round.Number);
            Say($"answer {sitting.Id} {round.Number} {number}");
        }
    }

    private static Sitting Start(GradusApplication application, ulong seed) =>
        application.Interviews.Start(new InterviewOptions { Profile = "general", Minutes = 40, Seed = seed });

    private static void Say(string line)
    {
        Console.Out.Write(line + "\n");
        Console.Out.Flush();
    }
}
