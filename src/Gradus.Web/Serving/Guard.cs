using System.Net;

namespace Gradus.Web.Serving;

/// <summary>Keeps out what does not ask for this site by its name or comes from another site's page, and tells browsers what a page may do.</summary>
/// <param name="options">The names of the site.</param>
internal sealed class Guard(SiteOptions options)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Sends the headers of <see cref="Policy"/> with every answer and refuses foreign names and foreign origins.</summary>
    public async Task Invoke(HttpContext context, RequestDelegate next)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        // Not "no-referrer": browsers would then send our own forms with the origin "null".
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(self)";
        // Not for localhost, which browsers would then never open without TLS again.
        if (options.IsSecure && options.Names.Count > 0)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        if (Refusal(context.Request) is not { } refusal)
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = refusal.Status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(refusal.Reason);
    }

    private (int Status, string Reason)? Refusal(HttpRequest request)
    {
        // A name that merely resolves to this machine is how a foreign page would reach in (DNS rebinding).
        if (!IsOurs(request.Host.Host))
        {
            return (StatusCodes.Status421MisdirectedRequest, options.IsReachable
                ? $"This site does not answer to '{request.Host.Host}'. Its owner names its hosts with --name.\n"
                : $"Gradus answers to localhost and 127.0.0.1, not to '{request.Host.Host}'. Open http://127.0.0.1:{request.HttpContext.Connection.LocalPort}/ instead.\n");
        }

        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return null;
        }

        string origin = request.Headers.Origin.ToString();
        bool foreign = origin.Length > 0 && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
        return foreign || request.Headers["Sec-Fetch-Site"] == "cross-site"
            ? (StatusCodes.Status403Forbidden, $"The page '{origin}' may not change anything in Gradus; only its own pages may.\n")
            : null;
    }

    private bool IsOurs(string host) =>
        options.Names.Contains(host, StringComparer.OrdinalIgnoreCase) || (!options.IsReachable && IsLoopback(host));

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
}
