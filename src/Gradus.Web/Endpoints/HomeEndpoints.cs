using Gradus.Hosting.Services;
using Gradus.Web.Components.Pages;

namespace Gradus.Web.Endpoints;

/// <summary>Home and history.</summary>
internal static class HomeEndpoints
{
    private const int Shown = 50;
    private const int MostShown = 5_000;

    /// <summary>Adds the pages.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", () => Page.Show<HomePage>());
        routes.MapGet("/history", (GradusApplication application, int? limit) =>
        {
            int most = Math.Clamp(limit ?? Shown, 1, MostShown);
            return Page.Show<HistoryPage>(new { Entries = application.History.Recent(most), Limit = most });
        });
    }
}
