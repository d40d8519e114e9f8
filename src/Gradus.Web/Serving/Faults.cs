using Gradus.Hosting.Exchange;
using Gradus.Hosting.LanguageModels;
using Gradus.Hosting.Services;
using Gradus.Hosting.Services.Authoring;
using Gradus.Web.Accounts;
using Gradus.Web.Components.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace Gradus.Web.Serving;

/// <summary>Turns exceptions and bare status codes into a page, or into problem+json for the API, that names the cause.</summary>
internal static class Faults
{
    /// <summary>Runs what follows and answers for what it throws.</summary>
    public static async Task Invoke(HttpContext context, RequestDelegate next)
    {
        Fault? fault = null;
        try
        {
            await next(context);
            if (!context.Response.HasStarted && context.Response.StatusCode >= 400 && context.Response.ContentType is null)
            {
                fault = Describe(context.Response.StatusCode, context.Request);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested || context.Response.HasStarted)
        {
            // The reader has left, or the site is being stopped while a stream of events is open: nobody waits for an answer.
            return;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            fault = Describe(exception);
            if (fault.Status >= 500)
            {
                context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Gradus").LogError(exception, "{Method} {Path} failed", context.Request.Method, context.Request.Path);
            }
        }

        if (fault is not null)
        {
            fault = ForOthers(fault, context.RequestServices.GetRequiredService<Visitor>());
            context.Response.StatusCode = fault.Status;

            // Left by a page that failed while it was made; the page that tells of it adds it anew.
            context.Response.Headers.Remove("blazor-enhanced-nav");
            IResult answer = context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) ? Problem(fault) : Page(fault);
            await answer.ExecuteAsync(context);
        }
    }

    private static RazorComponentResult<FaultPage> Page(Fault fault) => new(new { Fault = fault }) { StatusCode = fault.Status };

    private static ProblemHttpResult Problem(Fault fault) => TypedResults.Problem(
        fault.Detail, statusCode: fault.Status, title: fault.Title, extensions: fault.Nearest is null ? null : new Dictionary<string, object?> { ["nearest"] = fault.Nearest });

    // What is the owner's business stays on the owner's machine: causes within, and where files lie.
    private static Fault ForOthers(Fault fault, Visitor visitor) => !visitor.HasAccounts ? fault
        : fault.Status == StatusCodes.Status500InternalServerError ? fault with { Detail = "Something went wrong on the site's machine; its owner finds the cause in the log. Nothing that was submitted is lost." }
        : visitor.Application is { } application ? fault with { Detail = fault.Detail.Replace(application.Home.Path, "your folder", StringComparison.Ordinal) }
        : fault;

    private static Fault Describe(Exception exception) => exception switch
    {
        UnknownIdException unknown => new Fault(StatusCodes.Status404NotFound, $"No such {unknown.Kind}", unknown.Message, unknown.Kind, unknown.Nearest),
        AuthoringException => new Fault(StatusCodes.Status422UnprocessableEntity, "The question cannot be stored", exception.Message),
        SittingStateException => new Fault(StatusCodes.Status409Conflict, "The interview has moved on", exception.Message),
        ImportException => new Fault(StatusCodes.Status422UnprocessableEntity, "The file cannot be imported", exception.Message),
        InvalidDataException => new Fault(StatusCodes.Status409Conflict, "Something that is stored cannot be used", exception.Message),
        OwnersSettingException => new Fault(StatusCodes.Status403Forbidden, "The owner's to set", exception.Message),
        LabQueueFullException => new Fault(StatusCodes.Status503ServiceUnavailable, "Too many labs are waiting", exception.Message),
        AnswerTooLongException => new Fault(StatusCodes.Status413PayloadTooLarge, "The answer is too long", exception.Message),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } or AntiforgeryValidationException { InnerException: BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } } => new Fault(StatusCodes.Status413PayloadTooLarge, "The answer is too long", new AnswerTooLongException(null).Message),
        AntiforgeryValidationException or BadHttpRequestException { InnerException: AntiforgeryValidationException } => new Fault(
            StatusCodes.Status400BadRequest, "The form is out of date", "The page was opened before Gradus was started anew, or cookies are blocked. Go back, reload the page and send it again; what was typed is kept as a draft."),
        BadHttpRequestException bad => new Fault(bad.StatusCode, "The request cannot be read", bad.Message),
        ArgumentException => new Fault(StatusCodes.Status400BadRequest, "A value is out of its range", exception.Message),
        _ => new Fault(StatusCodes.Status500InternalServerError, "Gradus failed", $"{exception.GetType().Name}: {exception.Message} Nothing that was submitted is lost; the details are on the terminal that Gradus runs in."),
    };

    private static Fault Describe(int status, HttpRequest request) => status switch
    {
        StatusCodes.Status401Unauthorized => new Fault(status, "Not signed in", "Sign in on the site, or send an API token of your account as 'Authorization: Bearer TOKEN'. A token that was revoked, or whose account is gone, opens nothing."),
        StatusCodes.Status404NotFound => new Fault(status, "No such page", $"There is nothing at {request.Path}."),
        StatusCodes.Status405MethodNotAllowed => new Fault(status, "Not possible here", $"{request.Path} does not take {request.Method}."),
        StatusCodes.Status415UnsupportedMediaType => new Fault(status, "Unknown form of data", $"{request.Path} takes application/json, not '{request.ContentType}'."),
        StatusCodes.Status429TooManyRequests => new Fault(status, "Too many requests", "More requests came than the site works on at once. Wait a second and send it again; nothing of it was done."),
        StatusCodes.Status400BadRequest => new Fault(status, "The request cannot be read", $"A value of {request.Path}{request.QueryString} is missing or is not of its kind."),
        _ => new Fault(status, ReasonPhrases.GetReasonPhrase(status), $"{request.Method} {request.Path} was answered with {status}."),
    };
}
