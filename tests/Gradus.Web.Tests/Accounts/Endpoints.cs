using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Gradus.Web.Tests.Accounts;

/// <summary>Every address that a site answers, with something in the place of each parameter.</summary>
internal static class Endpoints
{
    /// <summary>The addresses.</summary>
    /// <param name="routes">The site's routes.</param>
    /// <param name="value">What stands for a parameter, by its name.</param>
    public static IEnumerable<(HttpMethod Method, string Path)> Of(IEnumerable<RouteEndpoint> routes, Func<string, string> value) =>
        from route in routes
        from method in route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
        select (new HttpMethod(method), Fill(route.RoutePattern, value));

    private static string Fill(RoutePattern pattern, Func<string, string> value) => "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternParameterPart parameter => Uri.EscapeDataString(value(parameter.Name)),
        RoutePatternLiteralPart literal => literal.Content,
        _ => "",
    }))));
}
