using Gradus.Interview.Grading;
using Gradus.Interview.Questions;
using Gradus.Web.Text;

namespace Gradus.Web.Tests.Text;

public sealed class AnswerPartTests
{
    [Fact]
    public void Split_NestedAndOverlappingEvidence_CutsAtEveryEnd()
    {
        IReadOnlyList<AnswerPart> parts = AnswerPart.Split("0123456789", Verdict([("p1", 1, 6), ("p2", 4, 4)], [("m1", 5, 1)]));

        Assert.Equal("0|123|4|5|6|7|89", string.Join('|', parts.Select(part => part.Text)));
        Assert.Equal([[], ["p1"], ["p1", "p2"], ["p1", "p2"], ["p1", "p2"], ["p2"], []], parts.Select(part => part.Points.ToArray()).ToArray());
        Assert.Equal(["m1"], parts[3].Misconceptions);
        Assert.Equal(["p2"], parts[2].Begins);
        Assert.Equal(["p1"], parts[4].Ends);
    }

    [Theory]
    [InlineData(-5, 3)]
    [InlineData(8, 100)]
    [InlineData(50, 2)]
    [InlineData(3, 0)]
    public void Split_PlacesOutsideTheAnswer_KeepEveryWord(int start, int length)
    {
        IReadOnlyList<AnswerPart> parts = AnswerPart.Split("0123456789", Verdict([("p1", start, length)], []));

        Assert.Equal("0123456789", string.Concat(parts.Select(part => part.Text)));
        Assert.DoesNotContain(parts, part => part.Text.Length == 0);
    }

    [Fact]
    public void Split_EmptyAnswer_HasNoParts() => Assert.Empty(AnswerPart.Split("", Verdict([], [])));

    private static Verdict Verdict((string Id, int Start, int Length)[] points, (string Id, int Start, int Length)[] misconceptions) => new()
    {
        Question = "q",
        Score = 0,
        Facets = new Dictionary<Facet, double>(),
        Points = [.. points.Select(point => new PointVerdict(point.Id, Facet.Reason, "f", true, 1, new Evidence("", point.Start, point.Length), "n"))],
        Misconceptions = [.. misconceptions.Select(wrong => new MisconceptionVerdict(wrong.Id, new Evidence("", wrong.Start, wrong.Length), "c"))],
        Concision = new Concision(0, 0, ""),
    };
}
