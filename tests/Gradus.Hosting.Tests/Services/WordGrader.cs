using Gradus.Hosting.Services;
using Gradus.Interview.Grading;
using Gradus.Interview.Questions;

namespace Gradus.Hosting.Tests.Services;

/// <summary>A grader for tests of everything but grading: a point is earned where its id stands in the answer, a misconception likewise; a sentence comes near where a tilde stands in the place of the letter.</summary>
internal sealed class WordGrader : IGrader
{
    /// <summary>Set to make grading fail, as a fault in a grader would.</summary>
    public Exception? Fault { get; set; }

    /// <summary>How often it was asked.</summary>
    public int Count { get; private set; }

    public Verdict Grade(Question question, string answer)
    {
        if (Fault is not null)
        {
            throw Fault;
        }

        Count++;
        PointVerdict[] points = [.. question.Points.Select(point => Found(answer, point.Id) is { } evidence
            ? new PointVerdict(point.Id, point.Facet, point.Fact, true, 1, evidence, "said")
            : new PointVerdict(point.Id, point.Facet, point.Fact, false, 0, null, $"say {point.Id}", Found(answer, "~" + point.Id[1..]), answer.Contains("!" + point.Id[1..], StringComparison.Ordinal) ? "word" : null))];
        double total = question.Points.Sum(point => point.Weight);
        return new Verdict
        {
            Question = question.Id,
            Score = question.Points.Where(point => Found(answer, point.Id) is not null).Sum(point => point.Weight) / total,
            Facets = points.GroupBy(point => point.Facet).ToDictionary(group => group.Key, group => group.Average(point => point.Credit)),
            Points = points,
            Misconceptions = [.. question.Misconceptions.Where(one => Found(answer, one.Id) is not null).Select(one => new MisconceptionVerdict(one.Id, Found(answer, one.Id)!, one.Right))],
            Concision = new(answer.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, 0, "fine"),
            Refusal = answer.Length == 0 ? "The answer is empty." : null,
        };
    }

    private static Evidence? Found(string answer, string id) =>
        answer.IndexOf(id, StringComparison.Ordinal) is >= 0 and int start ? new Evidence(id, start, id.Length) : null;
}
