using System.CommandLine;
using System.Text.Json;
using Gradus.Cli.Scripts;
using Gradus.Cli.Terminal;
using Gradus.Hosting.Json;
using Gradus.Hosting.Reports;
using Gradus.Hosting.Services;
using Gradus.Interview.Questions;
using Gradus.Interview.Sittings;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus interview</c>: a whole interview in the terminal.</summary>
internal static class InterviewCommand
{
    public static Command Create(Shell shell)
    {
        Option<string> profile = new("--profile") { Description = "Whom the interview is for: " + string.Join(", ", Profiles.All.Select(each => each.Id)) + ".", HelpName = "P", DefaultValueFactory = _ => "general" };
        profile.CompletionSources.Add([.. Profiles.All.Select(each => each.Id)]);
        Option<string?> topic = new("--topic") { Description = "Practise one topic: " + string.Join(", ", Topics.All.Select(each => each.Id)) + ".", HelpName = "T" };
        topic.CompletionSources.Add([.. Topics.All.Select(each => each.Id)]);
        Option<RoundMix?> rounds = CommonOptions.Choice<RoundMix>("--rounds", "The kinds of rounds: explain, teach, unknown, system or mixed; mixed when left out, explain with a script.", "R");
        Option<int> level = CommonOptions.Number("--level", "1 foundation, 2 working knowledge, 3 advanced.", 2, 1, 3);
        Option<int> minutes = CommonOptions.Number("--minutes", "The time for the whole interview.", 30, 5, 240);
        Option<ulong?> seed = new("--seed") { Description = "Decides the choice of questions; drawn from the clock when left out, 1 with a script.", HelpName = "S" };
        Option<string?> script = new("--script") { Description = "Answers prepared in a file, blocks separated by lines of ---.", HelpName = "FILE" };
        Option<bool> resume = new("--resume") { Description = "Go on with the interview that was interrupted last." };
        Option<bool> json = CommonOptions.Json();
        Command command = new("interview", "Sit a whole interview, or practise one topic.") { profile, topic, rounds, level, minutes, seed, script, resume, json };
        command.SetAction((parsed, cancellationToken) =>
        {
            string? path = parsed.GetValue(script);
            InterviewOptions options = new()
            {
                Profile = parsed.GetValue(profile)!,
                Level = parsed.GetValue(level),
                Minutes = parsed.GetValue(minutes),
                Seed = parsed.GetValue(seed) ?? (path is null ? (ulong)shell.Clock.GetUtcNow().ToUnixTimeSeconds() : 1),
                PreferWeak = path is null,
                Topic = parsed.GetValue(topic),
                Rounds = parsed.GetValue(rounds) ?? (path is null ? RoundMix.Mixed : RoundMix.Explain),
            };
            Interviews.Check(options);
            if (path is null && !shell.InputIsTerminal)
            {
                throw new UsageException("an interview needs a terminal, or answers from --script FILE.");
            }

            AnswerScript? answers = path is null ? null : AnswerScript.Parse(Workplace.ReadText(path, shell), path);
            return RunAsync(shell, options, parsed.GetResult(seed) is not null, answers, parsed.GetValue(resume), parsed.GetValue(json), cancellationToken);
        });
        command.Add(InterviewReportCommand.Create(shell));
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, InterviewOptions options, bool seeded, AnswerScript? script, bool resume, bool json, CancellationToken cancellationToken)
    {
        using GradusApplication application = Workplace.Open(shell);
        Sitting sitting = Resume(json ? shell.ForTelling() : shell, application, options, seeded, script is not null, resume) ?? application.Interviews.Start(options);
        IInterviewVoice voice = script is null ? new SpokenInterview(json ? shell.ForTelling() : shell, application) : new ScriptedInterview(shell, script, quiet: json);
        Sitting? finished = await new InterviewRunner(application, voice).RunAsync(sitting, cancellationToken);
        if (finished is null)
        {
            shell.Error.WriteLine("Paused. 'gradus interview --resume' goes on.");
            return ExitCodes.Done;
        }

        if (json)
        {
            shell.Out.WriteLine(JsonSerializer.Serialize(InterviewDocument.Of(finished), GradusJson.Options));
        }
        else
        {
            shell.Console.Write(ReportView.Show(finished.Report!, application.Interviews.Trend(finished.Report!), shell));
        }

        return ExitCodes.Done;
    }

    // An interrupted interview of the same kind goes on by itself, so that starting the same command again loses nothing.
    private static Sitting? Resume(Shell shell, GradusApplication application, InterviewOptions options, bool seeded, bool scripted, bool asked)
    {
        IReadOnlyList<Sitting> unfinished = application.Interviews.Unfinished();
        Sitting? found = asked ? unfinished.FirstOrDefault()
            : scripted || seeded ? unfinished.FirstOrDefault(sitting => sitting.Options == options)
            : unfinished.FirstOrDefault();
        if (found is null)
        {
            if (asked)
            {
                shell.Error.WriteLine("No interview was interrupted; a new one begins.");
            }

            return null;
        }

        string told = $"the {found.Options.Profile} interview of {ReviewView.Day(found.StartedAt, shell.Clock)} (round {found.Rounds.Count} of about {found.Plan.Count})";
        if (!asked && !scripted && !Prompts.Confirm(shell, $"Go on with {told}?"))
        {
            return null;
        }

        shell.Error.WriteLine($"Going on with {told}.");
        return application.Interviews.Resume(found.Id);
    }
}
