using Gradus.Web.Accounts;
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

    private const string CookieScheme = "signedIn";
    private const string TokenScheme = "token";

    /// <summary>Describes the surface of a site with accounts: the same, for those who have signed in.</summary>
    public static void ConfigureWithAccounts(OpenApiOptions options)
    {
        Configure(options);
        options.AddDocumentTransformer((document, context, _) =>
        {
            document.AddComponent(CookieScheme, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = AccountCookies.NameOf(context.ApplicationServices.GetRequiredService<SiteOptions>()),
                Description = "The cookie of a browser that has signed in on the site.",
            });
            document.AddComponent(TokenScheme, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "An API token that a person made on the page of their account, for programs.",
            });
            document.Security =
            [
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(CookieScheme, document)] = [] },
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(TokenScheme, document)] = [] },
            ];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, _, _) =>
        {
            operation.Responses ??= [];
            operation.Responses.TryAdd("401", new OpenApiResponse { Description = "Nobody is signed in, as problem+json." });
            return Task.CompletedTask;
        });
    }

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
