using System.Xml.Linq;
using Gradus.Hosting.Figures;

namespace Gradus.Hosting.Tests.Figures;

public sealed class SvgDayGridTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Render_Year_HasEachDayOnceWithMondayOnTop()
    {
        // The 22nd of November 2026 is a Sunday.
        DateOnly last = new(2026, 11, 22);
        DayGrid grid = new("Days", "Words", [.. Enumerable.Range(0, 371).Select(i => (last.AddDays(i - 370), i % 5))]);

        XElement[] cells = [.. XElement.Parse(SvgDayGrid.Render(grid, 53)).Elements(Svg + "rect")];

        Assert.Equal(371, cells.Length);
        Assert.Equal("20", cells[0].Attribute("y")!.Value);
        Assert.Equal("98", cells[^1].Attribute("y")!.Value);
        Assert.Equal("day level-0", cells[0].Attribute("class")!.Value);
        Assert.Equal("day level-4", cells[4].Attribute("class")!.Value);
        Assert.Equal("22 November 2026: 0", cells[^1].Value);
        Assert.Equal(371, cells.Select(cell => (cell.Attribute("x")!.Value, cell.Attribute("y")!.Value)).Distinct().Count());
    }

    [Fact]
    public void Render_FewerWeeks_ShowsTheLastOnes()
    {
        DateOnly last = new(2026, 11, 18);
        DayGrid grid = new("Days", "Words", [.. Enumerable.Range(0, 371).Select(i => (last.AddDays(i - 370), 0))]);

        XElement[] cells = [.. XElement.Parse(SvgDayGrid.Render(grid, 4)).Elements(Svg + "rect")];

        Assert.Equal((3 * 7) + 3, cells.Length);
    }

    [Fact]
    public void Render_NoDays_IsAnEmptyCalendar() => Assert.Empty(XElement.Parse(SvgDayGrid.Render(new DayGrid("Days", "Words", []), 10)).Elements(Svg + "rect"));
}
