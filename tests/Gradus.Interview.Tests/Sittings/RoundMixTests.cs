using Gradus.Interview.Questions;
using Gradus.Interview.Sittings;

namespace Gradus.Interview.Tests.Sittings;

public sealed class RoundMixTests
{
    private static readonly Question[] Bank =
    [
        .. Enumerable.Range(0, 60).Select(i => Verdicts.Question($"q{i:00}", $"topic-{i % 5}", (i % 3) + 1) with { Card = i % 2 == 0 ? new("", "", "", "", "") : null }),
        Verdicts.Question(RoundKinds.SystemQuestion, "system-design", 2) with { Kind = QuestionKind.Method },
    ];

    private static readonly InterviewOptions Options = new() { Minutes = 30, Seed = 1, Rounds = RoundMix.Mixed };

    [Theory]
    [InlineData(15, "Explain Explain Teach")]
    [InlineData(20, "Explain Explain Teach Unknown")]
    [InlineData(30, "Explain Explain Teach Unknown System")]
    [InlineData(40, "Explain Explain Explain Explain Teach Unknown System")]
    public void Plan_Mixed_HasOneOfEachKindThatFitsTheTime(int minutes, string kinds)
    {
        for (ulong seed = 0; seed < 50; seed++)
        {
            IReadOnlyList<PlannedQuestion> plan = InterviewPlanner.Plan(Options with { Minutes = minutes, Seed = seed }, Bank);

            Assert.Equal(kinds, string.Join(' ', plan.Select(planned => planned.Kind).Order()));
            Assert.Equal(plan.Count, plan.Select(planned => planned.Question).Distinct().Count());
            Assert.All(plan, planned => Assert.True(RoundKinds.Fits(planned.Kind, Bank.Single(question => question.Id == planned.Question), Options.Level)));
            Assert.Equal(minutes >= 25, plan[^1].Kind == RoundKind.System);
        }
    }

    [Theory]
    [InlineData(RoundMix.Teach, RoundKind.Teach, 6)]
    [InlineData(RoundMix.Unknown, RoundKind.Unknown, 6)]
    [InlineData(RoundMix.System, RoundKind.System, 1)]
    public void Plan_OneKind_AsksOnlyThat(RoundMix mix, RoundKind kind, int rounds)
    {
        IReadOnlyList<PlannedQuestion> plan = InterviewPlanner.Plan(Options with { Rounds = mix }, Bank);

        Assert.Equal(rounds, plan.Count);
        Assert.All(plan, planned => Assert.Equal(kind, planned.Kind));
    }

    [Fact]
    public void Plan_Topic_AsksOnlyItWhateverTheProfile()
    {
        IReadOnlyList<PlannedQuestion> plan = InterviewPlanner.Plan(Options with { Rounds = RoundMix.Explain, Profile = "nlp", Topic = "topic-3" }, Bank);

        Assert.Equal(6, plan.Count);
        Assert.All(plan, planned => Assert.Equal("topic-3", Bank.Single(question => question.Id == planned.Question).Topic));
    }

    [Fact]
    public void Plan_Mixed_ExplainedRoundsAreThoseOfTheUnmixedChoice()
    {
        string[] plain = [.. InterviewPlanner.Plan(Options with { Rounds = RoundMix.Explain, Minutes = 40 }, Bank).Select(planned => planned.Question)];
        string[] mixed = [.. InterviewPlanner.Plan(Options with { Minutes = 40 }, Bank).Where(planned => planned.Kind == RoundKind.Explain).Select(planned => planned.Question)];

        Assert.True(mixed.Intersect(plain).Count() >= 2, string.Join(' ', mixed));
    }

    [Fact]
    public void Words_Kinds_KeepTheQuestionAndSayHowItIsMeant()
    {
        Assert.Equal("Why?", RoundKinds.Words(RoundKind.Explain, "Why?", 0));
        Assert.All([RoundKind.Teach, RoundKind.Unknown, RoundKind.System], kind => Assert.EndsWith("\n\nWhy?", RoundKinds.Words(kind, "Why?", 7), StringComparison.Ordinal));
        Assert.NotEqual(RoundKinds.Words(RoundKind.Teach, "Why?", 0), RoundKinds.Words(RoundKind.Teach, "Why?", 1));
    }
}
