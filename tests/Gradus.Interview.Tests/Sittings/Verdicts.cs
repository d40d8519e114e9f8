using Gradus.Interview.Grading;
using Gradus.Interview.Questions;

namespace Gradus.Interview.Tests.Sittings;

/// <summary>Questions and verdicts for tests of what is made of them.</summary>
internal static class Verdicts
{
    public static Question Question(string id, string topic = "t", int level = 2, string[]? needs = null, string[]? profiles = null) => new()
    {
        Id = id,
        Title = "About " + id,
        Topic = topic,
        Kind = QuestionKind.Concept,
        Profiles = profiles ?? ["general"],
        Level = level,
        Ask = id + "?",
        Openings = [id + " otherwise?", id + " again?"],
        Points = [new("p1", Facet.Principle, 2, "One.", []), new("p2", Facet.Reason, 1, "Two.", []), new("p3", Facet.Pitfall, 1, "Three.", [])],
        Misconceptions = [],
        FollowUps = [new("Third?", ["p3"]), new("Rest?", [])],
        ModelAnswer = "",
        Needs = needs ?? [],
        Lab = "lab-" + id,
    };

    public static Verdict Of(string question, double score, string[]? earned = null, (string Id, string Words)[]? misconceptions = null, string? refusal = null)
    {
        earned ??= [];
        (string Id, Facet Facet)[] points = [("p1", Facet.Principle), ("p2", Facet.Reason), ("p3", Facet.Pitfall)];
        return new Verdict
        {
            Question = question,
            Score = score,
            Facets = points.ToDictionary(point => point.Facet, point => earned.Contains(point.Id) ? 1.0 : 0.0),
            Points = [.. points.Select(point => new PointVerdict(point.Id, point.Facet, $"Fact {point.Id}.", earned.Contains(point.Id), 0, null, $"Say {point.Id}."))],
            Misconceptions = [.. (misconceptions ?? []).Select(one => new MisconceptionVerdict(one.Id, new Evidence(one.Words, 0, one.Words.Length), "Right is this."))],
            Concision = new(100, 43, ""),
            Refusal = refusal,
        };
    }
}
