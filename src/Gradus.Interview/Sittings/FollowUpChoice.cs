using Gradus.Interview.Grading;
using Gradus.Interview.Questions;

namespace Gradus.Interview.Sittings;

/// <summary>A follow-up that fits what an answer left out.</summary>
/// <param name="Ask">The words of the follow-up.</param>
/// <param name="Points">The missed points that it is after.</param>
public sealed record FollowUpChoice(string Ask, IReadOnlyList<string> Points)
{
    /// <summary>Picks a follow-up.</summary>
    /// <param name="question">The question that was answered.</param>
    /// <param name="verdict">What the grader says of the answer.</param>
    /// <returns>
    /// The first follow-up that is after a point the answer missed; one that names no points is after all of them. Null where nothing was missed, where none fits, and
    /// where the answer was refused unread, since there is nothing to follow up.
    /// </returns>
    public static FollowUpChoice? For(Question question, Verdict verdict)
    {
        if (verdict.Refusal is not null)
        {
            return null;
        }

        string[] missed = [.. verdict.Points.Where(point => !point.Earned).Select(point => point.Id)];
        foreach (FollowUp followUp in question.FollowUps)
        {
            string[] after = followUp.When.Count == 0 ? missed : [.. missed.Intersect(followUp.When)];
            if (after.Length > 0)
            {
                return new FollowUpChoice(followUp.Ask, after);
            }
        }

        return null;
    }

    /// <summary>The question as a follow-up asks it: with the words of the follow-up and only the points that it is after.</summary>
    /// <param name="question">The question that is followed up.</param>
    /// <param name="ask">The words of the follow-up.</param>
    /// <param name="points">The points that it is after.</param>
    /// <returns>A question that can be graded; the whole rubric where none of the points is in it any more.</returns>
    public static Question Narrow(Question question, string ask, IReadOnlyList<string> points)
    {
        RubricPoint[] kept = [.. question.Points.Where(point => points.Contains(point.Id))];
        return question with { Ask = ask, Points = kept.Length == 0 ? question.Points : kept, FollowUps = [] };
    }
}
