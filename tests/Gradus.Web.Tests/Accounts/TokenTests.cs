using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gradus.Hosting.Accounts;

namespace Gradus.Web.Tests.Accounts;

/// <summary>Programs that act for a person.</summary>
public sealed partial class TokenTests
{
    [Fact]
    public async Task Token_MadeOnThePage_IsShownOnceAndWorksUntilRevoked()
    {
        await using PeopleSite site = await PeopleSite.StartAsync();
        using Person ada = await site.JoinAsync("ada");

        using HttpResponseMessage made = await ada.SendAsync("/account", "/account/tokens", ("name", "notebook"));
        string token = Shown().Match(await made.Content.ReadAsStringAsync()).Value;
        using HttpClient program = Program(site, token);
        using HttpResponseMessage answered = await program.PostAsJsonAsync("/api/questions/sample-scaling/answers", new { answer = "first" });
        string page = await ada.PageAsync("/account");
        JsonElement history = await ada.Client.GetFromJsonAsync<JsonElement>("/api/history");
        string id = new ApiTokens(site.People.Database).Of((await site.AccountAsync("ada"))!.Id).Single().Id;
        using HttpResponseMessage revoked = await ada.SendAsync("/account", $"/account/tokens/{id}/revoke");
        using HttpResponseMessage refused = await program.GetAsync("/api/history");

        Assert.StartsWith(ApiTokens.Prefix, token, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, answered.StatusCode);
        Assert.Contains("notebook", page, StringComparison.Ordinal);
        Assert.DoesNotContain(token, page, StringComparison.Ordinal);
        Assert.Single(history.GetProperty("entries").EnumerateArray());
        Assert.Equal(HttpStatusCode.SeeOther, revoked.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Token_OutsideTheApi_OpensNothing()
    {
        await using PeopleSite site = await PeopleSite.StartAsync();
        using Person ada = await site.JoinAsync("ada");
        using HttpClient program = Program(site, new ApiTokens(site.People.Database).Create((await site.AccountAsync("ada"))!.Id, "script"));

        using HttpResponseMessage home = await program.GetAsync("/");
        using HttpResponseMessage data = await program.GetAsync("/account/data");
        using HttpResponseMessage api = await program.GetAsync("/api/history");

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.OK), (home.StatusCode, data.StatusCode, api.StatusCode));
    }

    [Theory]
    [InlineData("gradus_nothing")]
    [InlineData("")]
    [InlineData("a b c")]
    public async Task Api_WithAWrongToken_IsAProblem(string token)
    {
        await using PeopleSite site = await PeopleSite.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/history");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        using Person nobody = site.Stranger();

        using HttpResponseMessage response = await nobody.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Not signed in", (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("title").GetString());
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task Api_EveryEndpointWithoutSigningIn_IsUnauthorized()
    {
        await using PeopleSite site = await PeopleSite.StartAsync();
        using Person nobody = site.Stranger();
        int asked = 0;

        foreach ((HttpMethod method, string path) in Endpoints.Of(site.Routes, _ => "sample-scaling").Where(endpoint => endpoint.Path.StartsWith("/api/", StringComparison.Ordinal)))
        {
            using HttpRequestMessage request = new(method, path);
            using HttpResponseMessage response = await nobody.Client.SendAsync(request);
            Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, $"{method} {path} answered {response.StatusCode}");
            asked++;
        }

        Assert.True(asked > 40);
    }

    [Fact]
    public async Task OpenApi_WithAccounts_NamesBothWaysToSignIn()
    {
        await using PeopleSite site = await PeopleSite.StartAsync();
        using Person ada = await site.JoinAsync("ada");

        JsonElement document = await ada.Client.GetFromJsonAsync<JsonElement>("/api/openapi.json");

        JsonElement schemes = document.GetProperty("components").GetProperty("securitySchemes");
        Assert.Equal(("http", "bearer"), (schemes.GetProperty("token").GetProperty("type").GetString(), schemes.GetProperty("token").GetProperty("scheme").GetString()));
        Assert.Equal(("apiKey", "cookie", "gradus-account"), (schemes.GetProperty("signedIn").GetProperty("type").GetString(), schemes.GetProperty("signedIn").GetProperty("in").GetString(), schemes.GetProperty("signedIn").GetProperty("name").GetString()));
        Assert.Equal(["signedIn", "token"], document.GetProperty("security").EnumerateArray().SelectMany(way => way.EnumerateObject()).Select(way => way.Name));
        Assert.True(document.GetProperty("paths").GetProperty("/api/history").GetProperty("get").GetProperty("responses").TryGetProperty("401", out _));
    }

    [Fact]
    public async Task OpenApi_WithoutAccounts_NamesNone()
    {
        await using TestSite site = await TestSite.StartAsync();

        JsonElement document = await site.Client.GetFromJsonAsync<JsonElement>("/api/openapi.json");

        Assert.False(document.TryGetProperty("security", out _));
    }

    private static HttpClient Program(PeopleSite site, string token)
    {
        HttpClient program = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(site.Address) };
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return program;
    }

    [GeneratedRegex("gradus_[A-Za-z0-9_-]{43}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shown();
}
