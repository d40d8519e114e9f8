using Gradus.Cli.Terminal;
using Gradus.Labs.Figures;

namespace Gradus.Cli.Tests.Terminal;

public sealed class FigureTextTests
{
    [Fact]
    public void Draw_RisingLine_BeginsBelowAndEndsAbove()
    {
        string[] lines = FigureText.Draw(Of(new LineMark("loss", [0, 1, 2, 3], [0, 1, 2, 3])), width: 60, height: 6).Split('\n');

        Assert.Equal("A figure", lines[0]);
        Assert.StartsWith("        3 ┤", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("        0 ┤", lines[6], StringComparison.Ordinal);
        Assert.True(FirstDot(lines[6]) < FirstDot(lines[1]));
        Assert.Contains("epoch", lines[8], StringComparison.Ordinal);
        Assert.Contains("loss", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_NothingFinite_SaysSo() =>
        Assert.Contains("(nothing to draw)", FigureText.Draw(Of(new LineMark("loss", [0, 1], [double.NaN, double.PositiveInfinity])), 60, 6), StringComparison.Ordinal);

    [Fact]
    public void Draw_OnePointAndBrackets_DoesNotBreakTheMarkup()
    {
        string text = FigureText.Draw(Of(new PointMark("p = [0.5]", [1], [1])), 60, 6);

        Assert.Contains("p = [[0.5]]", text, StringComparison.Ordinal);
    }

    private static Figure Of(Mark mark) => new() { Title = "A figure", Description = "", X = new Axis("epoch"), Y = new Axis("value"), Marks = [mark] };

    private static int FirstDot(string line) => line.TakeWhile(character => character is < '\u2800' or > '\u28ff').Count();
}
