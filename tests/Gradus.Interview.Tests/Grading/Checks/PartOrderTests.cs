using Gradus.Interview.Grading;
using Gradus.Interview.Grading.Checks;
using Gradus.Interview.Questions;

namespace Gradus.Interview.Tests.Grading.Checks;

public sealed class PartOrderTests
{
    [Fact]
    public void Of_PartsInOrder_IsPresentAndNamesThem()
    {
        AnswerCheck check = PartOrder.Of([Point(Facet.Pitfall, 90), Point(Facet.Principle, 0), Point(Facet.Reason, 30), Point(Facet.Principle, 60)]);

        Assert.True(check.Present);
        Assert.Equal("Your order was principle, reason, pitfall.", check.Note);
    }

    [Fact]
    public void Of_ExampleBeforeItsReason_SaysWhatToSayFirst()
    {
        AnswerCheck check = PartOrder.Of([Point(Facet.Principle, 0), Point(Facet.Reason, 50), Point(Facet.Example, 20)]);

        Assert.False(check.Present);
        Assert.Contains("say the reason before the example", check.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_OnePart_HasNoOrder() =>
        Assert.False(PartOrder.Of([Point(Facet.Principle, 0), new PointVerdict("p2", Facet.Reason, "fact", Earned: false, 0, null, "Missing.")]).Present);

    private static PointVerdict Point(Facet facet, int start) => new("p1", facet, "fact", Earned: true, 1, new Evidence("words", start, 5), "Stated.");
}
