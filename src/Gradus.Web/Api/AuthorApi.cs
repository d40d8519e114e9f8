using Gradus.Hosting.Json;
using Gradus.Hosting.Services;
using Gradus.Hosting.Services.Authoring;
using Gradus.Interview.Grading;
using Gradus.Interview.Questions;
using Gradus.Web.Serving;

namespace Gradus.Web.Api;

/// <summary>Questions of the person's own.</summary>
internal static class AuthorApi
{
    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/author", (GradusApplication application) => Results.Json(new OwnBody(application.Authoring.Own()), GradusJson.Options))
            .Produces<OwnBody>().Says("listOwnQuestions", "The ids of the person's own question files.");
        api.MapGet("/author/{id}", (GradusApplication application, string id) => Results.Json(application.Authoring.Open(id), GradusJson.Options))
            .Produces<AuthoredText>().Says("getQuestionFile", "The file of a question: the person's own, else the shipped one, else a template.", 422);
        api.MapPut("/author/{id}", (GradusApplication application, string id, TextBody body) =>
        {
            application.Authoring.Save(id, body.Text ?? "");
            return Results.NoContent();
        }).Produces(204).Says("putQuestionFile", "Stores a question file in the person's own folder and puts it into the bank.", 400, 422);
        api.MapDelete("/author/{id}", (GradusApplication application, string id) =>
            application.Authoring.Remove(id) ? Results.NoContent() : throw new UnknownIdException("question file", id, NearestId.Among(application.Authoring.Own(), id)))
            .Produces(204).Says("deleteQuestionFile", "Takes the person's own file away; the shipped one comes back.", 404);
        api.MapPost("/author/{id}/check", (GradusApplication application, string id, TextBody body) =>
        {
            AuthorCheck check = application.Authoring.Check(id, body.Text ?? "", body.AgainstOthers ?? false);
            return Results.Json(new CheckBody([.. check.Issues.Select(issue => new IssueBody(issue.Severity, issue.Line, issue.Field, issue.Message))], check.CanBeStored), GradusJson.Options);
        }).Produces<CheckBody>().Says("checkQuestionFile", "Lints a text as the file of a question; againstOthers grades all other model answers against its rubric too.", 400, 422);
        api.MapPost("/author/{id}/grade", (GradusApplication application, string id, TryBody body) =>
            Results.Json(application.Authoring.Try(id, body.Text ?? "", AnswerTooLongException.Check(body.Answer)), GradusJson.Options))
            .Produces<Verdict>().Says("tryQuestionFile", "Grades an answer against a text as the file of a question; nothing is stored.", 400, 413, 422);
    }

    private sealed record OwnBody(IReadOnlyList<string> Own);

    internal sealed record TextBody(string? Text, bool? AgainstOthers);

    internal sealed record TryBody(string? Text, string? Answer);

    private sealed record IssueBody(IssueSeverity Severity, int Line, string Field, string Message);

    private sealed record CheckBody(IReadOnlyList<IssueBody> Issues, bool CanBeStored);
}
