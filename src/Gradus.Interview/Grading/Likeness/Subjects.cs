using Gradus.Interview.Grading.Text;
using Gradus.Interview.Questions;

namespace Gradus.Interview.Grading.Likeness;

/// <summary>Which question of a bank a text is about: questions as directions in the space of words.</summary>
/// <remarks>
/// The direction of a question is that of all that it asks, of its facts and of the passages that say them. An answer to it
/// lies nearer to it than to most others, in whatever words; an answer to another question, however right, does not.
/// </remarks>
internal sealed class Subjects
{
    private readonly WordSpace _space;
    private readonly Dictionary<string, double[]> _directions;

    private Subjects(WordSpace space, Dictionary<string, double[]> directions)
    {
        _space = space;
        _directions = directions;
    }

    /// <summary>The questions of a bank, or null where it has too few passages for a space of words.</summary>
    public static Subjects? Of(Bank bank, Vocabulary vocabulary, WordSpace? space) =>
        space is null ? null : new Subjects(space, bank.Questions.ToDictionary(question => question.Id, question => space.Of(TokenRun.Of(Text(question), vocabulary)), StringComparer.Ordinal));

    /// <summary>By how much the nearest other question is nearer to a text than the one that was asked, as cosines: below 0 where that is the nearest; 0 where it is not in the bank.</summary>
    /// <param name="question">The question that was asked.</param>
    /// <param name="text">The answer.</param>
    public double Elsewhere(Question question, AnalysedText text)
    {
        if (!_directions.TryGetValue(question.Id, out double[]? own))
        {
            return 0;
        }

        double[] direction = _space.Of(new TokenRun(text, 0, text.Tokens.Length));
        double other = _directions.Where(item => item.Value != own).Select(item => WordSpace.Dot(direction, item.Value)).DefaultIfEmpty(-1).Max();
        return other - WordSpace.Dot(direction, own);
    }

    private static string Text(Question question) =>
        string.Join('\n', [question.Ask, .. question.Points.SelectMany(point => (IEnumerable<string>)[point.Fact, .. point.Passages.Said])]);
}
