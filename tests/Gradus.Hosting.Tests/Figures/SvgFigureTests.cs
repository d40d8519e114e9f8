using System.Globalization;
using System.Xml.Linq;
using Gradus.Hosting.Figures;
using Gradus.Labs.Figures;
using Gradus.Testing;

namespace Gradus.Hosting.Tests.Figures;

public sealed class SvgFigureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string, int> Snapshots => new() { { "curves", 720 }, { "curves", 360 }, { "bars", 720 }, { "bars", 360 }, { "reliability", 720 }, { "logarithmic", 720 } };

    // GRADUS_WRITE_SNAPSHOTS=1 writes the files anew; look at the pictures before committing them.
    [Theory]
    [MemberData(nameof(Snapshots))]
    public void Render_Sample_EqualsSnapshot(string name, int width)
    {
        Figure figure = name switch { "curves" => SampleFigures.Curves, "bars" => SampleFigures.Bars, "reliability" => SampleFigures.Reliability, _ => SampleFigures.Logarithmic };
        string path = RepositoryRoot.Combine("tests", "Gradus.Hosting.Tests", "Figures", "Snapshots", $"{name}-{width.ToString(CultureInfo.InvariantCulture)}.svg");

        string svg = SvgFigure.Render(figure, width == 720 ? SvgFigureOptions.Wide : SvgFigureOptions.Narrow);

        if (Environment.GetEnvironmentVariable("GRADUS_WRITE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, svg + "\n");
        }

        Assert.Equal(File.ReadAllText(path), svg + "\n");
    }

    [Fact]
    public void Render_AnyFigure_NamesAndDescribesItself()
    {
        XElement svg = XElement.Parse(SvgFigure.Render(SampleFigures.Curves));

        Assert.Equal("img", svg.Attribute("role")?.Value);
        Assert.Equal("A figure", svg.Element(Svg + "title")?.Value);
        Assert.Equal("What it shows, in words.", svg.Element(Svg + "desc")?.Value);
    }

    [Fact]
    public void Render_BandWithoutName_TakesTheColourOfItsLine()
    {
        XElement svg = XElement.Parse(SvgFigure.Render(SampleFigures.Curves));

        Assert.Equal("band series-1", svg.Descendants(Svg + "path").First(path => Class(path).StartsWith("band", StringComparison.Ordinal)).Attribute("class")?.Value);
        Assert.Equal(["line series-1", "line series-2", "line reference"], svg.Element(Svg + "svg")!.Elements(Svg + "path").Select(Class).Where(name => name.StartsWith("line", StringComparison.Ordinal)));
    }

    [Fact]
    public void Render_BarsOfTwoSeries_StandSideBySideFromZero()
    {
        XElement[] bars = [.. XElement.Parse(SvgFigure.Render(SampleFigures.Bars)).Element(Svg + "svg")!.Elements(Svg + "rect")];
        double bottom = bars.Max(bar => Number(bar, "y") + Number(bar, "height"));

        Assert.Equal(6, bars.Length);
        Assert.All(bars, bar => Assert.Equal(bottom, Number(bar, "y") + Number(bar, "height"), 0.2));
        Assert.Equal(0.95 / 0.5, Number(bars[0], "height") / Number(bars[3], "height"), 0.01);
        Assert.True(Number(bars[0], "x") + Number(bars[0], "width") <= Number(bars[3], "x"));
    }

    [Fact]
    public void Render_LogarithmicAxis_PlacesEqualRatiosAtEqualSteps()
    {
        XElement line = XElement.Parse(SvgFigure.Render(SampleFigures.Logarithmic)).Element(Svg + "svg")!.Elements(Svg + "path").First();
        double[] places = [.. line.Attribute("d")!.Value.Split('M', 'L').Where(part => part.Length > 0).Select(part => double.Parse(part.Split(' ')[0], CultureInfo.InvariantCulture))];

        Assert.Equal(4, places.Length);
        Assert.Equal(places[1] - places[0], places[2] - places[1], 0.2);
        Assert.Equal(places[1] - places[0], places[3] - places[2], 0.2);
    }

    [Fact]
    public void Render_NotANumberInALine_BreaksTheLine()
    {
        Figure figure = SampleFigures.Make(new Axis("x"), new Axis("y"), new LineMark("l", [0, 1, 2, 3, 4, 5, 6], [1, 2, double.NaN, 3, double.NaN, 5, 6]));

        XElement plot = XElement.Parse(SvgFigure.Render(figure)).Element(Svg + "svg")!;

        Assert.Equal(3, plot.Elements(Svg + "path").Single().Attribute("d")!.Value.Count(letter => letter == 'M'));
        Assert.Single(plot.Elements(Svg + "circle"));
    }

    [Fact]
    public void Render_DegenerateFigures_AreWellFormedWithFiniteCoordinates()
    {
        double[] none = [];
        Mark[][] cases =
        [
            [], [new LineMark("", none, none)], [new LineMark("one", [1], [1])], [new PointMark("one", [0], [0])], [new BarMark("one", [3], [0])],
            [new BarMark("none", none, none)], [new BarMark("nan", [1], [double.NaN])], [new BandMark("nan", [1, 2], [double.NaN, 0], [1, double.PositiveInfinity])],
            [new LineMark("nan", [double.NaN, 1], [1, double.NaN])], [new LineMark("huge", [0, 1], [-1e300, 1e300])], [new LineMark("constant", [5, 5], [-3, -3])],
            [new LineMark("uneven", [1, 2, 3], [1])], [new LineMark("tiny", [0, 1e-300], [0, 1e-300])], [new PointMark("big", [1e15, 1e15 + 1], [1, 2])],
        ];
        Axis[] axes = [new("x"), new("x", Logarithmic: true), new("", 2, 1), new("x", double.NaN, double.NaN), new("x", Categories: []), new("x", Categories: ["a"]), new("x", 0, 0, Logarithmic: true)];

        foreach (Mark[] marks in cases)
        {
            foreach (Axis axis in axes)
            {
                XElement svg = XElement.Parse(SvgFigure.Render(SampleFigures.Make(axis, axis, marks), SvgFigureOptions.Narrow));
                Assert.DoesNotContain(svg.DescendantsAndSelf().Attributes(), attribute => attribute.Value.Contains("NaN", StringComparison.Ordinal) || attribute.Value.Contains("Infinity", StringComparison.Ordinal) || attribute.Value.Contains('∞', StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void Render_WithoutValues_SaysSo() =>
        Assert.Contains("No values to show", SvgFigure.Render(SampleFigures.Make(new Axis("x"), new Axis("y"), new LineMark("l", [double.NaN], [1]))), StringComparison.Ordinal);

    [Fact]
    public void Render_HostileText_IsEscaped()
    {
        Figure figure = SampleFigures.Make(new Axis("</svg><script>"), new Axis("a\u0000b"), new LineMark("\"&<b>\ud800", [0, 1], [0, 1]));

        string svg = SvgFigure.Render(figure);

        Assert.DoesNotContain("<script", svg, StringComparison.Ordinal);
        Assert.Contains("\"&<b>\ufffd", XElement.Parse(svg).Descendants(Svg + "text").Select(text => text.Value));
    }

    [Fact]
    public void Render_ManyNames_GrowsInsteadOfSquashingTheAxes()
    {
        Mark[] marks = [.. Enumerable.Range(1, 14).Select(index => new LineMark($"a rather long name of curve number {index.ToString(CultureInfo.InvariantCulture)}", [0, 1], [0, index]))];

        XElement svg = XElement.Parse(SvgFigure.Render(SampleFigures.Make(new Axis("x"), new Axis("y"), marks), SvgFigureOptions.Narrow));

        Assert.True(Number(svg, "height") > 320);
        Assert.True(Number(svg.Element(Svg + "svg")!, "height") >= 320 * 0.45);
    }

    [Fact]
    public void Render_HundredThousandPoints_StaysSmallAndKeepsThePeak()
    {
        double[] xs = [.. Enumerable.Range(0, 100_000).Select(index => (double)index)];
        double[] ys = [.. xs.Select(x => x == 54_321 ? 10 : Math.Sin(x))];

        string svg = SvgFigure.Render(SampleFigures.Make(new Axis("x"), new Axis("y", 0, 10), new LineMark("l", xs, ys)));

        Assert.InRange(svg.Length, 1000, 60_000);
        Assert.Contains(" 0L", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_TooSmall_SaysWhatIsNeeded() =>
        Assert.Contains("at least 240 pixels", Assert.Throws<ArgumentOutOfRangeException>(() => new SvgFigureOptions(10, 400)).Message, StringComparison.Ordinal);

    private static string Class(XElement element) => element.Attribute("class")?.Value ?? "";

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
