using Gradus.Interview.Questions;

namespace Gradus.Content.Tests;

/// <summary>Passages that assert a misconception are heard more often than passages that come near and are right.</summary>
/// <remarks>One of each for every misconception, each way of saying it as often as any other; they are kept apart from the passages of the bank.</remarks>
public sealed class MisconceptionPassageTests(ITestOutputHelper output)
{
    /// <summary>What was reached when the model was fitted, with a margin; it only rises.</summary>
    private const double LeastHeard = 0.35;

    /// <summary>The share of right passages that may be taken for an assertion.</summary>
    private const double MostAccused = 0.13;

    private static readonly (Question Question, string Id, string Text, bool Asserts)[] Passages =
    [
        .. from item in MisconceptionPassages.Load()
           from passage in item.Said.Select(text => (Text: text, Asserts: true)).Concat(item.True.Select(text => (Text: text, Asserts: false)))
           select (ShippedBank.Bank.Find(item.Question)!, item.Misconception, passage.Text, passage.Asserts),
    ];

    [Fact]
    public void Grade_Passages_HearsAssertionsAndAccusesFew()
    {
        bool[] heard = [.. Passages.AsParallel().AsOrdered().Select(item => ShippedBank.Grader.Grade(item.Question, item.Text).Misconceptions.Any(found => found.Id == item.Id))];

        double Share(bool asserts) => Passages.Zip(heard).Where(pair => pair.First.Asserts == asserts).Average(pair => pair.Second ? 1.0 : 0);
        output.WriteLine(FormattableString.Invariant($"heard {Share(true):P1} of the assertions, accused {Share(false):P1} of the right passages, {Passages.Length} in all"));
        Assert.InRange(Share(asserts: true), LeastHeard, 1);
        Assert.InRange(Share(asserts: false), 0, MostAccused);
    }

    [Fact]
    public void Load_EveryMisconceptionOfTheBank_HasPassages()
    {
        IEnumerable<string> there = MisconceptionPassages.Load().Select(item => $"{item.Question} {item.Misconception}");
        IEnumerable<string> needed = ShippedBank.Bank.Questions.SelectMany(question => question.Misconceptions.Select(item => $"{question.Id} {item.Id}"));

        Assert.Equal(needed.Order(StringComparer.Ordinal), there.Order(StringComparer.Ordinal));
    }
}
