using System.Globalization;

namespace Gradus.Hosting.Figures;

/// <summary>Draws a <see cref="DayGrid"/> as SVG: a column a week, Monday on top. Colours stand in attributes and in classes (<c>level-0</c> to <c>level-4</c>).</summary>
public static class SvgDayGrid
{
    private const double Step = 13;
    private const double Cell = 11;
    private const double Left = 34;
    private const double Top = 20;
    private const string Font = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";
    private static readonly string[] Colours = ["#e9edf2", "#bcd5f0", "#7fb0e3", "#3f86cd", "#12519c"];

    /// <summary>Draws the last weeks of a grid.</summary>
    /// <param name="grid">What to draw.</param>
    /// <param name="weeks">How many weeks, the one of the last day included; at least 1.</param>
    /// <returns>One SVG element.</returns>
    public static string Render(DayGrid grid, int weeks)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentOutOfRangeException.ThrowIfLessThan(weeks, 1);
        double width = Left + (weeks * Step);
        double height = Top + (7 * Step);
        using SvgCanvas canvas = new();
        canvas.Open("svg", "class", "figure day-grid", "viewBox", $"0 0 {SvgCanvas.Number(width)} {SvgCanvas.Number(height)}", "width", SvgCanvas.Number(width), "height", SvgCanvas.Number(height), "role", "img", "font-family", Font, "font-size", "11");
        canvas.Words("title", grid.Title);
        canvas.Words("desc", grid.Description);
        foreach ((int row, string name) in (ReadOnlySpan<(int, string)>)[(0, "Mon"), (2, "Wed"), (4, "Fri")])
        {
            canvas.Words("text", name, "class", "tick", "x", "0", "y", SvgCanvas.Number(Top + (row * Step) + 9), "fill", Palette.Muted);
        }

        if (grid.Days.Count > 0)
        {
            DateOnly monday = Monday(grid.Days[^1].Day).AddDays(-7 * (weeks - 1));
            Months(canvas, monday, weeks);
            int most = Math.Max(1, grid.Days.Max(day => day.Count));
            foreach ((DateOnly day, int count) in grid.Days.Where(item => item.Day >= monday))
            {
                int column = (day.DayNumber - monday.DayNumber) / 7;
                int row = (day.DayNumber - monday.DayNumber) % 7;
                int level = count == 0 ? 0 : Math.Clamp((int)Math.Ceiling(4.0 * count / most), 1, 4);
                canvas.Open("rect", "class", $"day level-{level}", "x", SvgCanvas.Number(Left + (column * Step)), "y", SvgCanvas.Number(Top + (row * Step)), "width", SvgCanvas.Number(Cell), "height", SvgCanvas.Number(Cell), "rx", "2", "fill", Colours[level]);
                canvas.Words("title", $"{day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}: {count}");
                canvas.Close();
            }
        }

        canvas.Close();
        return canvas.ToString();
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static void Months(SvgCanvas canvas, DateOnly monday, int weeks)
    {
        int last = -3;
        for (int week = 0; week < weeks; week++)
        {
            DateOnly first = monday.AddDays(7 * week);
            if ((week == 0 || first.Month != first.AddDays(-7).Month) && week - last >= 3 && week < weeks - 1)
            {
                canvas.Words("text", first.ToString("MMM", CultureInfo.InvariantCulture), "class", "tick", "x", SvgCanvas.Number(Left + (week * Step)), "y", "12", "fill", Palette.Muted);
                last = week;
            }
        }
    }
}
