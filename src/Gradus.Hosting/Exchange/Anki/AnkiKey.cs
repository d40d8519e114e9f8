namespace Gradus.Hosting.Exchange.Anki;

/// <summary>How questions and cards are known to Anki, so that they are found again when they come back.</summary>
internal static class AnkiKey
{
    /// <summary>What the GUIDs of questions of the bank begin with.</summary>
    public const string Question = "gradus:";

    /// <summary>The key of a note's card: the note's GUID, with the number of the card behind it for all but the first.</summary>
    public static string Of(string guid, long number) => number == 0 ? guid : $"{guid}#{number}";
}
