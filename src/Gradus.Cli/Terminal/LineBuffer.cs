using System.Text;

namespace Gradus.Cli.Terminal;

/// <summary>One line that is being typed, with the place of the cursor.</summary>
internal sealed class LineBuffer
{
    private readonly StringBuilder _text = new();

    /// <summary>The line.</summary>
    public string Text => _text.ToString();

    /// <summary>The cursor: how many UTF-16 units stand before it.</summary>
    public int Cursor { get; private set; }

    /// <summary>Empties the line.</summary>
    public void Clear()
    {
        _text.Clear();
        Cursor = 0;
    }

    /// <summary>Does what a key does to a line; keys that end a line are not its own.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Whether it changed the line or moved the cursor.</returns>
    public bool Press(ConsoleKeyInfo key)
    {
        bool control = key.Modifiers.HasFlag(ConsoleModifiers.Control);
        switch (key.Key)
        {
            case ConsoleKey.Backspace when control:
            case ConsoleKey.W when control:
                return Delete(WordStart(), Cursor);
            case ConsoleKey.Backspace:
                return Delete(Before(), Cursor);
            case ConsoleKey.Delete:
                return Delete(Cursor, After());
            case ConsoleKey.U when control:
                return Delete(0, Cursor);
            case ConsoleKey.K when control:
                return Delete(Cursor, _text.Length);
            case ConsoleKey.LeftArrow:
                return Move(control ? WordStart() : Before());
            case ConsoleKey.RightArrow:
                return Move(After());
            case ConsoleKey.Home:
            case ConsoleKey.A when control:
                return Move(0);
            case ConsoleKey.End:
            case ConsoleKey.E when control:
                return Move(_text.Length);
        }

        if (char.IsControl(key.KeyChar) && key.KeyChar != '\t')
        {
            return false;
        }

        // A tab would move the cursor by nobody knows how much.
        _text.Insert(Cursor, key.KeyChar == '\t' ? ' ' : key.KeyChar);
        Cursor++;
        return true;
    }

    private bool Delete(int from, int to)
    {
        _text.Remove(from, to - from);
        Cursor = from;
        return to > from;
    }

    private bool Move(int to)
    {
        bool moves = to != Cursor;
        Cursor = to;
        return moves;
    }

    // Halves of a surrogate pair are never parted.
    private int Before() => Cursor >= 2 && char.IsLowSurrogate(_text[Cursor - 1]) ? Cursor - 2 : Math.Max(0, Cursor - 1);

    private int After() => Cursor + 1 < _text.Length && char.IsHighSurrogate(_text[Cursor]) ? Cursor + 2 : Math.Min(_text.Length, Cursor + 1);

    private int WordStart()
    {
        int at = Cursor;
        while (at > 0 && char.IsWhiteSpace(_text[at - 1]))
        {
            at--;
        }

        while (at > 0 && !char.IsWhiteSpace(_text[at - 1]))
        {
            at--;
        }

        return at;
    }
}
