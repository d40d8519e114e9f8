using Gradus.Interview.Grading.Structures;
using Gradus.Interview.Questions;
using Gradus.Interview.Sittings;

namespace Gradus.Interview.Tests.Sittings;

public sealed class HintWriterTests
{
    private static readonly Question Question = Verdicts.Question("a") with
    {
        Points =
        [
            new("p1", Facet.Principle, 2, "One fact of five words more.", ["unit|neuron no:always zero|\"switch off\" @test-time !never"]),
            new("p2", Facet.Reason, 1, "Two.", []),
            new("p3", Facet.Pitfall, 1, "Three facts stand here in a row.", []),
        ],
    };

    [Fact]
    public void Next_NothingSaid_NamesTheFacetThenWordsThenTheNextPoint()
    {
        List<Hint> taken = [];
        while (HintWriter.Next(Question, Verdicts.Of("a", 0), taken) is { } hint)
        {
            taken.Add(hint);
        }

        Assert.Equal(["p1", "p1", "p2", "p2", "p3"], taken.Select(hint => hint.Item));
        Assert.StartsWith("A principle is missing", taken[0].Text, StringComparison.Ordinal);
        Assert.Equal("Think of “unit” and “zero”.", taken[1].Text);
        Assert.StartsWith("A reason is missing", taken[2].Text, StringComparison.Ordinal);
        Assert.Equal("It begins: Two. …", taken[3].Text);
        Assert.All(taken, hint => Assert.Equal(HintWriter.Cost, hint.Cost));
    }

    [Fact]
    public void Next_PointEarnedInTheDraft_IsAfterAnother() =>
        Assert.Equal("p2", HintWriter.Next(Question, Verdicts.Of("a", 0.5, ["p1"]), [])!.Item);

    [Fact]
    public void Next_FollowUpAfterThePoint_LeadsWithIt() =>
        Assert.Equal("Third?", HintWriter.Next(Question, Verdicts.Of("a", 0.5, ["p1", "p2"]), [new Hint("p3", "", 0.1)])!.Text);

    [Fact]
    public void Next_NothingMissingOrAllTaken_IsNone()
    {
        Assert.Null(HintWriter.Next(Question, Verdicts.Of("a", 1, ["p1", "p2", "p3"]), []));
        Assert.Null(HintWriter.Next(Question, Verdicts.Of("a", 0), [.. Enumerable.Repeat(new Hint("x", "", 0.1), HintWriter.Most)]));
    }

    [Fact]
    public void Next_RoundWithAStructure_IsAfterAPartThatIsMissing()
    {
        AnswerStructure structure = new(RoundKind.Teach, 0.5, [new("intuition", "The intuition", 1, "", null), new("limitation", "Where it ends", 0, "Name where it ends.", null)], []);

        Hint hint = HintWriter.Next(Question, Verdicts.Of("a", 0.5) with { Structure = structure }, [])!;

        Assert.Equal(("limitation", "Where it ends: Name where it ends."), (hint.Item, hint.Text));
    }

    [Theory]
    [InlineData(0, 0.8)]
    [InlineData(1, 0.72)]
    [InlineData(5, 0.4)]
    public void After_Hints_TakeATenthOfTheScoreEach(int hints, double left) =>
        Assert.Equal(left, HintWriter.After(0.8, [.. Enumerable.Repeat(new Hint("p1", "", HintWriter.Cost), hints)]), 1e-12);
}
