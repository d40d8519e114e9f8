using Gradus.Cli.Terminal;

namespace Gradus.Cli.Tests.Terminal;

public sealed class CellsTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("e\u0301", 1)]
    [InlineData("深層", 4)]
    [InlineData("a😀", 3)]
    public void Width_Text_IsWhatATerminalShows(string text, int columns) => Assert.Equal(columns, Cells.Width(text));

    [Fact]
    public void StartAndEnd_NarrowRoom_CutBetweenLetters()
    {
        Assert.Equal(("深", "層"), (Cells.Start("深層", 3), Cells.End("深層", 3)));
        Assert.Equal(("ab", "bc"), (Cells.Start("abc", 2), Cells.End("abc", 2)));
        Assert.Equal(("", "abc"), (Cells.Start("abc", 0), Cells.End("abc", 9)));
    }
}
