using Gradus.Interview.Questions;

namespace Gradus.Interview.Sittings;

/// <summary>Chooses the questions of an interview; a pure function of what it is given.</summary>
/// <remarks>
/// Each question of the profile gets a weight by how well its level fits and draws the key <c>u^(1/weight)</c> with a uniform <c>u</c> of its own (Efraimidis and
/// Spirakis, "Weighted random sampling with a reservoir", 2006): the largest keys are a weighted sample without replacement, and a question that is
/// added to the bank leaves the keys of the others as they are. Topics take turns: none has a second question before each has had its first.
/// The chosen are asked from the easier to the harder, what a question needs before it.
/// </remarks>
public static class InterviewPlanner
{
    /// <summary>Minutes that a question takes: up to three for the answer, the rest for the verdict and a follow-up.</summary>
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

    /// <summary>Chooses questions and the words that each is asked in.</summary>
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
        List<(Question Question, double Key)> candidates = [.. bank
            .Where(question => question.Profiles.Contains(options.Profile))
            .Select(question => (question, Key(seed, question, options.Level, weak)))
            .OrderByDescending(candidate => candidate.Item2)
            .ThenBy(candidate => candidate.question.Id, StringComparer.Ordinal)];
        List<Question> chosen = [];
        int wanted = Math.Min(Rounds(options.Minutes), candidates.Count);
        while (chosen.Count < wanted)
        {
            // The first of the topics that have had the fewest questions.
            (Question Question, double Key) next = candidates.MinBy(candidate => chosen.Count(question => question.Topic == candidate.Question.Topic));
            chosen.Add(next.Question);
            candidates.Remove(next);
        }

        return [.. InOrder(chosen).Select(question => new PlannedQuestion(question.Id, Opening(seed, question)))];
    }

    private static double Key(ulong seed, Question question, int level, IReadOnlySet<string>? weak)
    {
        // The wanted level is the rule, one below it a warm-up, one above it a stretch.
        double weight = (question.Level - level) switch { 0 => 6, -1 => 2, 1 => 0.5, -2 => 0.5, _ => 0.1 };
        weight *= weak?.Contains(question.Id) == true ? WeakFactor : 1;
        return Math.Pow(new SeededChoice(SeededChoice.Mix(seed, question.Id)).NextDouble(), 1 / weight);
    }

    private static IEnumerable<Question> InOrder(List<Question> chosen)
    {
        // Stable and always ends: a question whose needs go in a circle is taken as if it had none.
        List<Question> left = [.. chosen.OrderBy(question => question.Level)];
        while (left.Count > 0)
        {
            Question next = left.FirstOrDefault(question => !left.Any(other => other != question && question.Needs.Contains(other.Id))) ?? left[0];
            left.Remove(next);
            yield return next;
        }
    }

    private static string Opening(ulong seed, Question question)
    {
        int pick = new SeededChoice(SeededChoice.Mix(seed, question.Id + "#opening")).Next(question.Openings.Count + 1);
        return pick == 0 ? question.Ask : question.Openings[pick - 1];
    }
}
