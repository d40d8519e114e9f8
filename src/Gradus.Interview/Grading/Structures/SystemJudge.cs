using Gradus.Interview.Questions;

namespace Gradus.Interview.Grading.Structures;

/// <summary>Judges a system design: half by the rubric of the question, half concern by concern, each by the rubric of its own question.</summary>
internal static class SystemJudge
{
    /// <summary>One answer of three minutes covers five concerns: some eighty words for each, in which two of its question's eight facts or so can be said.</summary>
    public const double EnoughOfAConcern = 1 / 4.0;

    /// <summary>The verdict by this structure; unchanged where the bank has none of the concerns.</summary>
    /// <param name="verdict">The verdict by the rubric of the question.</param>
    /// <param name="find">Finds a question in the bank, or gives null.</param>
    /// <param name="grade">Grades the answer against another question.</param>
    public static Verdict Of(Verdict verdict, Func<string, Question?> find, Func<Question, Verdict> grade)
    {
        List<StructurePart> parts = [];
        foreach ((string id, string title, string questionId) in SystemConcerns.All)
        {
            if (find(questionId) is { } question)
            {
                parts.Add(Part(id, title, question, grade(question)));
            }
        }

        if (parts.Count == 0)
        {
            return verdict;
        }

        return verdict.By(RoundKind.System, (verdict.Score + parts.Average(part => part.Share)) / 2, parts, verdict.Checks);
    }

    private static StructurePart Part(string id, string title, Question question, Verdict concern)
    {
        double total = question.Points.Sum(point => point.Weight);
        double earned = question.Points.Zip(concern.Points).Sum(pair => pair.Second.Earned ? pair.First.Weight : 0);
        double share = total == 0 ? 0 : earned / total / EnoughOfAConcern;
        PointVerdict[] said = [.. concern.Points.Where(point => point.Earned)];
        string next = question.Points.Zip(concern.Points).Where(pair => !pair.Second.Earned).OrderByDescending(pair => pair.First.Weight).Select(pair => pair.First.Fact).FirstOrDefault() ?? "";
        string note = said.Length == 0 ? $"Nothing on it was heard. {next}" : share >= 1 ? $"{said.Length} of {concern.Points.Count} facts." : $"{said.Length} of {concern.Points.Count} facts. {next}";
        return new StructurePart(id, title, StructuredVerdict.Share(share), note.TrimEnd(), said.FirstOrDefault(point => point.Evidence is not null)?.Evidence);
    }
}
