using Gradus.Cli.Terminal;

namespace Gradus.Cli.Tests.Terminal;

public sealed class LineBufferTests
{
    [Fact]
    public void Press_LettersAndCursorKeys_EditInPlace()
    {
        LineBuffer line = new();

        Keys.Type("helo wrld", key => line.Press(key));
        line.Press(Keys.Of(ConsoleKey.Home));
        Press(line, ConsoleKey.RightArrow, 3);
        Keys.Type("l", key => line.Press(key));
        line.Press(Keys.Of(ConsoleKey.End));
        Press(line, ConsoleKey.LeftArrow, 3);
        Keys.Type("o", key => line.Press(key));

        Assert.Equal(("hello world", 8), (line.Text, line.Cursor));
    }

    [Fact]
    public void Press_WordAndLineKeys_DeleteWhatTheySay()
    {
        LineBuffer line = new();
        Keys.Type("one two  three", key => line.Press(key));

        line.Press(Keys.Control(ConsoleKey.W));
        Assert.Equal("one two  ", line.Text);
        line.Press(Keys.Control(ConsoleKey.W));
        Assert.Equal("one ", line.Text);
        line.Press(Keys.Control(ConsoleKey.A));
        line.Press(Keys.Of(ConsoleKey.Delete));
        Assert.Equal("ne ", line.Text);
        line.Press(Keys.Control(ConsoleKey.K));
        Assert.Equal("", line.Text);
        Assert.False(line.Press(Keys.Of(ConsoleKey.Backspace)));
    }

    [Fact]
    public void Press_SurrogatePair_IsNeverParted()
    {
        LineBuffer line = new();
        Keys.Type("a😀b", key => line.Press(key));

        Press(line, ConsoleKey.LeftArrow, 2);
        Assert.Equal(1, line.Cursor);
        line.Press(Keys.Of(ConsoleKey.Delete));

        Assert.Equal("ab", line.Text);
    }

    [Fact]
    public void Press_ControlCharacter_IsNoLetter()
    {
        LineBuffer line = new();

        Assert.False(line.Press(new ConsoleKeyInfo('\u0007', ConsoleKey.G, shift: false, alt: false, control: true)));
        Assert.Equal("", line.Text);
    }

    private static void Press(LineBuffer line, ConsoleKey key, int times)
    {
        for (int i = 0; i < times; i++)
        {
            line.Press(Keys.Of(key));
        }
    }
}
