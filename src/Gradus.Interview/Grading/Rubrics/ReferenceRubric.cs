using Gradus.Interview.Grading.Text;
using Gradus.Interview.Questions;

namespace Gradus.Interview.Grading.Rubrics;

/// <summary>Makes a rubric of a reference answer: each of its statements is a point.</summary>
internal static class ReferenceRubric
{
    private const int MostPoints = 40;

    /// <summary>A question whose points are the reference's statements, or null where it has none.</summary>
    public static Question? Of(string question, string reference)
    {
        if (string.IsNullOrWhiteSpace(reference) || reference.Length > Grader.MaximumCharacters)
        {
            return null;
        }

        AnalysedText text = new(reference, Vocabulary.Empty);
        List<RubricPoint> points = [];
        for (int s = 0; s < text.SentenceCount && points.Count < MostPoints; s++)
        {
            (int first, int end) = text.Range(s);
            int content = text.Tokens.Skip(first).Take(end - first).Count(token => token.IsContent && !WordLists.Function.Contains(token.Form));
            bool asks = text.Tokens[end - 1].Form == "?";
            if (content >= 2 && !asks)
            {
                string fact = reference[text.Tokens[first].Start..text.Tokens[end - 1].End].Trim();
                points.Add(new RubricPoint($"p{points.Count + 1}", Facet.Principle, 1, fact, []));
            }
        }

        return points.Count == 0 ? null : new Question
        {
            Id = question,
            Title = question,
            Topic = "",
            Kind = QuestionKind.Method,
            Profiles = [],
            Level = 1,
            Ask = question,
            Openings = [],
            Points = points,
            Misconceptions = [],
            FollowUps = [],
            ModelAnswer = reference,
        };
    }
}
