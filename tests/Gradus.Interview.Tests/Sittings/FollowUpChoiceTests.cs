using Gradus.Interview.Questions;
using Gradus.Interview.Sittings;

namespace Gradus.Interview.Tests.Sittings;

public sealed class FollowUpChoiceTests
{
    private static readonly Question Question = Verdicts.Question("q");

    [Theory]
    [InlineData("p1 p2", "Third?", "p3")]
    [InlineData("p1", "Third?", "p3")]
    [InlineData("p3", "Rest?", "p1 p2")]
    [InlineData("", "Third?", "p3")]
    public void For_MissedPoints_PicksTheFirstThatFits(string earned, string ask, string points)
    {
        FollowUpChoice choice = FollowUpChoice.For(Question, Verdicts.Of("q", 0.5, earned.Split(' ')))!;

        Assert.Equal((ask, points), (choice.Ask, string.Join(' ', choice.Points)));
    }

    [Fact]
    public void For_NothingToFollowUp_IsNull()
    {
        Assert.Null(FollowUpChoice.For(Question, Verdicts.Of("q", 1, ["p1", "p2", "p3"])));
        Assert.Null(FollowUpChoice.For(Question, Verdicts.Of("q", 0, refusal: "empty")));
        Assert.Null(FollowUpChoice.For(Question with { FollowUps = [] }, Verdicts.Of("q", 0)));
        Assert.Null(FollowUpChoice.For(Question with { FollowUps = [new("Third?", ["p3"])] }, Verdicts.Of("q", 0.5, ["p3"])));
    }

    [Fact]
    public void Narrow_Points_KeepsOnlyThem()
    {
        Question narrow = FollowUpChoice.Narrow(Question, "Third?", ["p3"]);

        Assert.Equal(("q", "Third?", "p3"), (narrow.Id, narrow.Ask, Assert.Single(narrow.Points).Id));
        Assert.Equal(3, FollowUpChoice.Narrow(Question, "Gone?", ["p9"]).Points.Count);
    }
}
