namespace Gradus.Hosting.Exchange;

/// <summary>A form in which reviews leave and come.</summary>
public enum ExchangeFormat
{
    /// <summary>Gradus's own JSON: every event of the reviews as the log holds it; nothing is lost.</summary>
    Json,

    /// <summary>The review log as comma-separated values: <c>card_id,review_rating,review_time,review_duration</c>, as py-fsrs reads and writes it.</summary>
    Csv,

    /// <summary>Cards as text with the headers of Anki's text export (<c>#separator:</c>, <c>#columns:</c>, ...).</summary>
    Cards,

    /// <summary>Anki's package (<c>.apkg</c>) in the form that every Anki since 2.1 reads: cards, tags, decks, schedule and review log.</summary>
    Apkg,
}
