using Gradus.Hosting.Json;
using Gradus.Hosting.Services;
using Gradus.Interview.Sittings;
using Gradus.Web.Serving;

namespace Gradus.Web.Api;

/// <summary>Interviews.</summary>
internal static class SittingApi
{
    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/interviews", (GradusApplication application) =>
            Results.Json(new ListBody([.. application.Interviews.Unfinished().Concat(application.History.Sittings()).Select(One)]), GradusJson.Options))
            .Produces<ListBody>().Says("listInterviews", "Unfinished interviews, then finished ones, the newest first.");
        api.MapPost("/interviews", (GradusApplication application, TimeProvider clock, StartBody body) =>
        {
            InterviewOptions standard = new();
            Sitting sitting = application.Interviews.Start(standard with
            {
                Profile = body.Profile ?? standard.Profile,
                Level = body.Level ?? standard.Level,
                Minutes = body.Minutes ?? standard.Minutes,
                Seed = body.Seed ?? (ulong)clock.GetUtcNow().ToUnixTimeSeconds(),
                PreferWeak = body.Seed is null,
            });
            return Results.Json(One(sitting), GradusJson.Options, statusCode: StatusCodes.Status201Created);
        }).Produces<SittingBody>(201).Says("startInterview", "Starts an interview; a seed gives the same questions to anyone, without one what is weak comes first.", 400, 404);
        api.MapGet("/interviews/{id}", (GradusApplication application, string id) => Results.Json(One(application.Interviews.Get(id)), GradusJson.Options))
            .Produces<SittingBody>().Says("getInterview", "An interview as it stands; the report when it is finished.", 404);
        api.MapPost("/interviews/{id}/answers", (GradusApplication application, string id, AnswerBody body) =>
            Results.Json(One(application.Interviews.Answer(id, AnswerTooLongException.Check(body.Answer), Seconds.Span(body.ElapsedSeconds), body.Round)), GradusJson.Options))
            .Produces<SittingBody>().Says("answerInterview", "Answers the current round; naming the round makes a second sending harmless.", 400, 404, 409, 413);
        api.MapPost("/interviews/{id}/skip", (GradusApplication application, string id, RoundBody? body) => Results.Json(One(application.Interviews.Skip(id, body?.Round)), GradusJson.Options))
            .Produces<SittingBody>().Says("skipInterviewRound", "Passes over the current round.", 400, 404, 409);
        api.MapPost("/interviews/{id}/finish", (GradusApplication application, string id) =>
        {
            application.Interviews.Finish(id);
            return Results.Json(One(application.Interviews.Get(id)), GradusJson.Options);
        }).Produces<SittingBody>().Says("finishInterview", "Ends an interview and makes its report.", 404, 409);
        api.MapDelete("/interviews/{id}", (GradusApplication application, string id) =>
        {
            application.Interviews.Abandon(id);
            return Results.NoContent();
        }).Produces(204).Says("abandonInterview", "Gives an interview up; its answers stay in the history.", 404, 409);
    }

    private static SittingBody One(Sitting sitting) => new(
        sitting.Id, sitting.Status, sitting.Options, sitting.StartedAt, sitting.EndedAt, sitting.PlannedLeft,
        [.. sitting.Rounds.Select(round => new RoundState(round.Number, round.Question, round.Ask, round.FollowUpOf, round.AnswerId, round.Verdict?.Score, round.Skipped))],
        sitting.Current?.Number, sitting.Report);

    private sealed record ListBody(IReadOnlyList<SittingBody> Interviews);

    private sealed record StartBody(string? Profile, int? Level, int? Minutes, ulong? Seed);

    private sealed record AnswerBody(string? Answer, double? ElapsedSeconds, int? Round);

    private sealed record RoundBody(int? Round);

    private sealed record RoundState(int Number, string Question, string Ask, int? FollowUpOf, string? AnswerId, double? Score, bool Skipped);

    private sealed record SittingBody(
        string Id, SittingStatus Status, InterviewOptions Options, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, int PlannedLeft, IReadOnlyList<RoundState> Rounds, int? CurrentRound, SittingReport? Report);
}
