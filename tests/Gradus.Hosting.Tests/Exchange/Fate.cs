namespace Gradus.Hosting.Tests.Exchange;

/// <summary>What a hostile file must come to.</summary>
internal enum Fate
{
    /// <summary>It must be refused.</summary>
    Refused,

    /// <summary>It must be read, as harmless text.</summary>
    Read,

    /// <summary>Either will do: chance decides whether what was broken matters.</summary>
    Either,
}
