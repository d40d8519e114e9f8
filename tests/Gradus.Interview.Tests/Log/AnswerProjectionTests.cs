using Gradus.Interview.Log;
using Gradus.Interview.Schedule;
using Gradus.Interview.Tests.Sittings;

namespace Gradus.Interview.Tests.Log;

public sealed class AnswerProjectionTests
{
    [Fact]
    public void Fold_GradesAndRatings_FirstGradeAndLastRatingStand()
    {
        LogEvent[] events =
        [
            new AnswerSubmitted("a", "q", "?", "text", 1),
            new AnswerGraded("a", "q", Verdicts.Of("q", 0.7)),
            new AnswerGraded("a", "q", Verdicts.Of("q", 0.1)),
            new ReviewRated("q", Rating.Good, new DateOnly(2026, 11, 21), "a", true),
            new ReviewRated("q", Rating.Easy, new DateOnly(2026, 11, 21), "a", false),
            new ReviewRated("q", Rating.Hard, new DateOnly(2026, 11, 21), "a", false),
            new ReviewRated("q", Rating.Again, new DateOnly(2026, 11, 21), null, false),
            new AnswerGraded("other", "q", Verdicts.Of("q", 1)),
            new AnswerSubmitted("b", "q", "?", "later", 1),
        ];

        IReadOnlyList<LoggedAnswer> answers = AnswerProjection.Fold(events.Select((@event, i) => new LoggedEvent(i, $"{i}", default, @event)));

        Assert.Equal(["a", "b"], answers.Select(answer => answer.Submitted.AnswerId));
        Assert.Equal((0.7, Rating.Good, Rating.Hard), (answers[0].Verdict!.Score, answers[0].Proposed, answers[0].Rating));
        Assert.Null(answers[1].Verdict);
        Assert.Null(answers[1].Rating);
    }

    [Fact]
    public void Fold_OverrulingTakenBack_GivesTheRatingBeforeIt()
    {
        LogEvent[] events =
        [
            new AnswerSubmitted("a", "q", "?", "text", 1),
            new ReviewRated("q", Rating.Good, new DateOnly(2026, 11, 21), "a", true),
            new ReviewRated("q", Rating.Easy, new DateOnly(2026, 11, 21), "a", false),
            new ReviewRated("q", Rating.Hard, new DateOnly(2026, 11, 21), "a", false),
            new ReviewUndone("q", "3", "a"),
            new ReviewUndone("q", "2", "a"),
        ];

        Rating? After(int count) => Assert.Single(AnswerProjection.Fold(events.Take(count).Select((@event, i) => new LoggedEvent(i, $"{i}", default, @event)))).Rating;

        Assert.Equal([Rating.Hard, Rating.Easy, Rating.Good], [After(4), After(5), After(6)]);
    }
}
