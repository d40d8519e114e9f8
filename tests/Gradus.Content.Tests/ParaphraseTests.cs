using Gradus.Interview.Grading;
using Gradus.Interview.Questions;
using Gradus.Testing;

namespace Gradus.Content.Tests;

/// <summary>Sentences written by ear, terse, spoken or as code: most of them are recognised, and none is taken for a misconception that it does not hold.</summary>
public sealed class ParaphraseTests(ITestOutputHelper output)
{
    /// <summary>What the first fitted credit reached; it only rises.</summary>
    private const double LeastShare = 0.8;

    /// <summary>The share of wrong or empty sentences that may earn a point by accident.</summary>
    private const double MostAccidents = 0.06;

    private static readonly Bank Shipped = Bank.Load(RepositoryRoot.Combine("bank"));
    private static readonly Grader Grader = new(Shipped);

    private static readonly string[] Fixtures =
        [.. Directory.EnumerateFiles(RepositoryRoot.Combine("tests/Gradus.Content.Tests/Fixtures"), "*.yaml").Order(StringComparer.Ordinal)];

    private static readonly Paraphrase[] Paraphrases = [.. Fixtures.SelectMany(Paraphrase.Load)];

    [Fact]
    public void Grade_Paraphrases_RecognisesMost()
    {
        Paraphrase[] missed = [.. Paraphrases.Where(paraphrase => !Recognised(paraphrase))];

        foreach (Paraphrase paraphrase in missed)
        {
            output.WriteLine($"{paraphrase.Question} {paraphrase.Id}: {paraphrase.Says}");
        }

        double share = 1 - ((double)missed.Length / Paraphrases.Length);
        output.WriteLine(FormattableString.Invariant($"{share:P1} of {Paraphrases.Length} recognised"));
        Assert.InRange(share, LeastShare, 1);
    }

    [Fact]
    public void Grade_ParaphrasesOfPoints_AccuseNobody()
    {
        string[] accused = [.. Paraphrases.Where(paraphrase => paraphrase.Id[0] == 'p')
            .Where(paraphrase => Grade(paraphrase).Misconceptions.Count > 0)
            .Select(paraphrase => $"{paraphrase.Question} {Grade(paraphrase).Misconceptions[0].Id}: {paraphrase.Says}")];

        Assert.Empty(accused);
    }

    [Fact]
    public void Grade_EmptySentences_EarnNextToNothing()
    {
        (string Question, string Says)[] sentences = [.. Fixtures.SelectMany(Paraphrase.LoadEmpty)];

        (string Question, string Says)[] earning = [.. sentences.Where(item => Grader.Grade(Shipped.Find(item.Question)!, item.Says).Points.Any(point => point.Earned))];

        foreach ((string question, string says) in earning)
        {
            output.WriteLine($"{question}: {says}");
        }

        Assert.NotEmpty(sentences);
        Assert.InRange((double)earning.Length / sentences.Length, 0, MostAccidents);
    }

    private static bool Recognised(Paraphrase paraphrase) => paraphrase.Id[0] == 'p'
        ? Grade(paraphrase).Points.Single(point => point.Id == paraphrase.Id).Earned
        : Grade(paraphrase).Misconceptions.Any(misconception => misconception.Id == paraphrase.Id);

    private static Verdict Grade(Paraphrase paraphrase) => Grader.Grade(Shipped.Find(paraphrase.Question)!, paraphrase.Says);
}
