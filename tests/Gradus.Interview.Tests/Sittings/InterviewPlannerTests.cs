using Gradus.Interview.Questions;
using Gradus.Interview.Sittings;

namespace Gradus.Interview.Tests.Sittings;

public sealed class InterviewPlannerTests
{
    private static readonly Question[] Bank =
    [
        .. Enumerable.Range(0, 60).Select(i => Verdicts.Question($"q{i:00}", $"topic-{i % 5}", (i % 3) + 1, profiles: i % 2 == 0 ? ["general", "nlp"] : ["general"])),
    ];

    private static readonly InterviewOptions Options = new() { Minutes = 30, Seed = 1 };

    [Theory]
    [InlineData(1, 3)]
    [InlineData(15, 3)]
    [InlineData(29, 5)]
    [InlineData(30, 6)]
    [InlineData(600, 8)]
    public void Rounds_Minutes_OneForFive(int minutes, int rounds)
    {
        Assert.Equal(rounds, InterviewPlanner.Rounds(minutes));
        Assert.Equal(rounds, InterviewPlanner.Plan(Options with { Minutes = minutes }, Bank).Count);
    }

    [Fact]
    public void Plan_SameInput_IsTheSameWhateverTheOrderOfTheBank() =>
        Assert.Equal(InterviewPlanner.Plan(Options, Bank), InterviewPlanner.Plan(Options, Bank.Reverse()));

    [Fact]
    public void Plan_SeedOne_StaysAsItWas()
    {
        // Worked out by an independent program. What a seed chooses is part of the contract: a link or a script reproduces an interview. Change it only on purpose.
        Assert.Equal(["q04", "q46", "q10", "q22", "q34", "q38"], InterviewPlanner.Plan(Options, Bank).Select(planned => planned.Question));
    }

    [Fact]
    public void Plan_Seeds_ChooseDifferently() =>
        Assert.True(Enumerable.Range(1, 40).Select(seed => string.Join(' ', InterviewPlanner.Plan(Options with { Seed = (ulong)seed }, Bank).Select(planned => planned.Question))).Distinct().Count() > 38);

    [Fact]
    public void Plan_AnySeed_SpreadsOverTopicsWithoutRepeats()
    {
        for (ulong seed = 0; seed < 50; seed++)
        {
            Question[] chosen = Chosen(Options with { Seed = seed });

            Assert.Equal(6, chosen.Select(question => question.Id).Distinct().Count());
            Assert.All(chosen.GroupBy(question => question.Topic), topic => Assert.InRange(topic.Count(), 1, 2));
            Assert.Equal(5, chosen.Select(question => question.Topic).Distinct().Count());
            Assert.Equal(chosen.Select(question => question.Level).Order(), chosen.Select(question => question.Level));
        }
    }

    [Fact]
    public void Plan_Profile_AsksOnlyItsQuestions() =>
        Assert.All(Chosen(Options with { Profile = "nlp" }), question => Assert.Contains("nlp", question.Profiles));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Plan_Level_IsTheCommonestOfTheChosen(int level)
    {
        int[] counts = new int[4];
        for (ulong seed = 0; seed < 100; seed++)
        {
            foreach (Question question in Chosen(Options with { Level = level, Seed = seed }))
            {
                counts[question.Level]++;
            }
        }

        Assert.Equal(level, Array.IndexOf(counts, counts.Max()));
        Assert.True(counts[level] > counts.Sum() / 2, string.Join(' ', counts));
    }

    [Fact]
    public void Plan_WeakQuestions_ComeOftener()
    {
        HashSet<string> weak = [.. Bank.Where((_, i) => i % 10 == 0).Select(question => question.Id)];
        int plain = 0;
        int preferred = 0;
        for (ulong seed = 0; seed < 100; seed++)
        {
            plain += InterviewPlanner.Plan(Options with { Seed = seed }, Bank).Count(planned => weak.Contains(planned.Question));
            preferred += InterviewPlanner.Plan(Options with { Seed = seed }, Bank, weak).Count(planned => weak.Contains(planned.Question));
        }

        Assert.True(preferred > 1.8 * plain, $"{preferred} with preference, {plain} without");
    }

    [Fact]
    public void Plan_QuestionAdded_ChangesAtMostOneOfTheChosen()
    {
        for (ulong seed = 0; seed < 50; seed++)
        {
            InterviewOptions options = Options with { Seed = seed, Minutes = 25 };
            string[] before = [.. InterviewPlanner.Plan(options, Bank).Select(planned => planned.Question)];
            string[] after = [.. InterviewPlanner.Plan(options, [.. Bank, Verdicts.Question("new", "topic-1")]).Select(planned => planned.Question)];

            Assert.True(before.Except(after).Count() <= 1);
        }
    }

    [Fact]
    public void Plan_Needs_ComeFirstAndCirclesEnd()
    {
        Question[] bank = [Verdicts.Question("a", "t1", needs: ["c"]), Verdicts.Question("b", "t2", needs: ["a"]), Verdicts.Question("c", "t3", needs: [])];
        Question[] circle = [Verdicts.Question("a", "t1", needs: ["b"]), Verdicts.Question("b", "t2", needs: ["a"]), Verdicts.Question("c", "t3")];

        Assert.Equal(["c", "a", "b"], InterviewPlanner.Plan(Options, bank).Select(planned => planned.Question));
        Assert.Equal(3, InterviewPlanner.Plan(Options, circle).Count);
    }

    [Fact]
    public void Plan_Openings_AreUsedToo()
    {
        string[] asks = [.. Enumerable.Range(0, 30).SelectMany(seed => InterviewPlanner.Plan(Options with { Seed = (ulong)seed }, Bank)).Select(planned => planned.Ask[3..])];

        Assert.Equal([" again?", " otherwise?", "?"], asks.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Plan_SmallBankOrNone_AsksWhatThereIs()
    {
        Assert.Single(InterviewPlanner.Plan(Options, Bank.Take(1)));
        Assert.Empty(InterviewPlanner.Plan(Options with { Profile = "clinical" }, Bank));
        Assert.Throws<ArgumentOutOfRangeException>(() => InterviewPlanner.Plan(Options with { Level = 0 }, Bank));
        Assert.Throws<ArgumentOutOfRangeException>(() => InterviewPlanner.Plan(Options with { Minutes = -5 }, Bank));
    }

    private static Question[] Chosen(InterviewOptions options) => [.. InterviewPlanner.Plan(options, Bank).Select(planned => Bank.Single(question => question.Id == planned.Question))];
}
