using System.Diagnostics;
using System.Globalization;
using Gradus.Hosting.Services;
using Gradus.Interview;
using Gradus.Interview.Sittings;
using Gradus.Testing;

namespace Gradus.Hosting.Tests.Store;

/// <summary>Kills a process that sits through interviews, at random moments, and demands everything back that it was told is saved.</summary>
public sealed class CrashTests
{
    [Fact]
    public Task Kill_FewRandomMoments_LosesNothingAcknowledged() => KillAsync(kills: 5, seed: 20261121);

    [Fact]
    [Trait("Category", "Long")]
    public Task Kill_ManyRandomMoments_LosesNothingAcknowledged() => KillAsync(kills: 60, seed: 20261122);

    private static async Task KillAsync(int kills, ulong seed)
    {
        using TemporaryFolder folder = new();
        SeededChoice choice = new(seed);
        Dictionary<(string Sitting, int Round), string> answers = [];
        for (int kill = 1; kill <= kills; kill++)
        {
            // Half of the kills follow at once on what was acknowledged, the others hit whatever is done up to 40 ms later.
            TimeSpan delay = TimeSpan.FromMilliseconds(choice.Next(2) * choice.NextDouble() * 40);
            List<string> said = await RunAndKillAsync(folder.Path, seed + (ulong)kill, lines: choice.Next(12), delay);
            (string Sitting, int Round, string Number)? draft = null;
            foreach (string[] words in said.Select(line => line.Split(' ')))
            {
                if (words is ["answer", string sitting, string round, string number])
                {
                    answers.Add((sitting, int.Parse(round, CultureInfo.InvariantCulture)), number);
                    draft = null;
                }
                else if (words is ["draft", string at, string of, string typed])
                {
                    draft = (at, int.Parse(of, CultureInfo.InvariantCulture), typed);
                }
            }

            string context = $"seed {seed}, kill {kill}, last line '{said.LastOrDefault()}'";
            using GradusApplication application = Open(folder.Path);
            Assert.True(application.Verify() is [], $"{context}: {string.Join("; ", application.Verify())}");
            foreach (IGrouping<string, ((string Sitting, int Round) Key, string Number)> sitting in answers.Select(pair => (pair.Key, pair.Value)).GroupBy(pair => pair.Key.Sitting))
            {
                Sitting kept = application.Interviews.Get(sitting.Key);
                foreach (((string _, int round), string number) in sitting)
                {
                    Assert.True(kept.Rounds[round - 1].Answer?.StartsWith($"Answer {number}:", StringComparison.Ordinal), $"{context}: round {round} of {sitting.Key} lost its answer");
                    Assert.True(kept.Rounds[round - 1].Verdict is not null, $"{context}: round {round} of {sitting.Key} is not graded");
                }

                Assert.True(kept.Rounds.All(round => round.Done) || kept.Rounds.Count(round => !round.Done) == 1, $"{context}: more than one round is open");
            }

            if (draft is { } last)
            {
                // What was typed is there still, or its answer was submitted in the last moment.
                Draft? found = application.Practice.LoadDraft(DraftKey.ForRound(last.Sitting, last.Round));
                string? text = found?.Text ?? application.Interviews.Get(last.Sitting).Rounds[last.Round - 1].Answer;
                Assert.True(text?.StartsWith($"Answer {last.Number}:", StringComparison.Ordinal), $"{context}: the draft is lost");
                if (found is null)
                {
                    answers[(last.Sitting, last.Round)] = last.Number;
                }
            }
        }

        Assert.NotEmpty(answers);
    }

    private static GradusApplication Open(string home) =>
        GradusApplication.Open(new GradusOptions { Home = new GradusHome(home), BankFolder = RepositoryRoot.Combine("bank") });

    private static async Task<List<string>> RunAndKillAsync(string home, ulong seed, int lines, TimeSpan delay)
    {
        string program = Path.Combine(Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..")), "Gradus.Hosting.Writer", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "Gradus.Hosting.Writer.dll");
        ProcessStartInfo start = new("dotnet", ["exec", program, home, RepositoryRoot.Combine("bank"), seed.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        try
        {
            List<string> said = [];
            while (said.Count <= lines && await process.StandardOutput.ReadLineAsync() is { } line)
            {
                said.Add(line);
            }

            long until = Stopwatch.GetTimestamp() + (long)(delay.TotalSeconds * Stopwatch.Frequency);
            SpinWait.SpinUntil(() => Stopwatch.GetTimestamp() >= until);
            Assert.False(process.HasExited, process.HasExited ? await process.StandardError.ReadToEndAsync() : "");
            process.Kill();
            // What it said before it died was acknowledged too.
            string rest = await process.StandardOutput.ReadToEndAsync();
            said.AddRange(rest[..(rest.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries));
            await process.WaitForExitAsync();
            return said;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }
}
