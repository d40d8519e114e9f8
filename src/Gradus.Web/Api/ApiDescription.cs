using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Gradus.Web.Api;

/// <summary>What the OpenAPI document says of the surface and of each of its endpoints.</summary>
internal static class ApiDescription
{
    /// <summary>Where the document stands.</summary>
    public const string Address = "/api/openapi.json";

    private const string About =
        "Everything that the site does, through the same services. JSON in camelCase, times in UTC, numbers that are no numbers as null. " +
        "Errors are problem+json (RFC 9457): title, detail and, where an id is not found, the nearest ids.";

    /// <summary>Describes the surface.</summary>
    public static void Configure(OpenApiOptions options)
    {
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "Gradus", Version = typeof(ApiDescription).Assembly.GetName().Version?.ToString(3) ?? "0", Description = About };

            // The address is the one that the document was read from.
            document.Servers = [];
            return Task.CompletedTask;
        });
    }

    /// <summary>Names an endpoint and says what it does, what it gives and how it refuses.</summary>
    public static RouteHandlerBuilder Says(this RouteHandlerBuilder endpoint, string name, string summary, params ReadOnlySpan<int> refusals)
    {
        endpoint.WithName(name).WithSummary(summary);
        foreach (int refusal in refusals)
        {
            endpoint.ProducesProblem(refusal);
        }

        return endpoint.ProducesProblem(StatusCodes.Status429TooManyRequests);
    }
}
