using System.Text;

namespace Gradus.Learning.Data.Text;

/// <summary>The characters of a text, numbered from 0 in the order of their code points, as character models take them.</summary>
/// <remarks>A character is a Unicode scalar value: a letter outside the first 65,536 is one character, not two.</remarks>
public sealed class CharacterVocabulary
{
    private readonly Rune[] _characters;
    private readonly Dictionary<Rune, int> _ids;

    private CharacterVocabulary(Rune[] characters)
    {
        _characters = characters;
        _ids = characters.Select((character, id) => (character, id)).ToDictionary(entry => entry.character, entry => entry.id);
    }

    /// <summary>V, how many characters there are.</summary>
    public int Count => _characters.Length;

    /// <summary>The characters in the order of their numbers, as one text; <see cref="Fit"/> of it makes the vocabulary again.</summary>
    public string Characters => string.Concat(_characters);

    /// <summary>Numbers the characters of a text.</summary>
    /// <param name="text">The text; give all characters that will ever be met, or only the training text, whose readers then refuse others.</param>
    /// <returns>The vocabulary.</returns>
    /// <exception cref="ArgumentException">The text is empty or holds half a surrogate pair.</exception>
    public static CharacterVocabulary Fit(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        HashSet<Rune> seen = [];
        for (int place = 0; place < text.Length;)
        {
            Rune character = At(text, place);
            seen.Add(character);
            place += character.Utf16SequenceLength;
        }

        return new CharacterVocabulary([.. seen.Order()]);
    }

    /// <summary>Turns text into numbers.</summary>
    /// <param name="text">The text.</param>
    /// <returns>One number a character, 0 to V − 1.</returns>
    /// <exception cref="ArgumentException">A character is not in the vocabulary, or half a surrogate pair; it and its place are named.</exception>
    public int[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<int> ids = new(text.Length);
        for (int place = 0; place < text.Length;)
        {
            Rune character = At(text, place);
            ids.Add(_ids.TryGetValue(character, out int id)
                ? id
                : throw new ArgumentException($"The character U+{character.Value:X4} at place {place} is not among the {Count} of this vocabulary; fit it on a text that has it, or leave the character out.", nameof(text)));
            place += character.Utf16SequenceLength;
        }

        return [.. ids];
    }

    /// <summary>Turns numbers back into text.</summary>
    /// <param name="ids">Numbers, 0 to V − 1.</param>
    /// <returns>The text; what <see cref="Encode"/> was given.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number stands for no character.</exception>
    public string Decode(ReadOnlySpan<int> ids)
    {
        StringBuilder text = new(ids.Length);
        foreach (int id in ids)
        {
            text.Append((uint)id < (uint)Count ? _characters[id] : throw new ArgumentOutOfRangeException(nameof(ids), id, $"There is no character {id}; the vocabulary has {Count}, numbered from 0."));
        }

        return text.ToString();
    }

    private static Rune At(string text, int place) => Rune.TryGetRuneAt(text, place, out Rune character)
        ? character
        : throw new ArgumentException($"The text holds half a surrogate pair (U+{(int)text[place]:X4}) at place {place}; it is no valid Unicode. Read it with the right encoding.", nameof(text));
}
