using Gradus.Interview.Grading.Text;
using Gradus.Interview.Questions;

namespace Gradus.Interview.Grading.Likeness;

/// <summary>What a bank's passages say, as counts of stems: one document for each point and each misconception that has any.</summary>
internal static class PassageDocuments
{
    /// <summary>The documents of a bank, in its order; reading some 18,000 passages is most of a grader's start, so all processors share it.</summary>
    public static PassageDocument[] Of(Bank bank, Vocabulary vocabulary) =>
    [
        .. bank.Questions
            .SelectMany(question => question.Points.Select(point => (question.Id, IsPoint: true, Text: point.Fact, point.Passages))
                .Concat(question.Misconceptions.Select(wrong => (question.Id, IsPoint: false, Text: wrong.Wrong, wrong.Passages))))
            .Where(item => item.Passages.Said.Count > 0)
            .AsParallel().AsOrdered()
            .Select(item => new PassageDocument(item.Id, item.IsPoint, PassageTerms.Counts(vocabulary.Read(string.Join('\n', [item.Text, .. item.Passages.Said]))))),
    ];
}

/// <summary>All that says one point or misconception.</summary>
/// <param name="Question">The question's id.</param>
/// <param name="IsPoint">Whether it is a point's.</param>
/// <param name="Counts">How often each stem stands in it.</param>
internal sealed record PassageDocument(string Question, bool IsPoint, Dictionary<string, int> Counts);
