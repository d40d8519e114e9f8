using System.Globalization;
using System.Text.Json;
using Gradus.Interview.Schedule;
using Gradus.Testing;

namespace Gradus.Interview.Tests.Schedule;

/// <summary>FSRS-6 against an independent script (oracles/fsrs.py) and against a real person's log.</summary>
public sealed class Fsrs6OracleTests
{
    [Fact]
    public void Next_RandomStates_AgreesWithTheScript()
    {
        using JsonDocument fixture = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.Combine("tests", "Gradus.Interview.Tests", "Fixtures", "fsrs-states.json")));
        double worst = 0;
        foreach (JsonElement @case in fixture.RootElement.EnumerateArray())
        {
            JsonElement weights = @case.GetProperty("weights");
            Fsrs6 model = new(weights.ValueKind == JsonValueKind.Null ? null : [.. weights.EnumerateArray().Select(weight => weight.GetDouble())]);
            MemoryState state = new(@case.GetProperty("from")[0].GetDouble(), @case.GetProperty("from")[1].GetDouble());

            MemoryState next = model.Next(state, (Rating)@case.GetProperty("rating").GetInt32(), @case.GetProperty("days").GetInt32());

            worst = Math.Max(worst, Apart(@case.GetProperty("to")[0].GetDouble(), next.Stability));
            worst = Math.Max(worst, Apart(@case.GetProperty("to")[1].GetDouble(), next.Difficulty));
        }

        Assert.Equal(600, fixture.RootElement.GetArrayLength());
        Assert.True(worst < 1e-12, $"worst relative difference {worst:E2}");
    }

    [Fact]
    public void Defaults_RealLog_GiveThePublishedLogLoss()
    {
        string? data = Environment.GetEnvironmentVariable("GRADUS_DATA");
        Assert.SkipWhen(string.IsNullOrEmpty(data), "Needs the folder fsrs-review-log; set GRADUS_DATA to the folder that holds it.");
        Fsrs6 model = new();
        double loss = 0;
        int scored = 0;
        IEnumerable<IGrouping<string, (string Card, Rating Rating, DateTimeOffset At)>> cards = File.ReadLines(Path.Combine(data, "fsrs-review-log", "reviews.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .Select(cells => (Card: cells[0], Rating: (Rating)int.Parse(cells[1], CultureInfo.InvariantCulture), At: DateTimeOffset.Parse(cells[2], CultureInfo.InvariantCulture)))
            .GroupBy(review => review.Card);
        foreach (IGrouping<string, (string Card, Rating Rating, DateTimeOffset At)> card in cards)
        {
            MemoryState? state = null;
            DateTimeOffset last = default;
            foreach ((string _, Rating rating, DateTimeOffset at) in card.OrderBy(review => review.At))
            {
                // The published figure counts periods of 24 hours, not study days.
                int days = (int)Math.Floor((at - last).TotalDays);
                if (state is { } before && days >= 1)
                {
                    double recall = Math.Clamp(model.Retrievability(before.Stability, days), 1e-7, 1 - 1e-7);
                    loss -= Math.Log(rating == Rating.Again ? 1 - recall : recall);
                    scored++;
                }

                state = state is { } known ? model.Next(known, rating, days) : model.First(rating);
                last = at;
            }
        }

        Assert.Equal(5329, scored);
        Assert.Equal(0.458662, loss / scored, 5e-6);
    }

    private static double Apart(double expected, double actual) => Math.Abs(expected - actual) / Math.Abs(expected);
}
