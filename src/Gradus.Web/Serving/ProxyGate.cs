using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Gradus.Web.Serving;

/// <summary>What changes where TLS ends at a proxy on this machine: only the proxy may come, and it is believed whom it comes for.</summary>
internal static class ProxyGate
{
    /// <summary>Puts the gate before everything else.</summary>
    public static void Use(WebApplication site)
    {
        site.Use((context, next) => Invoke(context, next));
        ForwardedHeadersOptions forwarded = new() { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = 1 };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        forwarded.KnownIPNetworks.Add(new System.Net.IPNetwork(IPAddress.Parse("127.0.0.0"), 8));
        forwarded.KnownProxies.Add(IPAddress.IPv6Loopback);
        site.UseForwardedHeaders(forwarded);
    }

    private static async Task Invoke(HttpContext context, RequestDelegate next)
    {
        if (context.Connection.RemoteIpAddress is not { } address || !IPAddress.IsLoopback(address))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync("This site is reached through its proxy alone.\n");
            return;
        }

        // The proxy has spoken TLS with the browser, whether or not it says so.
        context.Request.Scheme = Uri.UriSchemeHttps;
        await next(context);
    }
}
