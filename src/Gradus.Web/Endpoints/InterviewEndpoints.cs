using System.Globalization;
using System.Text;
using Gradus.Hosting.Reports;
using Gradus.Hosting.Services;
using Gradus.Interview.Questions;
using Gradus.Interview.Sittings;
using Gradus.Web.Components.Pages;
using Gradus.Web.Serving;

namespace Gradus.Web.Endpoints;

/// <summary>Interviews, from the choice to the report.</summary>
internal static class InterviewEndpoints
{
    /// <summary>Adds the pages and forms.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/interview", (GradusApplication application) =>
            Page.Show<InterviewStartPage>(new { Unfinished = application.Interviews.Unfinished(), Finished = application.History.Sittings(10) }));
        routes.MapPost("/interview", StartAsync).AsForm();
        routes.MapGet("/interview/{id}", (GradusApplication application, string id) =>
        {
            Sitting sitting = application.Interviews.Get(id);
            return sitting.Report is { } report ? Page.Show<ReportPage>(new { Sitting = sitting, Report = report }) : Page.Show<InterviewPage>(new { Sitting = sitting });
        });
        routes.MapPost("/interview/{id}/answers", async (GradusApplication application, TimeProvider clock, HttpContext context, string id) =>
        {
            SentAnswer sent = await SentAnswer.ReadAsync(context, clock);
            application.Interviews.Answer(id, sent.Text, sent.Elapsed, sent.Round);
            return Page.SeeOther($"/interview/{id}");
        }).AsForm();
        routes.MapPost("/interview/{id}/skip", async (GradusApplication application, TimeProvider clock, HttpContext context, string id) =>
        {
            application.Interviews.Skip(id, (await SentAnswer.ReadAsync(context, clock)).Round);
            return Page.SeeOther($"/interview/{id}");
        }).AsForm();
        routes.MapPost("/interview/{id}/hint", async (GradusApplication application, TimeProvider clock, HttpContext context, string id) =>
        {
            SentAnswer sent = await KeepAsync(application, clock, context, id);
            application.Interviews.TakeHint(id, sent.Text, sent.Round);
            return Page.SeeOther($"/interview/{id}");
        }).AsForm();
        routes.MapPost("/interview/{id}/pause", async (GradusApplication application, TimeProvider clock, HttpContext context, string id) =>
        {
            await KeepAsync(application, clock, context, id);
            application.Interviews.Pause(id);
            return Page.SeeOther($"/interview/{id}");
        }).AsForm();
        routes.MapPost("/interview/{id}/resume", (GradusApplication application, string id) =>
        {
            application.Interviews.Resume(id);
            return Page.SeeOther($"/interview/{id}");
        }).AsForm();
        foreach (ReportFormat format in Enum.GetValues<ReportFormat>())
        {
            routes.MapGet($"/interview/{{id}}/report.{format.ToString().ToLowerInvariant()}", (GradusApplication application, TimeProvider clock, string id) => Report(application, clock, id, format));
        }

        routes.MapPost("/interview/{id}/finish", (GradusApplication application, string id) =>
        {
            application.Interviews.Finish(id);
            return Page.SeeOther($"/interview/{id}");
        }).AsForm();
        routes.MapPost("/interview/{id}/abandon", (GradusApplication application, string id) =>
        {
            application.Interviews.Abandon(id);
            return Page.SeeOther("/interview");
        }).AsForm();
    }

    // What is typed goes with the form, so that neither a hint nor a pause costs a word of it.
    private static async Task<SentAnswer> KeepAsync(GradusApplication application, TimeProvider clock, HttpContext context, string id)
    {
        SentAnswer sent = await SentAnswer.ReadAsync(context, clock);
        if (application.Interviews.Get(id).Current is { } current && (sent.Round is null || sent.Round == current.Number))
        {
            application.Practice.SaveDraft(DraftKey.ForRound(id, current.Number), sent.Text, sent.Elapsed);
        }

        return sent;
    }

    private static IResult Report(GradusApplication application, TimeProvider clock, string id, ReportFormat format)
    {
        Sitting sitting = application.Interviews.Get(id);
        if (sitting.Report is null)
        {
            throw new SittingStateException($"The interview {id} is not finished; finish it to save its report.");
        }

        string type = format switch { ReportFormat.Html => "text/html", ReportFormat.Md => "text/markdown", _ => "application/json" };
        byte[] content = Encoding.UTF8.GetBytes(InterviewReport.Write(application, sitting, format, clock.LocalTimeZone));
        return Results.File(content, type + "; charset=utf-8", InterviewReport.FileName(sitting, format));
    }

    private static async Task<IResult> StartAsync(GradusApplication application, TimeProvider clock, HttpContext context)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        InterviewOptions standard = new();
        bool seeded = form["seed"] is [{ Length: > 0 }];
        Sitting sitting = application.Interviews.Start(new InterviewOptions
        {
            Profile = form["profile"] is [{ Length: > 0 } profile] ? profile : standard.Profile,
            Level = Number(form, "level") is { } level ? (int)Math.Min(level, int.MaxValue) : standard.Level,
            Minutes = Number(form, "minutes") is { } minutes ? (int)Math.Min(minutes, int.MaxValue) : standard.Minutes,
            Seed = Number(form, "seed") ?? (ulong)clock.GetUtcNow().ToUnixTimeSeconds(),
            PreferWeak = !seeded,
            Topic = form["topic"] is [{ Length: > 0 } topic] ? topic : null,
            Rounds = Mix(form["rounds"].ToString()),
        });
        return Page.SeeOther($"/interview/{sitting.Id}");
    }

    private static RoundMix Mix(string text) => text.Length == 0 ? RoundMix.Explain
        : Enum.TryParse(text, ignoreCase: true, out RoundMix mix) && Enum.IsDefined(mix) && !char.IsAsciiDigit(text[0]) ? mix
        : throw new ArgumentException($"The field 'rounds' holds '{text}'; explain, mixed, teach, unknown or system is needed.", nameof(text));

    private static ulong? Number(IFormCollection form, string field)
    {
        string text = form[field].ToString().Trim();
        return text.Length == 0 ? null
            : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong number) ? number
            : throw new ArgumentException($"The field '{field}' holds '{text}'; a whole number from 0 up is needed.", nameof(form));
    }
}
