using System.Diagnostics;
using System.Text.Json;
using Gradus.Hosting;
using Gradus.Hosting.Services;
using Gradus.Interview.Questions;
using Gradus.Interview.Sittings;
using Gradus.Testing;

namespace Gradus.EndToEnd.Tests;

/// <summary>Kills the program at random moments of an interview and demands that the next start loses nothing.</summary>
public sealed class InterviewKillTests(ITestOutputHelper output)
{
    /// <summary>Moments before the first question or after the last prove nothing: while none has fallen between, up to so many times the kills asked for are made.</summary>
    private const int MostDraws = 5;

    private static readonly string[] Arguments = ["interview", "--profile", "new-graduate", "--seed", "1", "--script", Path.Combine("examples", "interview.txt"), "--json"];

    [Fact]
    public Task Interview_KilledThreeTimes_GoesOnWithEveryAnswer() => KillAsync(kills: 3, seed: 20261121);

    [Fact]
    [Trait("Category", "Long")]
    public Task Interview_KilledTwentyTimes_GoesOnWithEveryAnswer() => KillAsync(kills: 20, seed: 42);

    private async Task KillAsync(int kills, int seed)
    {
        TimeSpan whole;
        string undisturbed;
        using (InstalledGradus gradus = new())
        {
            long began = Stopwatch.GetTimestamp();
            CommandResult result = await gradus.RunAsync(TestContext.Current.CancellationToken, Arguments);
            whole = Stopwatch.GetElapsedTime(began);
            Assert.True(result.ExitCode == 0, result.Output);
            undisturbed = Scores(result.StandardOutput);
        }

        output.WriteLine($"seed {seed}, an undisturbed interview takes {whole.TotalSeconds:0.0} s");
        Random moments = new(seed);
        int interrupted = 0;
        for (int kill = 0; kill < kills || (interrupted == 0 && kill < MostDraws * kills); kill++)
        {
            using InstalledGradus gradus = new();
            TimeSpan moment = whole * moments.NextDouble();
            bool killed = await KilledAsync(gradus, moment);
            IReadOnlyList<Sitting> before = Saved(gradus);
            CommandResult result = await gradus.RunAsync(TestContext.Current.CancellationToken, Arguments);
            Assert.True(result.ExitCode == 0, result.Output);
            Assert.Equal(undisturbed, Scores(result.StandardOutput));
            AssertNothingLost(before, Saved(gradus));
            interrupted += before.Any(sitting => sitting.Status == SittingStatus.Running) ? 1 : 0;
            output.WriteLine($"killed at {moment.TotalSeconds:0.00} s ({killed}): {before.Sum(sitting => sitting.Rounds.Count(round => round.Answer is not null))} answers saved by then");
        }

        Assert.True(interrupted > 0, "No kill fell into an interview; the moments are drawn wrongly.");
    }

    private static async Task<bool> KilledAsync(InstalledGradus gradus, TimeSpan moment)
    {
        using CancellationTokenSource kill = new(moment);
        try
        {
            await gradus.RunAsync(kill.Token, Arguments);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    private static IReadOnlyList<Sitting> Saved(InstalledGradus gradus)
    {
        using GradusApplication application = GradusApplication.Open(new GradusOptions { Home = new GradusHome(gradus.Home), BankFolder = Bank.LocateFolder() });
        Assert.Empty(application.Verify());
        return [.. application.Interviews.Unfinished(), .. application.History.Sittings()];
    }

    // Each answer that was on disk is still there, word for word, in the same round of the same sitting; an interrupted sitting was finished.
    private static void AssertNothingLost(IReadOnlyList<Sitting> before, IReadOnlyList<Sitting> after)
    {
        foreach (Sitting sitting in before)
        {
            Sitting now = Assert.Single(after, each => each.Id == sitting.Id);
            Assert.Equal(SittingStatus.Finished, now.Status);
            foreach (SittingRound round in sitting.Rounds.Where(round => round.AnswerId is not null))
            {
                SittingRound same = Assert.Single(now.Rounds, each => each.AnswerId == round.AnswerId);
                Assert.Equal((round.Number, round.Question, round.Answer), (same.Number, same.Question, same.Answer));
            }
        }
    }

    // What the interview comes to, without ids and times.
    private static string Scores(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return string.Join('\n', document.RootElement.GetProperty("rounds").EnumerateArray().Select(round =>
            $"{round.GetProperty("question")} {round.GetProperty("answer")} {(round.GetProperty("verdict").ValueKind == JsonValueKind.Null ? "-" : round.GetProperty("verdict").GetProperty("score"))} {(round.GetProperty("lab").ValueKind == JsonValueKind.Null ? "-" : round.GetProperty("lab").GetProperty("digest"))}"));
    }
}
