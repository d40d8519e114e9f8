using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Gradus.Hosting.Json;
using Gradus.Hosting.Services;
using Gradus.Interview.Grading;
using Gradus.Interview.Questions;
using Gradus.Interview.Schedule;
using Gradus.Labs;
using Gradus.Web.Endpoints;
using Gradus.Web.Serving;

namespace Gradus.Web.Api;

/// <summary>The REST surface: the same services as the pages, JSON in the form of the command line, errors as problem+json.</summary>
internal static class GradusApi
{
    /// <summary>Adds everything below <c>/api</c>.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        QuestionApi.Map(api);
        AuthorApi.Map(api);
        SittingApi.Map(api);
        SettingsApi.Map(api);
        ReviewApi.Map(api);
        api.MapGet("/drafts/{key}", (GradusApplication application, string key) =>
            application.Practice.LoadDraft(key) is { } draft ? Results.Json(new DraftBody(draft.Text, draft.Elapsed.TotalSeconds), GradusJson.Options) : throw new UnknownIdException("draft", key, []))
            .Produces<DraftBody>().Says("getDraft", "What was being typed for question:ID or sitting:ID:ROUND.", 404);
        api.MapPut("/drafts/{key}", (GradusApplication application, string key, DraftBody draft) =>
        {
            application.Practice.SaveDraft(DraftName(key), AnswerTooLongException.Check(draft.Text), Seconds.Span(draft.ElapsedSeconds));
            return Results.NoContent();
        }).Produces(204).Says("putDraft", "Keeps what is being typed; the text before it is forgotten.", 400, 413);
        api.MapPost("/grade", (GradusApplication application, GradeBody body) =>
        {
            Question question = Lookup.Question(application, body.Question);
            return Results.Json(application.Grader.Grade(question, AnswerTooLongException.Check(body.Answer)), GradusJson.Options);
        }).Produces<Verdict>().Says("grade", "Grades an answer; nothing is stored.", 400, 404, 413);
        api.MapPost("/questions/{id}/answers", (GradusApplication application, string id, AnswerBody body) =>
        {
            AnswerRecord answer = application.Practice.Answer(Lookup.Question(application, id).Id, AnswerTooLongException.Check(body.Answer), Seconds.Span(body.ElapsedSeconds));
            return Answered(answer, StatusCodes.Status201Created);
        }).Produces<AnsweredBody>(201).Says("answerQuestion", "Saves an answer, grades it and schedules the question.", 400, 404, 413);
        api.MapGet("/answers/{id}", (GradusApplication application, string id) => Answered(Lookup.Answer(application, id), StatusCodes.Status200OK))
            .Produces<AnsweredBody>().Says("getAnswer", "An answer with its verdict.", 404);
        api.MapGet("/labs", (GradusApplication application) => Results.Json(new LabsBody([.. application.Labs.All.Select(One)]), GradusJson.Options))
            .Produces<LabsBody>().Says("listLabs", "The labs that can be run.");
        api.MapGet("/labs/{id}", (GradusApplication application, string id) => Results.Json(One(application.Labs.Find(id)), GradusJson.Options))
            .Produces<LabBody>().Says("getLab", "A lab: what it claims and what it measures.", 404);
        api.MapPost("/labs/{id}/runs", (GradusApplication application, string id, RunBody? body) =>
        {
            Lab lab = application.Labs.Find(id);
            return Running(application.Labs.StartRun(lab.Id, LabLimits.Request(body?.Seed, body?.Seeds)), StatusCodes.Status202Accepted);
        }).Produces<RunningBody>(202).Says("runLab", "Queues a run of a lab; its events tell of it.", 400, 404, 503);
        api.MapGet("/runs/{id}", (GradusApplication application, string id) => Running(Run(application, id), StatusCodes.Status200OK))
            .Produces<RunningBody>().Says("getRun", "A run of a lab as it stands.", 404);
        api.MapDelete("/runs/{id}", (GradusApplication application, string id) =>
        {
            application.Labs.Cancel(Run(application, id).Id);
            return Results.NoContent();
        }).Produces(204).Says("cancelRun", "Stops a run; nothing is recorded.", 404);
        api.MapGet("/runs/{id}/events", (GradusApplication application, IHostApplicationLifetime lifetime, HttpContext context, string id) =>
        {
            // A page that listens must not hold up the end of the program.
            CancellationTokenSource ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
            context.Response.RegisterForDispose(ends);
            return TypedResults.ServerSentEvents(Events(application, Run(application, id).Id, ends.Token));
        }).Says("watchRun", "Server-sent events of a run: started, progress, completed, failed, cancelled.", 404);
    }

    private static LabRun Run(GradusApplication application, string id) => application.Labs.FindRun(id) ?? throw new UnknownIdException("run", id, []);

    private static string DraftName(string key) =>
        key.Length <= 200 && (key.StartsWith("question:", StringComparison.Ordinal) || key.StartsWith("sitting:", StringComparison.Ordinal))
            ? key
            : throw new ArgumentException($"The draft '{(key.Length <= 200 ? key : key[..200])}' came; a draft is named question:ID or sitting:ID:ROUND.", nameof(key));

    private static IResult Answered(AnswerRecord answer, int status) => Results.Json(
        new AnsweredBody(answer.Id, answer.QuestionId, answer.SubmittedAt, answer.Elapsed.TotalSeconds, answer.Verdict, answer.Rating, answer.NextReview), GradusJson.Options, statusCode: status);

    private static IResult Running(LabRun run, int status) => Results.Json(
        new RunningBody(run.Id, run.LabId, run.Status.ToString().ToLowerInvariant(), run.Result, run.Error, $"/api/runs/{run.Id}/events"), GradusJson.Options, statusCode: status);

    private static async IAsyncEnumerable<SseItem<string>> Events(GradusApplication application, string runId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (LabEvent happened in application.Labs.Subscribe(runId, cancellationToken))
        {
            (string name, object data) = happened switch
            {
                LabStarted => ("started", new { }),
                LabProgressed progressed => ("progress", Value(progressed.Progress)),
                LabCompleted completed => ("completed", completed.Result),
                LabFailed failed => ("failed", new { failed.Error }),
                LabCancelled => ("cancelled", (object)new { }),
                _ => throw new NotSupportedException($"A lab run told of a {happened.GetType().Name}; teach the events page to send it."),
            };
            yield return new SseItem<string>(JsonSerializer.Serialize(data, data.GetType(), GradusJson.Options), name);
        }
    }

    // Seeds go as text: a script's numbers end at 2 to the 53.
    private static object Value(LabProgress progress) => new
    {
        Seed = progress.Seed.ToString(CultureInfo.InvariantCulture),
        progress.Series,
        X = double.IsFinite(progress.X) ? progress.X : (double?)null,
        Y = double.IsFinite(progress.Y) ? progress.Y : (double?)null,
        progress.Done,
    };

    private static LabBody One(Lab lab) => new(lab.Id, lab.Title, lab.Hypothesis, lab.EffectDescription);

    private sealed record AnsweredBody(string Id, string Question, DateTimeOffset SubmittedAt, double ElapsedSeconds, Verdict? Verdict, Rating? Rating, DateTimeOffset? NextReview);

    private sealed record RunningBody(string Id, string Lab, string Status, LabResult? Result, string? Error, string Events);

    private sealed record LabBody(string Id, string Title, string Hypothesis, string EffectDescription);

    private sealed record LabsBody(IReadOnlyList<LabBody> Labs);

    internal sealed record DraftBody(string? Text, double? ElapsedSeconds);

    internal sealed record GradeBody(string Question, string? Answer);

    internal sealed record AnswerBody(string? Answer, double? ElapsedSeconds);

    internal sealed record RunBody(ulong? Seed, int? Seeds);
}
