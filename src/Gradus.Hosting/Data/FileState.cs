namespace Gradus.Hosting.Data;

/// <summary>How a file of a data set was found.</summary>
public enum FileState
{
    /// <summary>It has the checksum of the catalog.</summary>
    Verified,

    /// <summary>It has the checksum that was recorded when it first came; the catalog knows none.</summary>
    Recorded,

    /// <summary>It is there, and no checksum is known.</summary>
    Unknown,

    /// <summary>It has another checksum or length, or is damaged.</summary>
    Different,

    /// <summary>It is not there.</summary>
    Missing,
}
