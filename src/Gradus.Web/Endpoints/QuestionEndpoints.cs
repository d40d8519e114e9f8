using Gradus.Hosting.Services;
using Gradus.Interview.Questions;
using Gradus.Interview.Schedule;
using Gradus.Web.Components.Pages;
using Gradus.Web.Serving;

namespace Gradus.Web.Endpoints;

/// <summary>A question, its answer and the verdict.</summary>
internal static class QuestionEndpoints
{
    /// <summary>Adds the pages and forms.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/questions/{id}", (GradusApplication application, string id) => Page.Show<QuestionPage>(new { Question = Lookup.Question(application, id) }));
        routes.MapPost("/questions/{id}/answers", async (GradusApplication application, TimeProvider clock, HttpContext context, string id) =>
        {
            Question question = Lookup.Question(application, id);
            SentAnswer sent = await SentAnswer.ReadAsync(context, clock);
            return Page.SeeOther($"/answers/{application.Practice.Answer(question.Id, sent.Text, sent.Elapsed).Id}");
        }).AsForm();
        routes.MapGet("/answers/{id}", (GradusApplication application, string id) =>
        {
            AnswerRecord answer = Lookup.Answer(application, id);
            return Page.Show<AnswerPage>(new { Answer = answer, Only = PointsAskedFor(application, answer) });
        });
        routes.MapPost("/answers/{id}/rating", async (GradusApplication application, HttpContext context, string id) =>
        {
            AnswerRecord answer = Lookup.Answer(application, id);
            application.Reviews.Rate(answer.QuestionId, await ReadRatingAsync(context), answer.Id);
            return Page.SeeOther($"/answers/{answer.Id}#rating");
        }).AsForm();
    }

    /// <summary>Reads the rating that a form sent.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not 1 to 4.</exception>
    public static async Task<Rating> ReadRatingAsync(HttpContext context)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        return Enum.TryParse(form["rating"], out Rating rating) && Enum.IsDefined(rating)
            ? rating
            : throw new ArgumentOutOfRangeException(nameof(context), $"The rating '{form["rating"]}' came; it must be 1 (again), 2 (hard), 3 (good) or 4 (easy).");
    }

    private static IReadOnlyList<string> PointsAskedFor(GradusApplication application, AnswerRecord answer) =>
        answer is { FollowUp: true, SittingId: { } sitting, Round: { } number }
            ? application.Interviews.Get(sitting).Rounds.FirstOrDefault(round => round.Number == number)?.Points ?? []
            : [];
}
