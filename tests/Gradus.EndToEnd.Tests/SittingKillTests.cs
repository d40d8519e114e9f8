using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gradus.Hosting;
using Gradus.Hosting.Services;
using Gradus.Interview;
using Gradus.Interview.Questions;
using Gradus.Interview.Sittings;
using Gradus.Testing;

namespace Gradus.EndToEnd.Tests;

/// <summary>
/// Kills a process that sits through interviews, typing as a person does, at random moments, and demands back every answer and every review that it was told is saved, and every word but those of the
/// last second; after every kill <c>gradus data verify</c> must find nothing wrong.
/// </summary>
public sealed class SittingKillTests(ITestOutputHelper output)
{
    /// <summary>What may be lost of typing, in milliseconds of the process that typed.</summary>
    private const long MostTypingLost = 1000;

    private const int MostLines = 120;

    /// <summary>After so many kills another home is begun, so that a log's length does not decide how long the campaign takes.</summary>
    private const int KillsAHome = 50;

    [Fact]
    public Task Sitting_KilledTenTimes_LosesNothing() => KillAsync(kills: 10, seed: 20261126);

    [Fact]
    [Trait("Category", "Long")]
    public Task Sitting_KilledAThousandTimes_LosesNothing() => KillAsync(kills: 1000, seed: 20261127);

    private async Task KillAsync(int kills, ulong seed)
    {
        using TemporaryFolder folder = new();
        Bank bank = SmallBank(folder);
        SeededChoice choice = new(seed);
        int answers = 0, ratings = 0, typing = 0;
        for (int kill = 1; kill <= kills;)
        {
            using InstalledGradus gradus = new();
            Ledger told = new();
            for (int last = Math.Min(kills, kill + KillsAHome - 1); kill <= last; kill++)
            {
                typing += await KillOnceAsync(gradus, folder.Path, bank, choice, told, seed, kill);
            }

            answers += told.Answers.Count;
            ratings += told.Ratings.Values.Sum();
        }

        output.WriteLine($"seed {seed}: {kills} kills, {answers} answers and {ratings} ratings told, typing checked {typing} times");
        Assert.True(answers > 0 && ratings > 0 && typing > 0, "No kill fell into a second of typing, or none behind an answer; the moments are drawn wrongly.");
    }

    private static async Task<int> KillOnceAsync(InstalledGradus gradus, string folder, Bank bank, SeededChoice choice, Ledger told, ulong seed, int kill)
    {
        // Half of the kills follow at once on what was told, the others hit whatever is done up to 40 ms later.
        TimeSpan delay = TimeSpan.FromMilliseconds(choice.Next(2) * choice.NextDouble() * 40);
        List<string> said = await TypeAndKillAsync(gradus.Home, folder, seed + (ulong)kill, lines: 1 + choice.Next(MostLines), delay);
        told.Take(said);
        string context = $"seed {seed}, kill {kill}, last line '{said.LastOrDefault()}'";

        CommandResult verified = await gradus.RunAsync(TestContext.Current.CancellationToken, "data", "verify");
        Assert.True(verified is { ExitCode: 0, StandardError: "" } && verified.StandardOutput.Contains("the log is whole", StringComparison.Ordinal), $"{context}: {verified.Output}");
        using GradusApplication application = GradusApplication.Open(new GradusOptions { Home = new GradusHome(gradus.Home), BankFolder = "", Bank = bank });
        AssertAnswers(application, told, context);
        AssertReviews(application, told, context);
        return AssertTyping(application, told, context);
    }

    private static void AssertAnswers(GradusApplication application, Ledger told, string context)
    {
        foreach (IGrouping<string, KeyValuePair<(string Sitting, int Round), int>> sitting in told.NewAnswers.GroupBy(pair => pair.Key.Sitting))
        {
            Sitting kept = application.Interviews.Get(sitting.Key);
            foreach (((string _, int round), int length) in sitting)
            {
                Assert.True(kept.Rounds[round - 1].Answer?.Length == length, $"{context}: round {round} of {sitting.Key} lost its answer");
                Assert.True(kept.Rounds[round - 1].Verdict is not null, $"{context}: round {round} of {sitting.Key} is not graded");
            }

            Assert.True(kept.Rounds.Count(round => !round.Done) <= 1, $"{context}: more than one round is open");
        }
    }

    private static void AssertReviews(GradusApplication application, Ledger told, string context)
    {
        using MemoryStream log = new();
        application.OwnData.Export(log);
        string[] own = [.. Encoding.UTF8.GetString(log.ToArray()).Split('\n').Where(line => line.Contains("\"kind\":\"reviewRated\"", StringComparison.Ordinal) && line.Contains("\\\"proposed\\\":false", StringComparison.Ordinal))];
        foreach ((string question, int count) in told.Ratings)
        {
            int kept = own.Count(line => line.Contains($"\"question\":\"{question}\"", StringComparison.Ordinal));
            Assert.True(kept >= count, $"{context}: {question} was rated {count} times, and {kept} ratings are there");
        }
    }

    private static int AssertTyping(GradusApplication application, Ledger told, string context)
    {
        if (told.Typing is not { } typing || typing.SafeLength == 0)
        {
            return 0;
        }

        // What was typed is there still, or its answer was submitted in the last moment.
        string? text = application.Interviews.Get(typing.Sitting).Rounds[typing.Round - 1].Answer ?? application.Practice.LoadDraft(DraftKey.ForRound(typing.Sitting, typing.Round))?.Text;
        Assert.True(text?.Length >= typing.SafeLength, $"{context}: {typing.SafeLength} characters were typed more than {MostTypingLost} ms before the end, {text?.Length ?? 0} are there");
        Assert.StartsWith("word0 word1", text, StringComparison.Ordinal);
        return 1;
    }

    /// <summary>A bank of two topics without passages, which a process learns in a moment.</summary>
    private static Bank SmallBank(TemporaryFolder folder)
    {
        File.Copy(Path.Combine(Bank.LocateFolder(), Bank.LexiconName), folder.Combine(Bank.LexiconName));
        foreach (string topic in (string[])["foundations", "regularization-and-normalization"])
        {
            Directory.CreateDirectory(folder.Combine(topic));
            foreach (string file in Directory.GetFiles(Path.Combine(Bank.LocateFolder(), topic), "*.md"))
            {
                File.Copy(file, folder.Combine(topic, Path.GetFileName(file)));
            }
        }

        return Bank.Load(folder.Path);
    }

    private static async Task<List<string>> TypeAndKillAsync(string home, string bank, ulong seed, int lines, TimeSpan delay)
    {
        string program = Path.Combine(Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..")), "Gradus.Hosting.Writer", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "Gradus.Hosting.Writer.dll");
        ProcessStartInfo start = new("dotnet", ["exec", program, home, bank, seed.ToString(CultureInfo.InvariantCulture), "type"]) { RedirectStandardOutput = true, RedirectStandardError = true };
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

            // What it said before it died was saved too.
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

    /// <summary>What the processes said is saved.</summary>
    private sealed class Ledger
    {
        public Dictionary<(string Sitting, int Round), int> Answers { get; } = [];

        public Dictionary<(string Sitting, int Round), int> NewAnswers { get; } = [];

        public Dictionary<string, int> Ratings { get; } = [];

        public (string Sitting, int Round, int SafeLength)? Typing { get; private set; }

        public void Take(IEnumerable<string> said)
        {
            NewAnswers.Clear();
            Typing = null;
            List<(int Length, long At)> typed = [];
            foreach (string[] words in said.Select(line => line.Split(' ')))
            {
                switch (words)
                {
                    case ["typed", string sitting, string round, string length, string at]:
                        typed.Add((Number(length), Number(at)));
                        Typing = (sitting, Number(round), 0);
                        break;
                    case ["answer", string sitting, string round, string length]:
                        NewAnswers[(sitting, Number(round))] = Answers[(sitting, Number(round))] = Number(length);
                        typed.Clear();
                        Typing = null;
                        break;
                    case ["rated", string question]:
                        Ratings[question] = Ratings.GetValueOrDefault(question) + 1;
                        break;
                }
            }

            if (Typing is { } typing)
            {
                Typing = typing with { SafeLength = typed.Where(each => each.At < typed[^1].At - MostTypingLost).Select(each => each.Length).DefaultIfEmpty().Max() };
            }
        }

        private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }
}
