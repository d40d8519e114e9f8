using Gradus.Hosting.Services;
using Gradus.Interview.Grading;
using Gradus.Interview.Questions;

namespace Gradus.Web.Tests.Samples;

/// <summary>Earns a point, or asserts a misconception, where its one cue occurs as plain text; fails on the word "explode". A point that is missed is near where its id stands.</summary>
internal sealed class WordGrader : IGrader
{
    public Verdict Grade(Question question, string answer)
    {
        if (answer.Contains("explode", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("The grader <b>exploded</b>.");
        }

        PointVerdict[] points = [.. question.Points.Select(point => Find(answer, point.Cues[0]) is { } evidence
            ? new PointVerdict(point.Id, point.Facet, point.Fact, true, 1, evidence, "Said.")
            : new PointVerdict(point.Id, point.Facet, point.Fact, false, 0, null, "Say it.", Find(answer, point.Id)))];
        return new Verdict
        {
            Question = question.Id,
            Score = points.Count(point => point.Earned) / (double)points.Length,
            Facets = points.GroupBy(point => point.Facet).ToDictionary(group => group.Key, group => group.Average(point => point.Credit)),
            Points = points,
            Misconceptions = [.. question.Misconceptions.Select(wrong => (wrong, Evidence: Find(answer, wrong.Cues[0]))).Where(pair => pair.Evidence is not null).Select(pair => new MisconceptionVerdict(pair.wrong.Id, pair.Evidence!, pair.wrong.Right))],
            Concision = new Concision(answer.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, 12, "Too short."),
            Refusal = answer.Length == 0 ? "The answer is empty." : null,
        };
    }

    private static Evidence? Find(string answer, string cue) => answer.IndexOf(cue, StringComparison.Ordinal) is >= 0 and int start ? new Evidence(cue, start, cue.Length) : null;
}
