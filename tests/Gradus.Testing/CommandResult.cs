namespace Gradus.Testing;

/// <summary>What a command left behind.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="StandardOutput">What it wrote to standard output.</param>
/// <param name="StandardError">What it wrote to standard error.</param>
public sealed record CommandResult(int ExitCode, string StandardOutput, string StandardError)
{
    /// <summary>Both outputs, one after the other.</summary>
    public string Output => StandardOutput + StandardError;
}
