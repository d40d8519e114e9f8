using Gradus.Hosting.Services;
using Gradus.Hosting.Services.Authoring;
using Gradus.Web.Components.Pages;
using Gradus.Web.Serving;

namespace Gradus.Web.Endpoints;

/// <summary>Questions of the person's own.</summary>
internal static class AuthorEndpoints
{
    /// <summary>Adds the pages and forms.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/author", () => Page.Show<AuthorsPage>());
        routes.MapPost("/author", async (GradusApplication application, HttpContext context) =>
        {
            IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
            string id = form["id"].ToString().Trim().ToLowerInvariant();
            return Page.SeeOther($"/author/{id}{(IsThere(application.Authoring.Open(id)) ? "" : "?begin=yes")}");
        }).AsForm();
        routes.MapGet("/author/{id}", (GradusApplication application, string id, string? saved, string? begin) =>
        {
            AuthoredText file = application.Authoring.Open(id);
            if (begin != "yes" && !IsThere(file))
            {
                throw new UnknownIdException("question file", id, application.Bank.Nearest(id, 3));
            }

            return Page.Show<AuthorPage>(new { File = file, Check = application.Authoring.Check(id, file.Text), Saved = saved == "yes" });
        });
        routes.MapPost("/author/{id}", WorkAsync).AsForm();
    }

    // A template stands at its address only for who asked to begin with it.
    private static bool IsThere(AuthoredText file) => file.IsOwn || file.IsShipped;

    private static async Task<IResult> WorkAsync(GradusApplication application, HttpContext context, string id)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        QuestionDesk desk = application.Authoring;
        AuthoredText stored = desk.Open(id);
        string text = form["text"].ToString().ReplaceLineEndings("\n");
        string answer = AnswerTooLongException.Check(form["answer"]);
        AuthoredText edited = stored with { Text = text };
        switch (form["do"].ToString())
        {
            case "save":
                try
                {
                    desk.Save(id, text);
                    return Page.SeeOther($"/author/{id}?saved=yes");
                }
                catch (AuthoringException refused)
                {
                    return Page.Show<AuthorPage>(new { File = edited, Check = desk.Check(id, text), Refused = refused.Message, Answer = answer }, StatusCodes.Status422UnprocessableEntity);
                }

            case "remove":
                desk.Remove(id);
                return Page.SeeOther(stored.IsShipped ? $"/author/{id}" : "/author");
            case "try":
                AuthorCheck check = desk.Check(id, text);
                return check.CanBeStored
                    ? Page.Show<AuthorPage>(new { File = edited, Check = check, Answer = answer, Verdict = desk.Try(id, text, answer) })
                    : Page.Show<AuthorPage>(new { File = edited, Check = check, Answer = answer, Refused = "An answer can be graded once the file can be read; the list says what is wrong." });
            case "check":
                return Page.Show<AuthorPage>(new { File = edited, Check = desk.Check(id, text, againstOthers: true), Answer = answer, Thorough = true });
            default:
                throw new ArgumentException($"'{form["do"]}' is nothing that can be done with a question; it is save, remove, try or check.", nameof(context));
        }
    }
}
