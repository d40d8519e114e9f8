using System.Globalization;
using Gradus.Interview.Schedule;
using Gradus.Interview.Schedule.Fitting;

namespace Gradus.Interview.Tests.Schedule.Fitting;

/// <summary>The public log of one person's reviews (data set fsrs-review-log), its days counted in periods of 24 hours as its published figures are.</summary>
internal static class PublicLog
{
    /// <summary>Reads it, or skips the test where it is not there.</summary>
    public static ReviewLog Read()
    {
        string? data = Environment.GetEnvironmentVariable("GRADUS_DATA");
        Assert.SkipWhen(string.IsNullOrEmpty(data), "Needs the folder fsrs-review-log; set GRADUS_DATA to the folder that holds it.");
        return ReviewLog.Of(File.ReadLines(Path.Combine(data, "fsrs-review-log", "reviews.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .Select(cells => (Card: cells[0], Rating: (Rating)int.Parse(cells[1], CultureInfo.InvariantCulture), At: DateTimeOffset.Parse(cells[2], CultureInfo.InvariantCulture)))
            .GroupBy(review => review.Card)
            .Select(card => card.OrderBy(review => review.At).ToList())
            .Select(card => card.Select((review, i) => (review.Rating, i == 0 ? -1 : (int)Math.Floor((review.At - card[i - 1].At).TotalDays), review.At.UtcTicks))));
    }
}
