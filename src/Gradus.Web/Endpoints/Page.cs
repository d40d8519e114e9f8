using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gradus.Web.Endpoints;

/// <summary>Answers that pages and forms give.</summary>
internal static class Page
{
    /// <summary>Shows a page.</summary>
    public static IResult Show<TPage>(object? parameters = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new NoStore(parameters is null ? new RazorComponentResult<TPage> { StatusCode = status } : new RazorComponentResult<TPage>(parameters) { StatusCode = status });

    /// <summary>Sends the browser on after a form, so that a reload asks for the page and does not send the form again.</summary>
    public static IResult SeeOther(string address) => new Moved(address);

    /// <summary>Takes a form of our own pages: it carries the token that they were given.</summary>
    public static RouteHandlerBuilder AsForm(this RouteHandlerBuilder route) =>
        route.AddEndpointFilter(async (invocation, next) =>
        {
            await invocation.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(invocation.HttpContext);
            return await next(invocation);
        });

    // What the person wrote is not left behind in the browser's cache.
    private sealed class NoStore(IResult inner) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.CacheControl = "no-cache, no-store";
            httpContext.Response.Headers.Pragma = "no-cache";
            return inner.ExecuteAsync(httpContext);
        }
    }

    private sealed class Moved(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
