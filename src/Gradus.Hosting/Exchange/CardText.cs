using System.Text;
using Gradus.Interview.Schedule;

namespace Gradus.Hosting.Exchange;

/// <summary>Makes cards from what files say, within the limits.</summary>
internal static class CardText
{
    /// <summary>A card of one's own.</summary>
    /// <param name="source">The file's name.</param>
    /// <param name="place">The card's place in it, for messages.</param>
    /// <param name="key">What it is known by in the file.</param>
    /// <param name="front">What is asked.</param>
    /// <param name="back">What is to be recalled.</param>
    /// <param name="tags">Its tags.</param>
    /// <param name="deck">Its deck, or null.</param>
    public static OwnCard Make(string source, string place, string key, string front, string back, IEnumerable<string> tags, string? deck)
    {
        OwnCard card = new(IdFor(key), Clean(front), Clean(back), [.. tags.Select(Clean).Where(tag => tag.Length > 0).Distinct(StringComparer.Ordinal)], key, deck is null ? null : Clean(deck));
        Check(source, place, card);
        return card;
    }

    /// <summary>The id of the card that a key names.</summary>
    public static string IdFor(string key) => OwnCard.Prefix + EventIds.Of("card", key);

    /// <summary>Refuses a card beyond the limits.</summary>
    public static void Check(string source, string place, OwnCard card)
    {
        Demand(card.Front.Length > 0, "has nothing on its front");
        Demand(card.Front.Length <= ImportLimits.TextLength && card.Back.Length <= ImportLimits.TextLength, $"has a side of more than {ImportLimits.TextLength} characters");
        Demand(card.Tags.Count <= ImportLimits.Tags, $"has more than {ImportLimits.Tags} tags");
        Demand(card.Tags.All(tag => tag.Length is > 0 and <= ImportLimits.NameLength && !tag.Any(char.IsWhiteSpace)), $"has a tag that is empty, holds a space or is longer than {ImportLimits.NameLength} characters");
        Demand(card.Key is null || card.Key.Length is > 0 and <= ImportLimits.NameLength, $"has a key that is empty or longer than {ImportLimits.NameLength} characters");
        Demand(card.Deck is null || card.Deck.Length <= ImportLimits.NameLength, $"has a deck's name of more than {ImportLimits.NameLength} characters");
        Demand(IsOwnId(card.Id), "has an id that is none of a card");
        Demand(new[] { card.Front, card.Back, card.Deck ?? "", card.Key ?? "" }.Concat(card.Tags).All(IsClean), "holds control characters or half a surrogate pair");
        void Demand(bool holds, string problem)
        {
            if (!holds)
            {
                throw new ImportException(source, $"{place} {problem}.");
            }
        }
    }

    /// <summary>Whether an id is one of a card of one's own.</summary>
    public static bool IsOwnId(string id) => id.Length is > 5 and <= 60 && id.StartsWith(OwnCard.Prefix, StringComparison.Ordinal) && id.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    // Line ends become line feeds; what no terminal or page should be given (control characters, turned text direction) goes.
    private static string Clean(string text)
    {
        StringBuilder clean = new(text.Length);
        foreach (Rune rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (IsWanted(rune))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Trim();
    }

    private static bool IsClean(string text) => text == Clean(text);

    private static bool IsWanted(Rune rune) =>
        rune.Value is '\n' or '\t' || (!Rune.IsControl(rune) && rune.Value is not ((>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF or (>= 0xFFFE and <= 0xFFFF)));
}
