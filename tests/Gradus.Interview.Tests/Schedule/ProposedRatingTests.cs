using Gradus.Interview.Grading;
using Gradus.Interview.Questions;
using Gradus.Interview.Schedule;

namespace Gradus.Interview.Tests.Schedule;

public sealed class ProposedRatingTests
{
    [Theory]
    [InlineData(0, 0, null, Rating.Again)]
    [InlineData(0.39, 0, null, Rating.Again)]
    [InlineData(0.4, 0, null, Rating.Hard)]
    [InlineData(0.65, 0, null, Rating.Good)]
    [InlineData(0.9, 0, null, Rating.Easy)]
    [InlineData(1, 0, null, Rating.Easy)]
    [InlineData(1, 1, null, Rating.Hard)]
    [InlineData(0.2, 1, null, Rating.Again)]
    [InlineData(1, 0, "The answer is empty.", Rating.Again)]
    public void For_Verdict_FollowsTheThresholds(double score, int misconceptions, string? refusal, Rating expected)
    {
        Verdict verdict = new()
        {
            Question = "dropout",
            Score = score,
            Facets = new Dictionary<Facet, double>(),
            Points = [],
            Misconceptions = [.. Enumerable.Range(1, misconceptions).Select(i => new MisconceptionVerdict($"m{i}", new Evidence("x", 0, 1), "y"))],
            Concision = new(0, 0, ""),
            Refusal = refusal,
        };

        Assert.Equal(expected, ProposedRating.For(verdict));
    }
}
