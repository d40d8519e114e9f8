using System.Globalization;
using Gradus.Hosting.Exchange;
using Gradus.Hosting.Services;
using Gradus.Interview.Questions;
using Gradus.Interview.Schedule.Fitting;
using Gradus.Web.Components.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Gradus.Web.Endpoints;

/// <summary>Reviews: the page, its settings, files in and out.</summary>
internal static class ReviewEndpoints
{
    /// <summary>Adds the pages and their forms.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/review", (GradusApplication application, string? question, bool? shown, bool? undone) => Page.Show<ReviewPage>(new
        {
            Question = question is null ? null : application.Reviews.Find(question),
            Shown = shown ?? false,
            Undone = undone ?? false,
        }));
        routes.MapPost("/review/{id}", async (GradusApplication application, HttpContext context, string id) =>
        {
            Question question = application.Reviews.Find(id);
            application.Reviews.Rate(question.Id, await QuestionEndpoints.ReadRatingAsync(context));
            return Page.SeeOther("/review");
        }).AsForm();
        routes.MapPost("/review/{id}/resume", (GradusApplication application, string id) =>
        {
            application.Reviews.Resume(application.Reviews.Find(id).Id);
            return Page.SeeOther("/review");
        }).AsForm();
        routes.MapPost("/review/undo", (GradusApplication application) =>
            Page.SeeOther(application.Reviews.Undo() is { } item ? $"/review?question={item.Question.Id}&undone=true" : "/review?undone=true")).AsForm();
        MapSettings(routes);
        MapFiles(routes);
    }

    private static void MapSettings(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/review/settings", (string? done) => Page.Show<ReviewSettingsPage>(new { Done = done }));
        routes.MapPost("/review/settings", async (GradusApplication application, HttpContext context) =>
        {
            IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
            application.Reviews.Change(application.Reviews.Preferences with
            {
                DesiredRetention = Number(form, "retention") / 100,
                NewPerDay = (int)Number(form, "new"),
                ReviewsPerDay = (int)Number(form, "reviews"),
                MaximumInterval = (int)Number(form, "longest"),
                RolloverHour = (int)Number(form, "rollover"),
            });
            return Page.SeeOther("/review/settings?done=saved");
        }).AsForm();
        routes.MapPost("/review/optimize", (GradusApplication application, HttpContext context) =>
        {
            FitReport report = application.Memory.Optimize(context.RequestAborted);
            return Page.Show<ReviewSettingsPage>(new { Report = report });
        }).AsForm();
        routes.MapPost("/review/reschedule", (GradusApplication application) =>
        {
            application.Memory.Reschedule();
            return Page.SeeOther("/review/settings?done=rescheduled");
        }).AsForm();
    }

    private static void MapFiles(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/review/export", (GradusApplication application, HttpContext context, string? format) =>
        {
            ExchangeFormat form = Enum.TryParse(format, ignoreCase: true, out ExchangeFormat known) && Enum.IsDefined(known)
                ? known
                : throw new ArgumentException($"The form '{format}' came; it must be json, csv, cards or apkg.", nameof(format));
            MemoryStream content = new();
            application.Exchange.Export(form, content);
            context.Response.Headers.CacheControl = "no-store";
            (string name, string type) = form switch
            {
                ExchangeFormat.Json => ("gradus-reviews.json", "application/json"),
                ExchangeFormat.Csv => ("gradus-reviews.csv", "text/csv; charset=utf-8"),
                ExchangeFormat.Cards => ("gradus-cards.txt", "text/plain; charset=utf-8"),
                _ => ("gradus.apkg", "application/octet-stream"),
            };
            return Results.File(content.ToArray(), type, name);
        });
        routes.MapPost("/review/import", async (GradusApplication application, HttpContext context) =>
        {
            IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
            IFormFile file = form.Files.GetFile("file") is { Length: > 0 } sent ? sent : throw new ArgumentException("No file came; choose one and send it again.", nameof(context));
            using MemoryStream content = new();
            await file.CopyToAsync(content, context.RequestAborted);
            return Page.Show<ReviewSettingsPage>(new { Imported = application.Exchange.Import(content.ToArray(), file.FileName) });
        }).AsForm().WithMetadata(new RequestSizeLimitAttribute(ImportLimits.FileBytes + (64 * 1024)));
    }

    private static double Number(IFormCollection form, string field)
    {
        string text = form[field].ToString().Trim();
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && number is >= 0 and <= 100_000
            ? number
            : throw new ArgumentException($"The field '{field}' holds '{text}'; a number from 0 up is needed.", nameof(form));
    }
}
