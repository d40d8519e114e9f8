using Gradus.Interview.Schedule;

namespace Gradus.Interview.Log;

/// <summary>Folds events into answers.</summary>
public static class AnswerProjection
{
    /// <summary>The answers that the events tell of.</summary>
    /// <param name="events">Events in order; what is not about an answer is passed over.</param>
    /// <returns>The answers in the order of their submission. The first grade of an answer stands, and its last rating that was not taken back.</returns>
    public static IReadOnlyList<LoggedAnswer> Fold(IEnumerable<LoggedEvent> events)
    {
        OrderedDictionary<string, LoggedAnswer> answers = [];
        Dictionary<string, List<(string Id, Rating Rating)>> overruled = [];
        foreach (LoggedEvent logged in events)
        {
            if (logged.Event is AnswerSubmitted submitted)
            {
                answers.TryAdd(submitted.AnswerId, new LoggedAnswer(submitted, logged.At, logged.Sequence));
            }
            else if (logged.Event.AboutAnswer is { } id && answers.TryGetValue(id, out LoggedAnswer? answer))
            {
                answers[id] = logged.Event switch
                {
                    AnswerGraded graded => answer with { Verdict = answer.Verdict ?? graded.Verdict },
                    ReviewRated { Proposed: true } rated => answer with { Proposed = answer.Proposed ?? rated.Rating, Rating = answer.Rating ?? rated.Rating },
                    ReviewRated rated => answer with { Rating = Overrule(overruled, id, logged.Id, rated.Rating) },
                    ReviewUndone undone => answer with { Rating = TakeBack(overruled, id, undone.RatingId) ?? answer.Proposed },
                    _ => answer,
                };
            }
        }

        return [.. answers.Values];
    }

    private static Rating Overrule(Dictionary<string, List<(string Id, Rating Rating)>> overruled, string answer, string id, Rating rating)
    {
        if (!overruled.TryGetValue(answer, out List<(string Id, Rating Rating)>? ratings))
        {
            overruled[answer] = ratings = [];
        }

        ratings.Add((id, rating));
        return rating;
    }

    private static Rating? TakeBack(Dictionary<string, List<(string Id, Rating Rating)>> overruled, string answer, string id)
    {
        List<(string Id, Rating Rating)> ratings = overruled.GetValueOrDefault(answer) ?? [];
        ratings.RemoveAll(rating => rating.Id == id);
        return ratings.Count > 0 ? ratings[^1].Rating : null;
    }
}
