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

    /// <summary>The questions of a bank.</summary>
    /// <param name="bank">The bank.</param>
    /// <param name="vocabulary">Its words.</param>
    /// <param name="documents">Its passages.</param>
    /// <param name="space">The space that they span.</param>
    public static Subjects Of(Bank bank, Vocabulary vocabulary, PassageDocument[] documents, WordSpace space)
    {
        ILookup<string, PassageDocument> points = documents.Where(document => document.IsPoint).ToLookup(document => document.Question, StringComparer.Ordinal);
        double[] Direction(Question question)
        {
            Dictionary<string, int> counts = PassageTerms.Counts(vocabulary.Read(question.Ask));
            foreach ((string stem, int count) in points[question.Id].SelectMany(document => document.Counts))
            {
                counts[stem] = counts.GetValueOrDefault(stem) + count;
            }

            return space.Of(counts);
        }

        return new Subjects(space, bank.Questions.ToDictionary(question => question.Id, Direction, StringComparer.Ordinal));
    }

    /// <summary>By how much the nearest other question is nearer to a text than the one that was asked, as cosines: below 0 where that is the nearest; 0 where it is not in the bank.</summary>
    /// <param name="question">The question that was asked.</param>
    /// <param name="text">The answer.</param>
    public double Elsewhere(Question question, AnalysedText text)
    {
        if (!_directions.TryGetValue(question.Id, out double[]? own))
        {
            return 0;
        }

        double[] direction = _space.Of(PassageTerms.Counts(text.Tokens));
        double other = _directions.Where(item => item.Value != own).Select(item => WordSpace.Dot(direction, item.Value)).DefaultIfEmpty(-1).Max();
        return other - WordSpace.Dot(direction, own);
    }
}
