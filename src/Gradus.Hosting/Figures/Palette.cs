using Gradus.Labs.Figures;

namespace Gradus.Hosting.Figures;

/// <summary>
/// Colours that stay apart for colour-blind readers and have a contrast of 3 to 1 on white. Each is written as an
/// attribute, for files that stand alone, and as a class, which the site's style sheet paints in its own theme.
/// </summary>
internal static class Palette
{
    public const string Ground = "#ffffff";
    public const string Ink = "#1c2430";
    public const string Muted = "#566072";
    public const string Grid = "#e3e7ed";

    private static readonly string[] Colours = ["#1663b8", "#c44e0b", "#08785a", "#8f4a9e", "#8a6a00", "#b3265e", "#0f7c94", "#5b6472"];
    private static readonly string[] Dashes = ["6 4", "2 3", "10 4 2 4"];

    /// <summary>The paint of every mark, in the figure's order.</summary>
    public static IReadOnlyList<Paint> Assign(IReadOnlyList<Mark> marks)
    {
        Dictionary<string, int> numbers = [];
        Paint[] paints = new Paint[marks.Count];
        int next = 0;
        int references = 0;
        for (int index = 0; index < marks.Count; index++)
        {
            if (marks[index] is LineMark { Dashed: true })
            {
                paints[index] = new Paint("reference", Muted, Dashes[references++ % Dashes.Length]);
                continue;
            }

            // A band without a name belongs to the mark that is drawn on it; the same name has the same colour.
            string label = marks[index] is BandMark { Label: "" } ? marks.Skip(index + 1).FirstOrDefault(mark => mark is not LineMark { Dashed: true })?.Label ?? "" : marks[index].Label;
            if (label.Length == 0 || !numbers.TryGetValue(label, out int number))
            {
                number = next++ % Colours.Length;
                if (label.Length > 0)
                {
                    numbers[label] = number;
                }
            }

            paints[index] = new Paint($"series-{number + 1}", Colours[number], null);
        }

        return paints;
    }
}
