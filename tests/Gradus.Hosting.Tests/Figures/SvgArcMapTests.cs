using System.Globalization;
using System.Xml.Linq;
using Gradus.Hosting.Figures;

namespace Gradus.Hosting.Tests.Figures;

public sealed class SvgArcMapTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData(720)]
    [InlineData(340)]
    public void Render_EveryNode_HasItsLineAndStaysInside(int width)
    {
        ArcMap map = new("Map & <more>", "Words", [.. Enumerable.Range(0, 20).Select(i => new ArcNode($"n{i}", $"Node number {i} with a rather long name that must be broken somewhere", i / 19.0, (ArcMark)(i % 4), "/n/" + i, i == 0 ? [] : [$"n{i / 2}"]))]);

        XElement svg = XElement.Parse(SvgArcMap.Render(map, width, "m"));

        double height = double.Parse(svg.Attribute("height")!.Value, CultureInfo.InvariantCulture);
        Assert.Equal(20, svg.Elements(Svg + "a").Count());
        Assert.Equal(19, svg.Elements(Svg + "path").Count(path => path.Attribute("class")!.Value.StartsWith("arc", StringComparison.Ordinal) && path.Attribute("class")!.Value != "arc-head"));
        Assert.All(svg.Descendants(Svg + "rect"), bar => Assert.InRange(Number(bar, "x") + Number(bar, "width"), 0, width));
        Assert.All(svg.Descendants(Svg + "tspan"), line => Assert.InRange(Number(line, "y"), 0, height));
        Assert.Equal("Map & <more>", svg.Element(Svg + "title")!.Value);
        Assert.Equal("m-title", svg.Attribute("aria-labelledby")!.Value);
    }

    [Fact]
    public void Render_NeedOutsideTheMap_IsPassedOver()
    {
        XElement svg = XElement.Parse(SvgArcMap.Render(new ArcMap("T", "D", [new ArcNode("a", "A", double.NaN, ArcMark.Empty, null, ["nowhere", "a"])]), 720, "m"));

        Assert.Empty(svg.Elements(Svg + "path"));
        Assert.Empty(svg.Elements(Svg + "a"));
        Assert.Contains("0 %", svg.Value, StringComparison.Ordinal);
    }

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
