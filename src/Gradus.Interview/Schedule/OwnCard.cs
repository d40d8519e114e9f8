namespace Gradus.Interview.Schedule;

/// <summary>A card of the person's own: two texts to recall one by the other. Plain text, never HTML.</summary>
/// <param name="Id">The id by which it is scheduled; <c>card-</c> and lower-case letters and digits, so that no question of the bank is like it.</param>
/// <param name="Front">What is asked.</param>
/// <param name="Back">What is to be recalled.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Key">What another program knows it by, so that it is found again: a note's GUID. Null where there is none.</param>
/// <param name="Deck">The deck it came from, or null.</param>
public sealed record OwnCard(string Id, string Front, string Back, IReadOnlyList<string> Tags, string? Key = null, string? Deck = null)
{
    /// <summary>What the ids of own cards begin with.</summary>
    public const string Prefix = "card-";
}
