using Gradus.Interview.Grading;
using Gradus.Interview.Grading.Structures;
using Gradus.Interview.Questions;

namespace Gradus.Interview.Sittings;

/// <summary>Works out what a sitting comes to; a pure function of what it is given.</summary>
/// <param name="find">Finds a question in the bank; null for one that is no longer there, which is then known by its id alone.</param>
/// <param name="reviewAt">When a question comes back for review; null where it is not scheduled.</param>
public sealed class SittingReporter(Func<string, Question?> find, Func<string, DateTimeOffset?> reviewAt)
{
    /// <summary>How much a point counts that only a follow-up brought out.</summary>
    public const double PromptedShare = 0.5;

    /// <summary>How many things to fix are named.</summary>
    public const int MostFixes = 3;

    /// <summary>The report of a sitting.</summary>
    /// <param name="sitting">The sitting; rounds that wait for an answer count as passed over.</param>
    /// <param name="finishedAt">When it was finished.</param>
    /// <param name="previous">The report of the sitting of the same profile before it, or null.</param>
    /// <returns>The report.</returns>
    public SittingReport Report(Sitting sitting, DateTimeOffset finishedAt, SittingReport? previous)
    {
        DateTimeOffset? pausedAt = sitting.PausedAt;
        TimeSpan paused = sitting.Paused + (pausedAt is { } since && finishedAt > since ? finishedAt - since : TimeSpan.Zero);
        SittingRound[] planned = [.. sitting.Rounds.Where(round => round.FollowUpOf is null)];
        (string Topic, double Score)[] scores = [.. planned.Select(round => (Topic(round.Question), QuestionScore(sitting, round)))];
        double score = scores.Length == 0 ? 0 : scores.Average(entry => entry.Score);
        return new SittingReport
        {
            SittingId = sitting.Id,
            Profile = sitting.Options.Profile,
            Topic = sitting.Options.Topic,
            Level = sitting.Options.Level,
            Seed = sitting.Options.Seed,
            StartedAt = sitting.StartedAt,
            FinishedAt = finishedAt,
            AnswerSeconds = sitting.Rounds.Sum(round => round.Elapsed.TotalSeconds),
            PausedSeconds = paused.TotalSeconds,
            Asked = planned.Length,
            Planned = sitting.Plan.Count,
            Score = score,
            Facets = Facets(planned),
            Topics = [.. scores.GroupBy(entry => entry.Topic).Select(group => new TopicScore(group.Key, group.Average(entry => entry.Score), group.Count()))],
            Rounds = [.. sitting.Rounds.Select(Round)],
            Fixes = Fixes(sitting),
            Previous = previous is null ? null : new PreviousSitting(previous.SittingId, previous.FinishedAt, previous.Score, score - previous.Score),
        };
    }

    private double QuestionScore(Sitting sitting, SittingRound round)
    {
        if (round.Verdict is not { } verdict)
        {
            return 0;
        }

        double total = verdict.Points.Sum(point => Weight(round.Question, point.Id));
        double prompted = FollowUps(sitting, round).Sum(other => HintWriter.After(Prompted(round, other).Sum(point => Weight(round.Question, point)), other.Hints));
        return total == 0 ? round.Score : Math.Min(1, round.Score + (PromptedShare * prompted / total));
    }

    private static IEnumerable<SittingRound> FollowUps(Sitting sitting, SittingRound round) =>
        sitting.Rounds.Where(other => other.FollowUpOf == round.Number && other.Verdict is not null);

    /// <summary>The points that the answer missed and its follow-up brought out.</summary>
    private static IEnumerable<string> Prompted(SittingRound round, SittingRound followUp) => followUp.Verdict!.Points
        .Where(point => point.Earned && round.Verdict?.Points.Any(own => own.Id == point.Id && !own.Earned) == true)
        .Select(point => point.Id);

    private Dictionary<Facet, double> Facets(IEnumerable<SittingRound> planned)
    {
        Dictionary<Facet, List<double>> shares = [];
        foreach (SittingRound round in planned.Where(round => round.Kind != RoundKind.Unknown))
        {
            IEnumerable<(Facet Facet, double Share)> facets = round.Verdict is { } verdict
                ? verdict.Facets.Select(pair => (pair.Key, pair.Value))
                : (find(round.Question)?.Points ?? []).Select(point => point.Facet).Distinct().Select(facet => (facet, 0.0));
            foreach ((Facet facet, double share) in facets)
            {
                (shares.TryGetValue(facet, out List<double>? list) ? list : shares[facet] = []).Add(share);
            }
        }

        return shares.OrderBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Value.Average());
    }

    private RoundScore Round(SittingRound round) => new(
        round.Number,
        round.Question,
        Title(round.Question),
        Topic(round.Question),
        round.FollowUpOf,
        round.Score,
        round.Verdict is null,
        round.Elapsed.TotalSeconds,
        round.Verdict?.Concision.Words ?? 0,
        reviewAt(round.Question),
        round.Kind,
        round.Hints.Count,
        round.Verdict?.Structure?.Parts);

    private List<Fix> Fixes(Sitting sitting)
    {
        // What is wrong weighs more than what is missing, and nothing said more than one point left out.
        Fix[] candidates = [.. sitting.Rounds
            .SelectMany(round => Candidates(sitting, round))
            .OrderBy(candidate => candidate.Fix.Kind)
            .ThenByDescending(candidate => candidate.Gravity)
            .Select(candidate => candidate.Fix)
            .DistinctBy(fix => (fix.Question, fix.Item))];
        // One from each question before a second from any.
        List<Fix> fixes = [.. candidates.DistinctBy(fix => fix.Question).Take(MostFixes)];
        fixes.AddRange(candidates.Except(fixes).Take(MostFixes - fixes.Count));
        return [.. fixes.OrderBy(fix => Array.IndexOf(candidates, fix))];
    }

    private IEnumerable<(Fix Fix, double Gravity)> Candidates(Sitting sitting, SittingRound round)
    {
        foreach (MisconceptionVerdict misconception in round.Verdict?.Misconceptions ?? [])
        {
            yield return (Fix(FixKind.Misconception, round, misconception.Id, misconception.Evidence.Text, misconception.Correction), 1);
        }

        if (round.FollowUpOf is not null)
        {
            yield break;
        }

        if (round.Verdict is null or { Refusal: not null })
        {
            RubricPoint? heart = find(round.Question)?.Points.MaxBy(point => point.Weight);
            yield return (Fix(FixKind.Unanswered, round, heart?.Id ?? "", round.Ask, heart?.Fact ?? ""), 1);
            yield break;
        }

        foreach (StructurePart part in (round.Verdict.Structure?.Parts ?? []).Where(part => !part.IsPresent))
        {
            yield return (Fix(FixKind.MissingPart, round, part.Id, part.Title, part.Note), 1);
        }

        if (round.Kind is RoundKind.Teach or RoundKind.Unknown)
        {
            // The parts were asked for, not every fact.
            yield break;
        }

        double total = round.Verdict.Points.Sum(point => Weight(round.Question, point.Id));
        HashSet<string> prompted = [.. FollowUps(sitting, round).SelectMany(other => Prompted(round, other))];
        foreach (PointVerdict point in round.Verdict.Points.Where(point => !point.Earned && !prompted.Contains(point.Id)))
        {
            yield return (Fix(FixKind.MissedPoint, round, point.Id, point.Fact, point.Note) with { Near = point.Near?.Text, WrongWord = point.WrongWord }, Weight(round.Question, point.Id) / total);
        }
    }

    private Fix Fix(FixKind kind, SittingRound round, string item, string sentence, string correction) =>
        new(kind, round.Question, Title(round.Question), item, sentence, correction, find(round.Question)?.Lab, reviewAt(round.Question));

    private double Weight(string question, string point) => find(question)?.Points.FirstOrDefault(candidate => candidate.Id == point)?.Weight ?? 1;

    private string Title(string question) => find(question)?.Title ?? question;

    private string Topic(string question) => find(question)?.Topic ?? "";
}
