namespace Gradus.Cli;

/// <summary>The exit codes that scripts rely on.</summary>
internal static class ExitCodes
{
    /// <summary>Done; a low score or a refuted lab is no failure.</summary>
    public const int Done = 0;

    /// <summary>A check ran and failed.</summary>
    public const int CheckFailed = 1;

    /// <summary>Bad usage or unreadable input.</summary>
    public const int BadInput = 2;

    /// <summary>Stopped by Ctrl+C.</summary>
    public const int Interrupted = 130;
}
