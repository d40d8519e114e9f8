using Gradus.Interview.Questions;

namespace Gradus.Interview.Sittings;

/// <summary>Chooses the questions of an interview; a pure function of what it is given.</summary>
/// <remarks>
/// Each question of the profile gets a weight by how well its level fits and draws the key <c>u^(1/weight)</c> with a uniform <c>u</c> of its own (Efraimidis and
/// Spirakis, "Weighted random sampling with a reservoir", 2006): the largest keys are a weighted sample without replacement, and a question that is
/// added to the bank leaves the keys of the others as they are. Topics take turns: none has a second question before each has had its first.
/// The chosen are asked from the easier to the harder, what a question needs before it; a system is designed last.
/// </remarks>
public static class InterviewPlanner
{
    /// <summary>Minutes that a question takes: up to three for the answer, the rest for the verdict and a follow-up. A system takes twice as long.</summary>
    public const int MinutesPerQuestion = 5;

    /// <summary>The fewest questions of an interview, where the bank has as many.</summary>
    public const int Fewest = 3;

    /// <summary>The most questions of an interview.</summary>
    public const int Most = 8;

    private const double WeakFactor = 4;

    /// <summary>How many questions fit.</summary>
    /// <param name="minutes">The minutes for the whole interview.</param>
    /// <returns>One for every five minutes, from three to eight.</returns>
    public static int Rounds(int minutes) => Math.Clamp(minutes / MinutesPerQuestion, Fewest, Most);

    /// <summary>Chooses questions, how each is put, and the words that each is asked in.</summary>
    /// <param name="options">What kind of interview is wanted.</param>
    /// <param name="bank">The questions to choose from, in any order.</param>
    /// <param name="weak">Questions that the person is due to review or has missed, preferred four to one; null where the choice must not depend on the person.</param>
    /// <returns>The questions in the order of asking; fewer than fit where the bank has no more for the profile, none where it has none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not 1 to 3, or the minutes are not positive.</exception>
    public static IReadOnlyList<PlannedQuestion> Plan(InterviewOptions options, IEnumerable<Question> bank, IReadOnlySet<string>? weak = null)
    {
        if (options.Level is < 1 or > 3)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.Level, "The level of an interview is 1, 2 or 3.");
        }

        if (options.Minutes < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.Minutes, "An interview takes at least one minute.");
        }

        ulong seed = SeededChoice.Mix(options.Seed, $"{options.Profile}/{options.Level}");
        List<Question> candidates = [.. bank
            .Where(question => options.Topic is { } topic ? question.Topic == topic : question.Profiles.Contains(options.Profile))
            .Select(question => (Question: question, Key: Key(seed, question, options.Level, weak)))
            .OrderByDescending(candidate => candidate.Key)
            .ThenBy(candidate => candidate.Question.Id, StringComparer.Ordinal)
            .Select(candidate => candidate.Question)];
        List<(Question Question, RoundKind Kind)> chosen = [];
        int wanted = Rounds(options.Minutes);
        foreach (RoundKind kind in Special(options.Rounds, wanted))
        {
            if (candidates.Find(question => RoundKinds.Fits(kind, question, options.Level)) is { } question)
            {
                chosen.Add((question, kind));
                candidates.Remove(question);
                wanted -= kind == RoundKind.System ? 1 : 0;
            }
        }

        RoundKind rule = Rule(options.Rounds);
        candidates.RemoveAll(question => !RoundKinds.Fits(rule, question, options.Level));
        while (chosen.Count < wanted && candidates.Count > 0)
        {
            // The first of the topics that have had the fewest questions.
            Question next = candidates.MinBy(candidate => chosen.Count(other => other.Question.Topic == candidate.Topic))!;
            chosen.Add((next, rule));
            candidates.Remove(next);
        }

        return [.. InOrder(chosen).Select(item => new PlannedQuestion(item.Question.Id, Words(seed, item.Question, item.Kind), item.Kind))];
    }

    /// <summary>The kinds of which a mix has one round each.</summary>
    private static IEnumerable<RoundKind> Special(RoundMix mix, int rounds)
    {
        if (mix != RoundMix.Mixed)
        {
            yield break;
        }

        // A system counts double, so that at least two rounds are left to be explained.
        if (rounds >= 5)
        {
            yield return RoundKind.System;
        }

        yield return RoundKind.Teach;
        if (rounds >= 4)
        {
            yield return RoundKind.Unknown;
        }
    }

    private static RoundKind Rule(RoundMix mix) => mix switch
    {
        RoundMix.Teach => RoundKind.Teach,
        RoundMix.Unknown => RoundKind.Unknown,
        RoundMix.System => RoundKind.System,
        _ => RoundKind.Explain,
    };

    private static double Key(ulong seed, Question question, int level, IReadOnlySet<string>? weak)
    {
        // The wanted level is the rule, one below it a warm-up, one above it a stretch.
        double weight = (question.Level - level) switch { 0 => 6, -1 => 2, 1 => 0.5, -2 => 0.5, _ => 0.1 };
        weight *= weak?.Contains(question.Id) == true ? WeakFactor : 1;
        return Math.Pow(new SeededChoice(SeededChoice.Mix(seed, question.Id)).NextDouble(), 1 / weight);
    }

    private static IEnumerable<(Question Question, RoundKind Kind)> InOrder(List<(Question Question, RoundKind Kind)> chosen)
    {
        // Stable and always ends: a question whose needs go in a circle is taken as if it had none.
        List<(Question Question, RoundKind Kind)> left = [.. chosen.Where(item => item.Kind != RoundKind.System).OrderBy(item => item.Question.Level)];
        while (left.Count > 0)
        {
            int next = Math.Max(0, left.FindIndex(item => !left.Exists(other => other.Question != item.Question && item.Question.Needs.Contains(other.Question.Id))));
            yield return left[next];
            left.RemoveAt(next);
        }

        foreach ((Question, RoundKind) system in chosen.Where(item => item.Kind == RoundKind.System))
        {
            yield return system;
        }
    }

    private static string Words(ulong seed, Question question, RoundKind kind)
    {
        SeededChoice choice = new(SeededChoice.Mix(seed, question.Id + "#opening"));
        int pick = choice.Next(question.Openings.Count + 1);
        return RoundKinds.Words(kind, pick == 0 ? question.Ask : question.Openings[pick - 1], choice.Next(int.MaxValue));
    }
}
