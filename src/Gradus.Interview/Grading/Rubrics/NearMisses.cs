using Gradus.Interview.Grading.Likeness;
using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Rubrics;

/// <summary>Finds for each point that was missed, and of which nothing is known to be near yet, the candidate's own sentence that comes nearest to saying it.</summary>
internal static class NearMisses
{
    /// <summary>The least strength of a sentence that is near: about 1 says the point, about 0 says other things.</summary>
    public const double Near = 0.25;

    /// <summary>The least credit of a point to which something is near. Where the whole answer shows less of it, single words are alike by chance.</summary>
    public const double LeastCredit = 0.08;

    /// <summary>Adds the sentences to the points.</summary>
    /// <param name="points">The verdicts of the points, in the rubric's order.</param>
    /// <param name="found">What was found in the answer.</param>
    /// <param name="text">The answer.</param>
    public static PointVerdict[] Add(PointVerdict[] points, Examination found, AnalysedText text)
    {
        if (found.Passages is not { } passages)
        {
            return points;
        }

        // A sentence that earned something says something else.
        HashSet<int> earning = [.. points.Zip(found.Points).Where(pair => pair.First.Earned).SelectMany(pair => Enumerable.Range(pair.Second.Deciding.First, pair.Second.Deciding.Last - pair.Second.Deciding.First + 1))];
        return [.. points.Select((point, i) => point.Earned || point.Near is not null || point.Credit < LeastCredit ? point : point with { Near = Of(i, passages, sentence => found.Usable[sentence] && !earning.Contains(sentence), text) })];
    }

    private static Evidence? Of(int point, AnswerPassages passages, Func<int, bool> counts, AnalysedText text) =>
        passages.Nearest(point, counts) is { } nearest && nearest.Signals.Strength >= Near ? VerdictWriter.Quote(text, nearest.Sentence, nearest.Sentence) : null;
}
