using System.Globalization;
using System.Text;
using Gradus.Interview.Schedule;

namespace Gradus.Hosting.Exchange;

/// <summary>The review log as py-fsrs reads and writes it: <c>card_id,review_rating,review_time,review_duration</c>.</summary>
internal static class CsvReviewFile
{
    private static readonly string[] Columns = ["card_id", "review_rating", "review_time", "review_duration"];

    /// <summary>Whether a text begins as such a file does.</summary>
    public static bool Is(string text) => text.StartsWith(string.Join(',', Columns[..3]), StringComparison.Ordinal);

    /// <summary>Reads the reviews; ids are those of the file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="source">The file's name, for messages.</param>
    /// <returns>Each review with its line.</returns>
    public static IReadOnlyList<(int Line, ForeignReview Review)> Read(string text, string source)
    {
        List<(int Line, ForeignReview Review)> reviews = [];
        foreach ((int line, IReadOnlyList<string> fields) in DelimitedText.Read(text, ',', source).Skip(1))
        {
            if (fields.Count is not (3 or 4))
            {
                throw new ImportException(source, $"line {line} has {fields.Count} fields; it needs {string.Join(", ", Columns)} (the last may be left out).");
            }

            if (reviews.Count == ImportLimits.Reviews)
            {
                throw new ImportException(source, $"line {line} is the {ImportLimits.Reviews + 1}th review; at most {ImportLimits.Reviews} are read.");
            }

            reviews.Add((line, new ForeignReview(
                fields[0].Length is > 0 and <= ImportLimits.NameLength ? fields[0] : throw new ImportException(source, $"line {line} has no card_id, or one of more than {ImportLimits.NameLength} characters."),
                int.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out int rating) && rating is >= 1 and <= 4
                    ? (Rating)rating
                    : throw new ImportException(source, $"line {line} has the review_rating '{Short(fields[1])}'; it must be 1, 2, 3 or 4."),
                DateTimeOffset.TryParse(fields[2], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset at)
                    ? at
                    : throw new ImportException(source, $"line {line} has the review_time '{Short(fields[2])}'; it must be a time such as 2026-11-26T10:00:00+00:00."),
                Duration(fields, source, line))));
        }

        return reviews;
    }

    /// <summary>Writes reviews.</summary>
    public static string Write(IEnumerable<ForeignReview> reviews)
    {
        StringBuilder text = new(string.Join(',', Columns) + "\n");
        foreach (ForeignReview review in reviews)
        {
            text.Append(DelimitedText.Write(
                [
                    review.Question,
                    ((int)review.Rating).ToString(CultureInfo.InvariantCulture),
                    review.At.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fff+00:00", CultureInfo.InvariantCulture),
                    review.Milliseconds?.ToString(CultureInfo.InvariantCulture) ?? "",
                ],
                ','));
        }

        return text.ToString();
    }

    private static int? Duration(IReadOnlyList<string> fields, string source, int line) =>
        fields.Count < 4 || fields[3].Length == 0 ? null
        : int.TryParse(fields[3], NumberStyles.None, CultureInfo.InvariantCulture, out int milliseconds) ? milliseconds
        : throw new ImportException(source, $"line {line} has the review_duration '{Short(fields[3])}'; it must be whole milliseconds.");

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "...";
}
