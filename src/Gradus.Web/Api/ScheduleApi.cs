using Gradus.Hosting.Json;
using Gradus.Hosting.Services;
using Gradus.Interview.Schedule;
using Gradus.Web.Endpoints;

namespace Gradus.Web.Api;

/// <summary>Reviews and the ratings of answers.</summary>
internal static class ScheduleApi
{
    private const int DaysAhead = 30;

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/reviews", (GradusApplication application) => Results.Json(
            new ReviewsBody([.. application.Reviews.Due().Select(One)], [.. application.Reviews.Upcoming(DaysAhead).Select(One)], [.. application.Reviews.Suspended().Select(One)]), GradusJson.Options))
            .Produces<ReviewsBody>().Says("listReviews", "What is due, what comes back within thirty days, and what is set aside.");
        api.MapPost("/reviews/{id}", (GradusApplication application, string id, RatingBody body) =>
            Results.Json(application.Reviews.Rate(Lookup.Question(application, id).Id, Rating(body)), GradusJson.Options))
            .Produces<CardState>().Says("rateReview", "Rates a question for the schedule: 1 again, 2 hard, 3 good, 4 easy.", 400, 404);
        api.MapPost("/reviews/{id}/resume", (GradusApplication application, string id) => Results.Json(application.Reviews.Resume(Lookup.Question(application, id).Id), GradusJson.Options))
            .Produces<CardState>().Says("resumeReview", "Brings a question back that was set aside.", 404);
        api.MapPost("/answers/{id}/rating", (GradusApplication application, string id, RatingBody body) =>
        {
            AnswerRecord answer = Lookup.Answer(application, id);
            return Results.Json(application.Reviews.Rate(answer.QuestionId, Rating(body), answer.Id), GradusJson.Options);
        }).Produces<CardState>().Says("rateAnswer", "Overrules the rating that the score of an answer proposed.", 400, 404);
    }

    private static Rating Rating(RatingBody body) => (Rating)(body.Rating ?? 0);

    private static ReviewBody One(ReviewItem item) => new(item.Question.Id, item.Question.Title, item.Card.Due, item.Retrievability, item.Card.Repetitions, item.Card.Lapses);

    private sealed record RatingBody(int? Rating);

    private sealed record ReviewBody(string Question, string Title, DateTimeOffset? Due, double Recall, int Repetitions, int Lapses);

    private sealed record ReviewsBody(IReadOnlyList<ReviewBody> Due, IReadOnlyList<ReviewBody> Upcoming, IReadOnlyList<ReviewBody> SetAside);
}
