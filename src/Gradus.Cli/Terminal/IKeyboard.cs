namespace Gradus.Cli.Terminal;

/// <summary>The keys of a terminal, one at a time.</summary>
internal interface IKeyboard
{
    /// <summary>Takes the next key that was pressed.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Whether there was one; it is never waited for.</returns>
    bool TryRead(out ConsoleKeyInfo key);
}
