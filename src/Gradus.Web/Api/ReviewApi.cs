using Gradus.Hosting.Exchange;
using Gradus.Hosting.Json;
using Gradus.Hosting.Services;
using Gradus.Interview.Schedule;
using Gradus.Interview.Schedule.Fitting;
using Gradus.Web.Endpoints;

namespace Gradus.Web.Api;

/// <summary>Reviews and the ratings of answers: what the review pages do.</summary>
internal static class ReviewApi
{
    private const int DaysAhead = 30;
    private const int DaysOfLoad = 14;

    /// <summary>Adds everything below <c>/api/reviews</c>, and the ratings of answers.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        MapRatings(api);
        MapSettings(api);
        MapMemory(api);
        api.MapPost("/reviews/import", async (GradusApplication application, HttpContext context, string? name) =>
        {
            using MemoryStream content = new();
            await context.Request.Body.CopyToAsync(content, context.RequestAborted);
            return Results.Json(application.Exchange.Import(content.ToArray(), name ?? "import"), GradusJson.Options);
        }).WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(ImportLimits.FileBytes))
            .Produces<ImportSummary>().Says("importReviews", "Takes reviews and cards from a file of Gradus, CSV, text or an Anki package: all of it or nothing.", 413, 422);
    }

    private static void MapRatings(IEndpointRouteBuilder api)
    {
        api.MapGet("/reviews", (GradusApplication application) => Results.Json(
            new ReviewsBody(
                [.. application.Reviews.Due().Select(One)], [.. application.Reviews.New().Select(One)], [.. application.Reviews.Upcoming(DaysAhead).Select(One)],
                [.. application.Reviews.Suspended().Select(One)], application.Reviews.Waiting()),
            GradusJson.Options))
            .Produces<ReviewsBody>().Says("listReviews", "What is due, what is new today, what comes back within thirty days, what is set aside, and how many wait behind the daily limits.");
        api.MapPost("/reviews/{id}", (GradusApplication application, string id, RatingBody body) =>
            Results.Json(application.Reviews.Rate(application.Reviews.Find(id).Id, Rating(body)), GradusJson.Options))
            .Produces<CardState>().Says("rateReview", "Rates a question for the schedule: 1 again, 2 hard, 3 good, 4 easy.", 400, 404);
        api.MapPost("/reviews/{id}/resume", (GradusApplication application, string id) => Results.Json(application.Reviews.Resume(application.Reviews.Find(id).Id), GradusJson.Options))
            .Produces<CardState>().Says("resumeReview", "Brings a question back that was set aside.", 404);
        api.MapPost("/reviews/undo", (GradusApplication application) => application.Reviews.Undo() is { } item ? Results.Json(One(item), GradusJson.Options) : throw new UnknownIdException("rating of today", "to take back", []))
            .Produces<ReviewBody>().Says("undoReview", "Takes the last rating of today back.", 404);
        api.MapPost("/answers/{id}/rating", (GradusApplication application, string id, RatingBody body) =>
        {
            AnswerRecord answer = Lookup.Answer(application, id);
            return Results.Json(application.Reviews.Rate(answer.QuestionId, Rating(body), answer.Id), GradusJson.Options);
        }).Produces<CardState>().Says("rateAnswer", "Overrules the rating that the score of an answer proposed.", 400, 404);
    }

    private static void MapSettings(IEndpointRouteBuilder api)
    {
        api.MapGet("/reviews/settings", (GradusApplication application) => Results.Json(application.Reviews.Preferences, GradusJson.Options))
            .Produces<Preferences>().Says("getReviewSettings", "Retention, limits and days of reviews.");
        api.MapPut("/reviews/settings", (GradusApplication application, Preferences preferences) =>
        {
            application.Reviews.Change(preferences);
            return Results.Json(application.Reviews.Preferences, GradusJson.Options);
        }).Produces<Preferences>().Says("putReviewSettings", "Sets retention, limits and days of reviews; what is left out gets its default.", 400);
    }

    private static void MapMemory(IEndpointRouteBuilder api)
    {
        api.MapGet("/reviews/stats", (GradusApplication application) => Results.Json(new { Methods = application.Memory.Calibrate(), Load = application.Memory.Load(DaysOfLoad) }, GradusJson.Options))
            .Produces(200).Says("getReviewStats", "How well the schedule foretold the person's own reviews, beside simpler methods, and the load of the next two weeks.");
        api.MapPost("/reviews/optimize", (GradusApplication application, HttpContext context) => Results.Json(application.Memory.Optimize(context.RequestAborted), GradusJson.Options))
            .Produces<FitReport>().Says("optimizeReviews", "Fits the weights of FSRS-6 to the person's own reviews; they are kept where they foretell unseen days better.");
        api.MapGet("/reviews/reschedule", (GradusApplication application) => Results.Json(application.Memory.PlanReschedule(), GradusJson.Options))
            .Produces(200).Says("planReschedule", "What new dates by the weights in force would move; nothing is changed.");
        api.MapPost("/reviews/reschedule", (GradusApplication application) => Results.Json(application.Memory.Reschedule(), GradusJson.Options))
            .Produces(200).Says("reschedule", "Gives new dates by the weights in force, spread so that no day is flooded.");
    }

    private static Rating Rating(RatingBody body) => (Rating)(body.Rating ?? 0);

    private static ReviewBody One(ReviewItem item) => new(item.Question.Id, item.Question.Title, item.Card.Due, item.Retrievability, item.Card.Repetitions, item.Card.Lapses);

    internal sealed record RatingBody(int? Rating);

    private sealed record ReviewBody(string Question, string Title, DateTimeOffset? Due, double Recall, int Repetitions, int Lapses);

    private sealed record ReviewsBody(IReadOnlyList<ReviewBody> Due, IReadOnlyList<ReviewBody> New, IReadOnlyList<ReviewBody> Upcoming, IReadOnlyList<ReviewBody> SetAside, int Waiting);
}
