namespace Gradus.Cli.Terminal;

/// <summary>The keys of the terminal that this process runs in; they are not shown when they are pressed.</summary>
internal sealed class SystemKeyboard : IKeyboard
{
    public bool TryRead(out ConsoleKeyInfo key)
    {
        if (Console.KeyAvailable)
        {
            key = Console.ReadKey(intercept: true);
            return true;
        }

        key = default;
        return false;
    }
}
