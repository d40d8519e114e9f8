using Gradus.Hosting.Exchange;
using Gradus.Hosting.Json;
using Gradus.Hosting.Services;
using Gradus.Interview.Questions;
using Gradus.Interview.Schedule;
using Gradus.Interview.Schedule.Fitting;

namespace Gradus.Web.Api;

/// <summary>Reviews over REST: what the review pages do.</summary>
internal static class ReviewApi
{
    /// <summary>Adds everything below <c>/api/review</c>.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/review", (GradusApplication application) => Results.Json(
            new { Due = application.Reviews.Due().Select(Item), New = application.Reviews.New().Select(Item), Waiting = application.Reviews.Waiting() }, GradusJson.Options));
        api.MapPost("/review/{id}", (GradusApplication application, string id, RatingBody body) =>
        {
            Question question = application.Reviews.Find(id);
            return Results.Json(Card(application.Reviews.Rate(question.Id, (Rating)body.Rating)), GradusJson.Options);
        });
        api.MapPost("/review/undo", (GradusApplication application) => application.Reviews.Undo() is { } item ? Results.Json(Item(item), GradusJson.Options) : throw new UnknownIdException("rating of today", "to take back", []));
        api.MapGet("/review/settings", (GradusApplication application) => Results.Json(application.Reviews.Preferences, GradusJson.Options));
        api.MapPut("/review/settings", (GradusApplication application, Preferences preferences) =>
        {
            application.Reviews.Change(preferences);
            return Results.Json(application.Reviews.Preferences, GradusJson.Options);
        });
        api.MapGet("/review/stats", (GradusApplication application) => Results.Json(new { Methods = application.Memory.Calibrate(), Load = application.Memory.Load(14) }, GradusJson.Options));
        api.MapPost("/review/optimize", (GradusApplication application, HttpContext context) =>
        {
            FitReport report = application.Memory.Optimize(context.RequestAborted);
            return Results.Json(report, GradusJson.Options);
        });
        api.MapGet("/review/reschedule", (GradusApplication application) => Results.Json(application.Memory.PlanReschedule(), GradusJson.Options));
        api.MapPost("/review/reschedule", (GradusApplication application) => Results.Json(application.Memory.Reschedule(), GradusJson.Options));
        api.MapPost("/review/import", async (GradusApplication application, HttpContext context, string? name) =>
        {
            using MemoryStream content = new();
            await context.Request.Body.CopyToAsync(content, context.RequestAborted);
            return Results.Json(application.Exchange.Import(content.ToArray(), name ?? "import"), GradusJson.Options);
        }).WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(ImportLimits.FileBytes));
    }

    private static object Item(ReviewItem item) => new { Question = item.Question.Id, item.Question.Title, item.Retrievability, Card = Card(item.Card) };

    private static object Card(CardState card) => new { card.Phase, card.Due, card.IntervalDays, card.Memory?.Stability, card.Memory?.Difficulty, card.Repetitions, card.Lapses, card.Suspended };

    private sealed record RatingBody(int Rating);
}
