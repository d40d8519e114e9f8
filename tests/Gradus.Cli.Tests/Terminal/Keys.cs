using Gradus.Cli.Terminal;

namespace Gradus.Cli.Tests.Terminal;

/// <summary>Keys that are pressed one after another; between them actions that run when their turn comes, with no key at that moment.</summary>
internal sealed class Keys : IKeyboard
{
    private readonly Queue<object> _turns = new();

    public static ConsoleKeyInfo Of(ConsoleKey key) => new('\0', key, shift: false, alt: false, control: false);

    public static ConsoleKeyInfo Control(ConsoleKey key) => new('\0', key, shift: false, alt: false, control: true);

    public static void Type(string text, Action<ConsoleKeyInfo> press)
    {
        foreach (char letter in text)
        {
            press(letter == '\n' ? new ConsoleKeyInfo('\r', ConsoleKey.Enter, shift: false, alt: false, control: false) : new ConsoleKeyInfo(letter, ConsoleKey.None, shift: false, alt: false, control: false));
        }
    }

    /// <summary>Adds letters; a line feed is the Enter key.</summary>
    public Keys Then(string text)
    {
        Type(text, key => _turns.Enqueue(key));
        return this;
    }

    /// <summary>Adds a key.</summary>
    public Keys Then(ConsoleKeyInfo key)
    {
        _turns.Enqueue(key);
        return this;
    }

    /// <summary>Adds something that happens while no key is pressed.</summary>
    public Keys Then(Action happens)
    {
        _turns.Enqueue(happens);
        return this;
    }

    public bool TryRead(out ConsoleKeyInfo key)
    {
        key = default;
        if (!_turns.TryDequeue(out object? turn))
        {
            return false;
        }

        if (turn is ConsoleKeyInfo pressed)
        {
            key = pressed;
            return true;
        }

        ((Action)turn)();
        return false;
    }
}
