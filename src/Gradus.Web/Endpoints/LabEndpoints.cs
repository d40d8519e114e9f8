using System.Globalization;
using Gradus.Hosting.Services;
using Gradus.Labs;
using Gradus.Web.Components.Pages;
using Gradus.Web.Serving;

namespace Gradus.Web.Endpoints;

/// <summary>The labs and their runs.</summary>
internal static class LabEndpoints
{
    /// <summary>Adds the pages and forms.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/labs", () => Page.Show<LabsPage>());
        routes.MapGet("/labs/{id}", (GradusApplication application, string id, ulong? seed, int? seeds, string? run) =>
        {
            Lab lab = application.Labs.Find(id);
            LabRun? shown = run is null ? null : Lookup.Run(application, lab, run);
            LabRequest request = shown?.Result is { Seeds.Count: > 0 } result ? new LabRequest(result.Seeds[0], result.Seeds.Count) : LabLimits.Request(seed, seeds);
            return Page.Show<LabPage>(new { Lab = lab, Run = shown, Request = request });
        });
        routes.MapPost("/labs/{id}/runs", async (GradusApplication application, HttpContext context, string id) =>
        {
            Lab lab = application.Labs.Find(id);
            IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
            LabRequest request = LabLimits.Request(Whole(form["seed"]), (int?)Math.Min(Whole(form["seeds"]) ?? 0, int.MaxValue) is > 0 and int count ? count : null);
            LabRun run = application.Labs.StartRun(lab.Id, request);
            return Page.SeeOther($"/labs/{lab.Id}?seed={request.Seed.ToString(CultureInfo.InvariantCulture)}&seeds={request.Seeds.ToString(CultureInfo.InvariantCulture)}&run={run.Id}");
        }).AsForm();
        routes.MapPost("/labs/{id}/runs/{run}/cancel", (GradusApplication application, string id, string run) =>
        {
            Lab lab = application.Labs.Find(id);
            application.Labs.Cancel(Lookup.Run(application, lab, run).Id);
            return Page.SeeOther($"/labs/{lab.Id}?run={run}");
        }).AsForm();
    }

    private static ulong? Whole(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : ulong.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out ulong number) ? number
        : throw new ArgumentException($"'{text}' came for a seed; a whole number from 0 up is needed.", nameof(text));
}
