using System.Globalization;
using Gradus.Hosting.Services;
using Gradus.Interview.Schedule;
using Gradus.Web.Components.Pages;
using Gradus.Web.Serving;

namespace Gradus.Web.Endpoints;

/// <summary>Settings: theme, days, language model.</summary>
internal static class SettingsEndpoints
{
    /// <summary>Adds the page and its forms.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/settings", (string? saved) => Page.Show<SettingsPage>(new { Saved = saved }));
        routes.MapPost("/settings/theme", async (HttpContext context) =>
        {
            IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
            Theme.Choose(context, form["theme"].ToString());
            return Page.SeeOther("/settings?saved=theme#appearance");
        }).AsForm();
        routes.MapPost("/settings/days", async (GradusApplication application, HttpContext context) =>
        {
            IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
            Preferences changed = application.Reviews.Preferences with
            {
                Zone = form["zone"].ToString().Trim() is { Length: > 0 } zone ? Short(zone) : null,
                RolloverHour = int.TryParse(form["rollover"], NumberStyles.None, CultureInfo.InvariantCulture, out int hour) ? hour : throw new ArgumentException($"The hour at which a day begins is '{Short(form["rollover"].ToString())}'; give a whole number from 0 to 23.", nameof(context)),
            };
            application.Reviews.Change(changed);
            return Page.SeeOther("/settings?saved=days#days");
        }).AsForm();
        routes.MapPost("/settings/model", async (GradusApplication application, HttpContext context) =>
        {
            IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
            if (form["do"] == "clear")
            {
                application.Model.Clear();
                return Page.SeeOther("/settings?saved=no-model#model");
            }

            double? seconds = form["seconds"].ToString().Trim() is not { Length: > 0 } told ? null
                : double.TryParse(told, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value
                : throw new ArgumentException($"The time for a reply is '{Short(told)}'; give seconds from 1 to 600.", nameof(context));
            application.Model.Save(Short(form["address"].ToString()), Short(form["model"].ToString()), form["key"].ToString() is { Length: > 0 } key ? key : null, seconds);
            return Page.SeeOther("/settings?saved=model#model");
        }).AsForm();
    }

    private static string Short(string text) => text.Length <= 500 ? text : text[..500];
}
