using System.Net;
using System.Text.RegularExpressions;

namespace Gradus.Web.Tests.Accounts;

/// <summary>A browser without script, with cookies of its own.</summary>
internal sealed partial class Person : IDisposable
{
    private readonly SocketsHttpHandler _handler = new() { AllowAutoRedirect = false, UseCookies = true, AutomaticDecompression = DecompressionMethods.All };

    public Person(string address) => Client = new HttpClient(_handler) { BaseAddress = new Uri(address) };

    public HttpClient Client { get; }

    public CookieCollection Cookies => _handler.CookieContainer.GetAllCookies();

    /// <summary>The body of a page that must be there.</summary>
    public async Task<string> PageAsync(string path)
    {
        using HttpResponseMessage response = await Client.GetAsync(path);
        string body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path} answered {response.StatusCode} {response.Headers.Location}: {body}");
        return body;
    }

    /// <summary>Sends a form as the page that holds it would.</summary>
    public async Task<HttpResponseMessage> SendAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        string token = Token().Match(await PageAsync(page)).Groups[1].Value;
        Assert.NotEmpty(token);
        return await Client.PostAsync(action, new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))]));
    }

    /// <summary>Signs in.</summary>
    public Task<HttpResponseMessage> SignInAsync(string name, string password, string back = "/", bool keep = false) =>
        SendAsync("/sign-in", "/sign-in", ("name", name), ("password", password), ("return", back), ("keep", keep ? "yes" : ""));

    /// <summary>Whether a page of a person is shown and not the page to sign in.</summary>
    public async Task<bool> IsInAsync()
    {
        using HttpResponseMessage response = await Client.GetAsync("/account");
        Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.SeeOther, $"{response.StatusCode}");
        return response.StatusCode == HttpStatusCode.OK;
    }

    public void Dispose()
    {
        Client.Dispose();
        _handler.Dispose();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
