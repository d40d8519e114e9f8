namespace Gradus.Hosting.Exchange;

/// <summary>How much an import may bring. Far above what a person collects in years, far below what harms the machine.</summary>
public static class ImportLimits
{
    /// <summary>The largest file in bytes.</summary>
    public const int FileBytes = 64 * 1024 * 1024;

    /// <summary>The largest collection inside a package, unpacked, in bytes.</summary>
    public const long CollectionBytes = 256L * 1024 * 1024;

    /// <summary>The most entries of a package.</summary>
    public const int PackageEntries = 50_000;

    /// <summary>The most cards.</summary>
    public const int Cards = 100_000;

    /// <summary>The most reviews.</summary>
    public const int Reviews = 1_000_000;

    /// <summary>The longest text of one side of a card, in characters.</summary>
    public const int TextLength = 50_000;

    /// <summary>The longest tag, deck name or key, in characters.</summary>
    public const int NameLength = 200;

    /// <summary>The most tags of a card.</summary>
    public const int Tags = 100;
}
