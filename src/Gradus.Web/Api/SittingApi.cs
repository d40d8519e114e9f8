using Gradus.Hosting.Json;
using Gradus.Hosting.Services;
using Gradus.Interview.Questions;
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
                Topic = body.Topic,
                Rounds = body.Rounds ?? standard.Rounds,
            });
            return Results.Json(One(sitting), GradusJson.Options, statusCode: StatusCodes.Status201Created);
        }).Produces<SittingBody>(201).Says("startInterview", "Starts an interview. A seed gives the same questions to anyone, without one what is weak comes first; a topic practises that topic alone; rounds are explain, mixed, teach, unknown or system.", 400, 404, 409);
        api.MapGet("/interviews/{id}", (GradusApplication application, string id) => Results.Json(One(application.Interviews.Get(id)), GradusJson.Options))
            .Produces<SittingBody>().Says("getInterview", "An interview as it stands; the report when it is finished.", 404);
        api.MapPost("/interviews/{id}/answers", (GradusApplication application, string id, AnswerBody body) =>
            Results.Json(One(application.Interviews.Answer(id, AnswerTooLongException.Check(body.Answer), Seconds.Span(body.ElapsedSeconds), body.Round)), GradusJson.Options))
            .Produces<SittingBody>().Says("answerInterview", "Answers the current round; naming the round makes a second sending harmless.", 400, 404, 409, 413);
        api.MapPost("/interviews/{id}/skip", (GradusApplication application, string id, RoundBody? body) => Results.Json(One(application.Interviews.Skip(id, body?.Round)), GradusJson.Options))
            .Produces<SittingBody>().Says("skipInterviewRound", "Passes over the current round.", 400, 404, 409);
        api.MapPost("/interviews/{id}/hints", (GradusApplication application, string id, HintBody? body) => Results.Json(One(Hint(application, id, body)), GradusJson.Options))
            .Produces<SittingBody>().Says("takeInterviewHint", "Takes a hint after what the draft leaves out, which costs a share of the round's score; it is the last of the current round's hints. Without a draft the saved one counts.", 400, 404, 409, 413);
        api.MapPost("/interviews/{id}/pause", (GradusApplication application, string id) => Results.Json(One(application.Interviews.Pause(id)), GradusJson.Options))
            .Produces<SittingBody>().Says("pauseInterview", "Pauses an interview; the time until it goes on does not count. Pausing again changes nothing.", 404, 409);
        api.MapPost("/interviews/{id}/resume", (GradusApplication application, string id) => Results.Json(One(application.Interviews.Resume(id)), GradusJson.Options))
            .Produces<SittingBody>().Says("resumeInterview", "Goes on with a paused interview; answering goes on too.", 404, 409);
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

    private static Sitting Hint(GradusApplication application, string id, HintBody? body)
    {
        int? round = body?.Round ?? application.Interviews.Get(id).Current?.Number;
        string? draft = body?.Draft ?? (round is { } number ? application.Practice.LoadDraft(DraftKey.ForRound(id, number))?.Text : null);
        return application.Interviews.TakeHint(id, AnswerTooLongException.Check(draft), round);
    }

    private static SittingBody One(Sitting sitting) => new(
        sitting.Id, sitting.Status, sitting.Options, sitting.StartedAt, sitting.EndedAt, sitting.PausedAt, sitting.Paused.TotalSeconds, sitting.PlannedLeft,
        [.. sitting.Rounds.Select(round => new RoundState(round.Number, round.Question, round.Kind, round.Ask, round.FollowUpOf, round.Hints, round.AnswerId, round.Verdict is null ? null : round.Score, round.Skipped))],
        sitting.Current?.Number, sitting.Report);

    private sealed record ListBody(IReadOnlyList<SittingBody> Interviews);

    internal sealed record StartBody(string? Profile, int? Level, int? Minutes, ulong? Seed, string? Topic, RoundMix? Rounds);

    internal sealed record AnswerBody(string? Answer, double? ElapsedSeconds, int? Round);

    internal sealed record RoundBody(int? Round);

    internal sealed record HintBody(string? Draft, int? Round);

    private sealed record RoundState(int Number, string Question, RoundKind Kind, string Ask, int? FollowUpOf, IReadOnlyList<Hint> Hints, string? AnswerId, double? Score, bool Skipped);

    private sealed record SittingBody(
        string Id, SittingStatus Status, InterviewOptions Options, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, DateTimeOffset? PausedAt, double PausedSeconds, int PlannedLeft,
        IReadOnlyList<RoundState> Rounds, int? CurrentRound, SittingReport? Report);
}
