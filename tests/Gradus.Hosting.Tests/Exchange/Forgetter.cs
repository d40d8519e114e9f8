using System.Globalization;
using System.Text;
using Gradus.Hosting.Tests.Services;
using Gradus.Interview;
using Gradus.Interview.Schedule;

namespace Gradus.Hosting.Tests.Exchange;

/// <summary>A person with cards of their own who forgets faster than most: brings a history in as another program's files would.</summary>
internal static class Forgetter
{
    /// <summary>Imports cards and some months of reviews, up to the clock's now.</summary>
    public static void Live(Workbench bench, int cards, int days)
    {
        StringBuilder texts = new("#separator:comma\n#guid column:1\n");
        StringBuilder log = new("card_id,review_rating,review_time,review_duration\n");
        Fsrs6 memory = new([.. Fsrs6.DefaultWeights.Select((weight, i) => i switch { < 4 => weight * 0.3, 8 => 1.3, 20 => 0.4, _ => weight })]);
        Fsrs6 plan = new();
        SeededChoice choice = new(77);
        DateTimeOffset end = bench.Clock.GetUtcNow().AddDays(-1);
        for (int card = 0; card < cards; card++)
        {
            texts.Append(CultureInfo.InvariantCulture, $"key-{card},front {card},back {card}\n");
            Rating rating = choice.NextDouble() < 0.5 ? Rating.Good : Rating.Again;
            MemoryState known = memory.First(rating);
            MemoryState planned = plan.First(rating);
            DateTimeOffset at = end.AddDays(-days + choice.Next(10)).AddSeconds(card);
            while (at < end)
            {
                log.Append(CultureInfo.InvariantCulture, $"key-{card},{(int)rating},{at:yyyy-MM-ddTHH:mm:ss}+00:00,{choice.Next(20000)}\n");
                int wait = Math.Max(1, plan.Interval(planned.Stability, 0.8 + (0.19 * choice.NextDouble()), 100));
                at = at.AddDays(wait);
                rating = choice.NextDouble() < memory.Retrievability(known.Stability, wait) ? choice.NextDouble() < 0.2 ? Rating.Hard : Rating.Good : Rating.Again;
                known = memory.Next(known, rating, wait);
                planned = plan.Next(planned, rating, wait);
            }
        }

        bench.Application.Exchange.Import(Encoding.UTF8.GetBytes(texts.ToString()), "cards.txt");
        bench.Application.Exchange.Import(Encoding.UTF8.GetBytes(log.ToString()), "log.csv");
    }
}
