using Gradus.Interview.Grading.Cues;
using Gradus.Interview.Grading.Rubrics;
using Gradus.Interview.Grading.Text;
using Gradus.Interview.Questions;

namespace Gradus.Interview.Grading.Structures;

/// <summary>An answer, ready to be asked which parts of a structure are heard in it.</summary>
internal sealed class HeardText
{
    /// <summary>A sentence with fewer words of the topic may be about anything.</summary>
    private const int FewestTopicWords = 2;

    private readonly bool[] _usable;
    private readonly bool[] _onTopic;
    private readonly TermFinder _finder;

    /// <param name="question">The question, whose facts are the topic.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="usable">The sentences that count: the candidate's own, in prose, not taken back.</param>
    public HeardText(Question question, string answer, bool[] usable)
    {
        // Slips are not mended: words such as "imagine" are none of the bank's and would be read as ones that are.
        Text = new AnalysedText(answer, Vocabulary.Empty);
        _finder = new TermFinder(Text, StructureWords.Index);
        _usable = [.. Enumerable.Range(0, Text.SentenceCount).Select(s => s < usable.Length && usable[s])];
        Topic = Stems([question.Title, .. question.Points.Select(point => point.Fact)]);
        _onTopic = [.. Enumerable.Range(0, Text.SentenceCount).Select(IsAboutIt)];
    }

    public AnalysedText Text { get; }

    /// <summary>The stems of the words that say what the question is about.</summary>
    public HashSet<string> Topic { get; }

    /// <summary>How many sentences say something about the question.</summary>
    public int TopicSentences => _onTopic.Count(value => value);

    /// <summary>The stems of the content words of texts.</summary>
    public static HashSet<string> Stems(IEnumerable<string> texts) =>
        [.. texts.SelectMany(Tokenizer.Tokens).Where(token => token.IsWord && token.Form.Length >= 4 && !WordLists.Function.Contains(token.Form)).Select(token => token.Stem)];

    /// <summary>Where a group of words is said in sentences that count, in the order of the answer.</summary>
    public IEnumerable<Occurrence> All(string words) => _finder.Concept(words).Where(hit => _usable[Text.SentenceOf[hit.First]]).OrderBy(hit => hit.First).ThenBy(hit => hit.Last);

    /// <summary>The first sentence in which a group of words is said, or null.</summary>
    /// <param name="words">The group.</param>
    /// <param name="onTopic">Whether the sentence, or one beside it, must be about the question.</param>
    public int? Sentence(string words, bool onTopic)
    {
        foreach (Occurrence hit in All(words))
        {
            int sentence = Text.SentenceOf[hit.First];
            if (!onTopic || _onTopic[sentence])
            {
                return sentence;
            }
        }

        return null;
    }

    /// <summary>Whether a group of words is said in a sentence or the one behind it.</summary>
    public bool IsSaidNear(string words, int sentence) => All(words).Any(hit => Text.SentenceOf[hit.First] is int s && (s == sentence || s == sentence + 1));

    /// <summary>Whether a sentence that counts is about the question, or the one behind it.</summary>
    public bool IsOnTopicNear(int sentence) => _onTopic[sentence] || (sentence + 1 < _onTopic.Length && _onTopic[sentence + 1]);

    /// <summary>The sentence that holds a character of the answer.</summary>
    public int SentenceAt(int character)
    {
        int token = Array.FindLastIndex(Text.Tokens, candidate => candidate.Start <= character);
        return token < 0 ? 0 : Text.SentenceOf[token];
    }

    /// <summary>The words of a sentence.</summary>
    public Evidence Quote(int sentence) => VerdictWriter.Quote(Text, sentence, sentence);

    /// <summary>The words of an occurrence alone.</summary>
    public Evidence Quote(Occurrence hit)
    {
        int start = Text.Tokens[hit.First].Start, end = Text.Tokens[hit.Last].End;
        return new Evidence(Text.Source[start..end], start, end - start);
    }

    private bool IsAboutIt(int sentence)
    {
        (int first, int end) = Text.Range(sentence);
        return _usable[sentence] && Text.Tokens[first..end].Where(token => token.IsWord && Topic.Contains(token.Stem)).Select(token => token.Stem).Distinct().Count() >= FewestTopicWords;
    }
}
