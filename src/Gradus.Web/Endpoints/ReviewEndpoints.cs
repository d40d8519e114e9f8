using Gradus.Hosting.Services;
using Gradus.Interview.Questions;
using Gradus.Web.Components.Pages;

namespace Gradus.Web.Endpoints;

/// <summary>Reviews.</summary>
internal static class ReviewEndpoints
{
    /// <summary>Adds the page and its forms.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/review", (GradusApplication application, string? question, bool? shown) => Page.Show<ReviewPage>(new
        {
            Question = question is null ? null : Lookup.Question(application, question),
            Shown = shown ?? false,
        }));
        routes.MapForm("/review/{id}", async (GradusApplication application, HttpContext context, string id) =>
        {
            Question question = Lookup.Question(application, id);
            application.Reviews.Rate(question.Id, await QuestionEndpoints.ReadRatingAsync(context));
            return Page.SeeOther("/review");
        });
        routes.MapForm("/review/{id}/resume", (GradusApplication application, string id) =>
        {
            application.Reviews.Resume(Lookup.Question(application, id).Id);
            return Page.SeeOther("/review");
        });
    }
}
