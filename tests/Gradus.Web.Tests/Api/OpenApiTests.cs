using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Gradus.Web.Tests.Api;

public sealed class OpenApiTests
{
    [Fact]
    public async Task Document_EveryEndpointOfTheApi_IsNamedWithItsAnswers()
    {
        await using TestSite site = await TestSite.StartAsync();

        JsonElement document = await site.Client.GetFromJsonAsync<JsonElement>("/api/openapi.json");

        Assert.StartsWith("3.", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        (string Path, string Method)[] endpoints = [.. site.Routes
            .Where(route => route.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal) && route.RoutePattern.RawText != "/api/openapi.json")
            .SelectMany(route => route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => (Template(route.RoutePattern), method.ToLowerInvariant())))];
        Assert.True(endpoints.Length > 30);
        foreach ((string path, string method) in endpoints)
        {
            JsonElement operation = document.GetProperty("paths").GetProperty(path).GetProperty(method);
            Assert.NotEmpty(operation.GetProperty("operationId").GetString()!);
            Assert.NotEmpty(operation.GetProperty("summary").GetString()!);
            Assert.Contains(operation.GetProperty("responses").EnumerateObject(), response => response.Name.StartsWith('2'));
            Assert.Contains(operation.GetProperty("responses").EnumerateObject(), response => response.Value.ToString().Contains("application/problem+json", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Document_OperationIds_AreUnique()
    {
        await using TestSite site = await TestSite.StartAsync();

        JsonElement document = await site.Client.GetFromJsonAsync<JsonElement>("/api/openapi.json");

        string[] ids = [.. document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Select(operation => operation.Value.GetProperty("operationId").GetString()!)];
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
    }

    private static string Template(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternParameterPart parameter => "{" + parameter.Name + "}",
        RoutePatternLiteralPart literal => literal.Content,
        _ => "",
    }))));
}
