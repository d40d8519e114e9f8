using System.Globalization;

namespace Gradus.Learning.Data.Text;

/// <summary>The words of texts, numbered by how often they stand there: 0 pads, 1 stands for every unknown word, then the most frequent first.</summary>
/// <remarks>A word is a run of letters and digits with the apostrophes and hyphens inside it, or one other sign; white space separates. Words that stand equally often are taken in ordinal order.</remarks>
public sealed class WordVocabulary
{
    /// <summary>The number with which short sentences are padded.</summary>
    public const int Padding = 0;

    /// <summary>The number of every word that is not in the vocabulary.</summary>
    public const int Unknown = 1;

    private const string PaddingWord = "<pad>";
    private const string UnknownWord = "<unk>";
    private readonly string[] _words;
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);

    /// <summary>Makes a vocabulary of words that were numbered before.</summary>
    /// <param name="words">What <see cref="Words"/> gave: the words from number 2 on.</param>
    /// <param name="lowerCase">Whether words are brought to lower case before they are looked up; true by default.</param>
    /// <exception cref="ArgumentException">A word stands twice.</exception>
    public WordVocabulary(IReadOnlyList<string> words, bool lowerCase = true)
    {
        ArgumentNullException.ThrowIfNull(words);
        _words = [PaddingWord, UnknownWord, .. words];
        LowerCase = lowerCase;
        for (int id = Unknown + 1; id < _words.Length; id++)
        {
            if (!_ids.TryAdd(_words[id], id))
            {
                throw new ArgumentException($"The word '{_words[id]}' stands twice in the vocabulary.", nameof(words));
            }
        }
    }

    /// <summary>V, how many numbers there are, with those of padding and of unknown words.</summary>
    public int Count => _words.Length;

    /// <summary>Whether words are brought to lower case before they are looked up.</summary>
    public bool LowerCase { get; }

    /// <summary>The words from number 2 on; with them the vocabulary can be made again.</summary>
    public IReadOnlyList<string> Words => _words[(Unknown + 1)..];

    /// <summary>Numbers the words of texts.</summary>
    /// <param name="texts">The training texts, and no others: words of validation texts would leak.</param>
    /// <param name="most">V at most; 50,000 by default. The rarest words are left out.</param>
    /// <param name="minimumCount">How often a word must stand; 1 by default.</param>
    /// <param name="lowerCase">Whether words are brought to lower case; true by default.</param>
    /// <returns>The vocabulary.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no room for a word, or the count is below 1.</exception>
    public static WordVocabulary Fit(IEnumerable<string> texts, int most = 50_000, int minimumCount = 1, bool lowerCase = true)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 3);
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumCount, 1);
        string[] words = [.. texts
            .SelectMany(text => Split(text, lowerCase))
            .CountBy(word => word, StringComparer.Ordinal)
            .Where(count => count.Value >= minimumCount)
            .OrderByDescending(count => count.Value)
            .ThenBy(count => count.Key, StringComparer.Ordinal)
            .Take(most - Unknown - 1)
            .Select(count => count.Key)];
        return new WordVocabulary(words, lowerCase);
    }

    /// <summary>Cuts a text into words.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lowerCase">Whether words are brought to lower case; true by default.</param>
    /// <returns>The words and signs in their order.</returns>
    public static IEnumerable<string> Split(string text, bool lowerCase = true)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Cut(lowerCase ? text.ToLowerInvariant() : text);
    }

    /// <summary>Turns text into numbers.</summary>
    /// <param name="text">The text.</param>
    /// <returns>One number a word, 1 to V − 1.</returns>
    public int[] Encode(string text) => [.. Split(text, LowerCase).Select(word => _ids.GetValueOrDefault(word, Unknown))];

    /// <summary>Turns numbers into words, one space between two.</summary>
    /// <param name="ids">Numbers, 0 to V − 1; padding is left out.</param>
    /// <returns>The words; unknown ones as &lt;unk&gt;.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number stands for no word.</exception>
    public string Decode(ReadOnlySpan<int> ids)
    {
        List<string> words = [];
        foreach (int id in ids)
        {
            if ((uint)id >= (uint)Count)
            {
                throw new ArgumentOutOfRangeException(nameof(ids), id, $"There is no word {id}; the vocabulary has {Count}, numbered from 0.");
            }

            if (id != Padding)
            {
                words.Add(_words[id]);
            }
        }

        return string.Join(' ', words);
    }

    private static IEnumerable<string> Cut(string text)
    {
        for (int place = 0; place < text.Length;)
        {
            int length = WordLength(text, place);
            if (length == 0)
            {
                length = char.IsSurrogatePair(text, place) ? 2 : 1;
                if (!char.IsWhiteSpace(text[place]))
                {
                    yield return text.Substring(place, length);
                }
            }
            else
            {
                yield return text.Substring(place, length);
            }

            place += length;
        }
    }

    // A joint counts where a letter follows it, so that "don't" and "well-known" are one word and "'tis'" is not.
    private static int WordLength(string text, int begin)
    {
        int end = begin;
        while (end < text.Length && (IsLetter(text[end]) || (end > begin && end + 1 < text.Length && text[end] is '\'' or '’' or '-' && IsLetter(text[end + 1]) && IsLetter(text[end - 1]))))
        {
            end++;
        }

        return end - begin;
    }

    private static bool IsLetter(char letter) => char.IsLetterOrDigit(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
