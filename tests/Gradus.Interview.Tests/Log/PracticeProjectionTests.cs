using Gradus.Interview.Log;
using Gradus.Interview.Schedule;
using Gradus.Interview.Tests.Sittings;

namespace Gradus.Interview.Tests.Log;

public sealed class PracticeProjectionTests
{
    private static readonly DateTimeOffset Time = new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Apply_TwoGradedAnswers_NewestWeighsMost()
    {
        PracticeProjection projection = Fold(Submitted("a"), Graded("a", 0.5), Submitted("b"), Graded("b", 1));

        QuestionPractice practice = projection.Of("q")!;
        Assert.Equal((0.6 * 1) + (0.4 * 0.5), practice.Score!.Value, 12);
        Assert.Equal((2, 1.0), (practice.Answers, practice.Best));
        Assert.Equal(Time.AddSeconds(4), practice.LastGraded);
    }

    [Fact]
    public void Apply_AnswerGradedTwice_FirstGradeStands()
    {
        PracticeProjection projection = Fold(Submitted("a"), Graded("a", 0.5), Graded("a", 1));

        Assert.Equal((1, 0.5), (projection.Of("q")!.Answers, projection.Of("q")!.Score));
    }

    [Fact]
    public void Apply_FollowUp_IsPracticeAndNoGradeOfTheQuestion()
    {
        PracticeProjection projection = Fold(Submitted("a", followUp: true), Graded("a", 1));

        Assert.Null(projection.Of("q"));
        Assert.Equal(PracticeActKind.Answer, Assert.Single(projection.Acts).Kind);
    }

    [Fact]
    public void Apply_RatingOfAnAnswer_IsNoReviewOfItsOwn()
    {
        PracticeProjection projection = Fold(Submitted("a"), new ReviewRated("q", Rating.Easy, default, "a", true), new ReviewRated("r", Rating.Hard, default, null, false));

        Assert.Equal([PracticeActKind.Answer, PracticeActKind.Review], projection.Acts.Select(act => act.Kind));
        Assert.Equal((Rating.Easy, Rating.Hard), (projection.Of("q")!.LastRating, projection.Of("r")!.LastRating));
        Assert.Equal(3, projection.Sequence);
    }

    [Fact]
    public void Apply_RatingTakenBack_IsAsIfItHadNotBeenGiven()
    {
        ReviewRated hard = new("q", Rating.Hard, default, null, false), easy = new("q", Rating.Easy, default, null, false);

        PracticeProjection one = Fold(hard, easy, new ReviewUndone("q", "e2"), new ReviewUndone("q", "e2")), none = Fold(hard, new ReviewUndone("q", "e1"));

        Assert.Equal((Rating.Hard, 1), (one.Of("q")!.LastRating!.Value, one.Acts.Count));
        Assert.Null(none.Of("q")!.LastRating);
        Assert.Empty(none.Acts);
    }

    private static PracticeProjection Fold(params LogEvent[] events)
    {
        PracticeProjection projection = new();
        for (int i = 1; i <= events.Length; i++)
        {
            projection.Apply(new LoggedEvent(i, $"e{i}", Time.AddSeconds(i), events[i - 1]));
        }

        return projection;
    }

    private static AnswerSubmitted Submitted(string id, bool followUp = false) => new(id, "q", "q?", "text", 10, FollowUp: followUp);

    private static AnswerGraded Graded(string id, double score) => new(id, "q", Verdicts.Of("q", score));
}
