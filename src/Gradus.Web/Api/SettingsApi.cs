using Gradus.Hosting.Json;
using Gradus.Hosting.LanguageModels;
using Gradus.Hosting.Services;
using Gradus.Interview.Schedule;

namespace Gradus.Web.Api;

/// <summary>Settings and the history.</summary>
internal static class SettingsApi
{
    private const int MostEntries = 5_000;

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/settings", (GradusApplication application) => Results.Json(Now(application), GradusJson.Options))
            .Produces<SettingsBody>().Says("getSettings", "How days are counted, and which language model grades; its key is never told.");
        api.MapPut("/settings/days", (GradusApplication application, DaysBody body) =>
        {
            Preferences now = application.Reviews.Preferences;
            application.Reviews.Change(now with { Zone = body.Zone is { Length: > 0 } zone ? zone : null, RolloverHour = body.RolloverHour ?? now.RolloverHour });
            return Results.Json(Now(application), GradusJson.Options);
        }).Produces<SettingsBody>().Says("putDays", "Sets the time zone (IANA, or null for the machine's) and the hour at which a day begins.", 400);
        api.MapPut("/settings/model", (GradusApplication application, ModelBody body) =>
        {
            application.Model.Save(body.Address ?? "", body.Model ?? "", body.Key, body.TimeoutSeconds);
            return Results.Json(Now(application), GradusJson.Options);
        }).Produces<SettingsBody>().Says("putModel", "Sets the language model that grades beside Gradus; on a site with accounts only its owner can, elsewhere.", 400, 403);
        api.MapDelete("/settings/model", (GradusApplication application) =>
        {
            application.Model.Clear();
            return Results.NoContent();
        }).Produces(204).Says("deleteModel", "Grades without a language model.", 403);
        api.MapGet("/history", (GradusApplication application, int? limit) =>
            Results.Json(new HistoryBody([.. application.History.Recent(Math.Clamp(limit ?? 50, 1, MostEntries)).Select(One)]), GradusJson.Options))
            .Produces<HistoryBody>().Says("listHistory", "Practice answers, interviews and lab runs, what was touched last first; at most limit (50) of them.", 400);
    }

    private static SettingsBody Now(GradusApplication application) => new(
        application.Reviews.Preferences.Zone, application.Reviews.Preferences.RolloverHour,
        application.Model.Current is { } model ? Told(model, application.Model) : null);

    // On a shared site the person may know which model reads their answers; where it is and how it is reached is the owner's.
    private static ModelState Told(LanguageModelOptions model, ModelSettings settings) => settings.IsOwners
        ? new ModelState(null, model.Model, false, null, true)
        : new ModelState(model.Address, model.Model, model.Key is not null, model.Timeout.TotalSeconds, settings.IsFixed);

    private static EntryBody One(HistoryEntry entry) => entry switch
    {
        { Answer: { } answer } => new EntryBody(entry.At, "answer", answer.Id, answer.QuestionId, answer.Verdict?.Score, null),
        { Sitting: { } sitting } => new EntryBody(entry.At, "interview", sitting.Id, sitting.Options.Profile, sitting.Report?.Score, null),
        _ => new EntryBody(entry.At, "lab", entry.Lab!.RunId, entry.Lab.Summary.Id, null, entry.Lab.Summary.Verdict),
    };

    internal sealed record DaysBody(string? Zone, int? RolloverHour);

    internal sealed record ModelBody(string? Address, string? Model, string? Key, double? TimeoutSeconds);

    private sealed record ModelState(Uri? Address, string Model, bool HasKey, double? TimeoutSeconds, bool Fixed);

    private sealed record SettingsBody(string? Zone, int RolloverHour, ModelState? Model);

    private sealed record EntryBody(DateTimeOffset At, string Kind, string Id, string About, double? Score, string? Verdict);

    private sealed record HistoryBody(IReadOnlyList<EntryBody> Entries);
}
