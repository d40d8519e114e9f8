namespace Gradus.Cli.Terminal;

/// <summary>How the reading of an answer ended.</summary>
internal enum ReadingEnd
{
    /// <summary>With an answer, perhaps an empty one.</summary>
    Answered,

    /// <summary>The question was passed over.</summary>
    Skipped,

    /// <summary>The person wants to go on later.</summary>
    Paused,
}
