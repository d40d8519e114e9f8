namespace Gradus.Hosting.Exchange.Anki;

/// <summary>A row of a table.</summary>
/// <param name="Place">Where it stands, for messages.</param>
/// <param name="Wholes">Its whole numbers, in the order in which they were asked for.</param>
/// <param name="Texts">Its texts, likewise.</param>
/// <param name="Bytes">Its bytes, likewise.</param>
internal sealed record AnkiRow(string Place, long[] Wholes, string[] Texts, byte[][] Bytes);
