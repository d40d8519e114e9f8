using Gradus.Hosting.Services;
using Gradus.Hosting.Services.Library;
using Gradus.Interview.Questions;
using Gradus.Web.Components.Pages;
using Gradus.Web.Serving;

namespace Gradus.Web.Endpoints;

/// <summary>The library and the map.</summary>
internal static class LibraryEndpoints
{
    /// <summary>Adds the pages.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/library", (GradusApplication application, HttpContext context) =>
        {
            LibraryQuery query = LibraryAddress.Read(context.Request.Query);
            return Page.Show<LibraryPage>(new { Query = query, Result = application.Library.Search(query) });
        });

        // The library's address of earlier days.
        routes.MapGet("/questions", (HttpContext context) => Results.Redirect(LibraryAddress.Of(LibraryAddress.Read(context.Request.Query)), permanent: true));
        routes.MapGet("/map", (GradusApplication application, string? topic) =>
        {
            if (!string.IsNullOrEmpty(topic) && !application.Bank.Questions.Any(question => question.Topic == topic))
            {
                throw new UnknownIdException("topic", topic, NearestId.Among(application.Bank.Questions.Select(question => question.Topic).Distinct(), topic));
            }

            return Page.Show<MapPage>(new { Report = application.Mastery.Read(), Topic = string.IsNullOrEmpty(topic) ? null : topic });
        });
    }
}
