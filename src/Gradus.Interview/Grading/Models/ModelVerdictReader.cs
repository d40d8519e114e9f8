using System.Globalization;
using System.Text.RegularExpressions;
using Gradus.Interview.Grading.Rubrics;
using Gradus.Interview.Questions;

namespace Gradus.Interview.Grading.Models;

/// <summary>Turns what a language model returned into a verdict, after checking it against the rubric, the answer and the offline grader.</summary>
/// <remarks>
/// The model only says which points are earned and by which words; the score is computed here as ever. A quote that is not in
/// the answer earns nothing. A score far above the offline grader's is marked; where the answer also speaks to the grader,
/// it is cut down to the margin.
/// </remarks>
public static partial class ModelVerdictReader
{
    /// <summary>How far a model's score may lie above the offline grader's without being marked, as a share of the full score.</summary>
    public const double Margin = 0.25;

    private const int ShortestQuote = 3;

    /// <summary>Reads a reply.</summary>
    /// <param name="question">The question with its rubric.</param>
    /// <param name="answer">The answer that was graded.</param>
    /// <param name="offline">The offline grader's verdict on the same answer.</param>
    /// <param name="model">The model's name, for the verdict.</param>
    /// <param name="reply">What it returned.</param>
    /// <returns>The verdict, with notices of all that was rejected or marked.</returns>
    /// <exception cref="FormatException">The reply is not what was asked for: no JSON, or points missing, unknown or given twice.</exception>
    public static Verdict Read(Question question, string answer, Verdict offline, string model, string reply)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(offline);
        ArgumentNullException.ThrowIfNull(reply);
        ModelReply read = ModelReply.Parse(reply);
        DemandEachOnce([.. question.Points.Select(point => point.Id)], [.. read.Points.Select(point => point.Id)]);
        if (read.Misconceptions.FirstOrDefault(item => question.Misconceptions.All(known => known.Id != item.Id)) is { } unknown)
        {
            throw new FormatException($"the reply names a misconception '{unknown.Id}' that the rubric does not hold");
        }

        int rejected = 0;
        PointVerdict[] points = [.. question.Points.Select(point => Point(point, read.Points.Single(item => item.Id == point.Id), answer, ref rejected))];
        List<MisconceptionVerdict> misconceptions = [];
        foreach (Misconception known in question.Misconceptions)
        {
            if (read.Misconceptions.FirstOrDefault(item => item.Id == known.Id) is { } asserted)
            {
                Evidence? evidence = Find(answer, asserted.Evidence);
                rejected += evidence is null ? 1 : 0;
                if (evidence is not null)
                {
                    misconceptions.Add(new MisconceptionVerdict(known.Id, evidence, known.Right));
                }
            }
        }

        List<string> notices = [];
        if (rejected > 0)
        {
            notices.Add($"{rejected} of the language model's quotes are not in the answer and were rejected.");
        }

        double score = VerdictWriter.Score(question, points, misconceptions.Count);
        if (score > offline.Score + Margin)
        {
            bool speaksToTheGrader = Orders().IsMatch(answer);
            string marked = string.Create(CultureInfo.InvariantCulture, $"The language model gives {Math.Round(100 * score)} %, the offline grader {Math.Round(100 * offline.Score)} %");
            notices.Add(speaksToTheGrader ? $"{marked}, and the answer speaks to the grader: the score was cut to {Math.Round(100 * (offline.Score + Margin))} %." : $"{marked}: look at the quotes before you trust it.");
            score = speaksToTheGrader ? offline.Score + Margin : score;
        }

        return offline with
        {
            Score = Math.Round(score, 4),
            Facets = VerdictWriter.Facets(question, points),
            Points = points,
            Misconceptions = misconceptions,
            GradedBy = model,
            Notices = notices,
        };
    }

    private static PointVerdict Point(RubricPoint point, ModelPoint said, string answer, ref int rejected)
    {
        Evidence? evidence = said.Earned ? Find(answer, said.Evidence) : null;
        rejected += said.Earned && evidence is null ? 1 : 0;
        return evidence is null
            ? new PointVerdict(point.Id, point.Facet, point.Fact, Earned: false, 0, null, $"Missing: {point.Fact}")
            : new PointVerdict(point.Id, point.Facet, point.Fact, Earned: true, 1, evidence, $"Stated: {point.Fact}");
    }

    /// <summary>Where a quote stands in the answer, whatever its white space, or null.</summary>
    private static Evidence? Find(string answer, string? quote)
    {
        string[] words = (quote ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Sum(word => word.Length) < ShortestQuote)
        {
            return null;
        }

        Match match = Regex.Match(answer, string.Join(@"\s+", words.Select(Regex.Escape)), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1));
        return match.Success ? new Evidence(match.Value, match.Index, match.Length) : null;
    }

    private static void DemandEachOnce(string[] needed, string[] given)
    {
        if (needed.Except(given).FirstOrDefault() is { } missing)
        {
            throw new FormatException($"the reply says nothing of the point '{missing}'");
        }

        if (given.Except(needed).FirstOrDefault() is { } unknown)
        {
            throw new FormatException($"the reply names a point '{unknown}' that the rubric does not hold");
        }

        if (given.GroupBy(id => id).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new FormatException($"the reply names the point '{twice.Key}' twice");
        }
    }

    /// <summary>Words that speak to the grader and not to the interviewer.</summary>
    [GeneratedRegex(
        """\b(ignore|disregard|forget)\b.{0,40}\b(rubric|instruction|prompt|above|previous|rules?)\b|\b(full|all|maximum|max)\s+(marks|points|score)\b|\bgrader\b|\brubric\b|"?earned"?\s*:|"?score"?\s*[:=]\s*(1|100)|\bsystem\s*(prompt|:)|\bas an? (ai|language model)\b|</?answer>""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex Orders();
}
