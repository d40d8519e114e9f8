using Gradus.Hosting.Exchange;
using Gradus.Hosting.Services;
using Gradus.Hosting.Tests.Services;
using Gradus.Interview.Schedule;

namespace Gradus.Hosting.Tests.Exchange;

/// <summary>Hostile files, each from a seed: refused with a reason and nothing changed, or read as harmless text.</summary>
public sealed class HostileImportTests
{
    [Fact]
    public void Import_OneOfEachKind_IsRefusedOrReadAsText() => Run(first: 0, count: HostileFile.Kinds);

    [Fact]
    [Trait("Category", "Long")]
    public void Import_FiveHundred_AreRefusedOrReadAsText() => Run(first: 1000, count: 500);

    private static void Run(ulong first, int count)
    {
        List<string> wrong = [];
        for (ulong seed = first; seed < first + (ulong)count; seed++)
        {
            using Workbench bench = new();
            bench.Application.Reviews.Rate("question-1", Rating.Good);
            HostileFile file = HostileFile.Make(seed, bench);
            if (Judge(bench, file) is { } problem)
            {
                wrong.Add($"seed {seed} ({file.Name}): {problem}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.False(File.Exists("/tmp/gradus-climbed"));
    }

    private static string? Judge(Workbench bench, HostileFile file)
    {
        byte[] before = Store(bench);
        try
        {
            ImportSummary summary = bench.Application.Exchange.Import(file.Content, "hostile.file");
            return file.Fate == Fate.Refused ? "was read"
                : summary.Events == 0 && file.Fate == Fate.Read ? "brought nothing"
                : bench.Application.Verify() is [string problem, ..] ? problem
                : bench.Application.Reviews.New().Concat(bench.Application.Reviews.Due()).Concat(bench.Application.Reviews.Upcoming(40_000)).FirstOrDefault(item => !Harmless(item)) is { } harmful ? $"left '{harmful.Question.Ask}'"
                : null;
        }
        catch (ImportException error)
        {
            return file.Fate == Fate.Read ? $"was refused: {error.Message}"
                : !error.Message.StartsWith("hostile.file: ", StringComparison.Ordinal) || !error.Message.EndsWith("Nothing was imported.", StringComparison.Ordinal) || error.Message.Any(char.IsControl) || error.Message.Length > 700 ? $"was refused in these words: {error.Message}"
                : !Store(bench).SequenceEqual(before) ? "changed the store"
                : null;
        }
        catch (Exception error)
        {
            return $"was not refused but failed: {error.GetType().Name}: {error.Message}";
        }
    }

    // What is left of script in HTML is nothing; what was plain text stays plain text, which every face encodes.
    private static bool Harmless(ReviewItem item) =>
        !(item.Question.Ask + item.Question.ModelAnswer).Any(c => char.IsControl(c) && c is not ('\n' or '\t'))
        && !item.Question.Ask.Contains("fetch(", StringComparison.Ordinal)
        && !item.Question.ModelAnswer.Contains("onclick", StringComparison.Ordinal);

    private static byte[] Store(Workbench bench) => ReviewExchangeTests.Export(bench, ExchangeFormat.Json);
}
