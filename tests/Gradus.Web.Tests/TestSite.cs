using System.Net;
using System.Text.RegularExpressions;
using Gradus.Hosting;
using Gradus.Hosting.Services;
using Gradus.Interview.Grading;
using Gradus.Interview.Questions;
using Gradus.Labs;
using Gradus.Testing;
using Gradus.Web.Serving;
using Gradus.Web.Tests.Samples;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gradus.Web.Tests;

/// <summary>The site on a free port with a new home, and a browser without script.</summary>
internal sealed partial class TestSite : IAsyncDisposable
{
    private static readonly Lazy<Bank> Shipped = new(() => Bank.Load(RepositoryRoot.Combine("bank")));
    private static readonly Lazy<Grader> Learned = new(() => new Grader(Shipped.Value));

    private readonly TemporaryFolder _folder;
    private readonly WebApplication _site;
    private readonly SocketsHttpHandler _handler = new() { AllowAutoRedirect = false, UseCookies = true, AutomaticDecompression = DecompressionMethods.All };

    private TestSite(TemporaryFolder folder, GradusApplication application, WebApplication site, SteppedLab lab, FakeTimeProvider clock)
    {
        _folder = folder;
        _site = site;
        Application = application;
        Lab = lab;
        Clock = clock;
        Address = site.Urls.Single();
        Client = new HttpClient(_handler) { BaseAddress = new Uri(Address) };
    }

    public GradusApplication Application { get; }

    public FakeTimeProvider Clock { get; }

    public SteppedLab Lab { get; }

    public string Address { get; }

    public HttpClient Client { get; }

    /// <summary>Every route that the site answers.</summary>
    public IEnumerable<RouteEndpoint> Routes => _site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    /// <summary>Starts a site with the sample questions, grader and lab.</summary>
    public static Task<TestSite> StartAsync(SiteLimits? limits = null) => StartAsync(SampleQuestions.Bank, new WordGrader(), null, limits);

    /// <summary>Starts a site with everything that Gradus ships. What its grader learns of the bank is learned once for all of them.</summary>
    public static Task<TestSite> StartRealAsync() => StartAsync(Shipped.Value, null, LabCatalog.All, grader: Learned.Value);

    /// <summary>The body of a page that must be there.</summary>
    public async Task<string> PageAsync(string path)
    {
        using HttpResponseMessage response = await Client.GetAsync(path);
        string body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path} answered {response.StatusCode}: {body}");
        return body;
    }

    /// <summary>Sends a form as the page that holds it would.</summary>
    public async Task<HttpResponseMessage> SendAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        string token = await TokenAsync(page);
        return await Client.PostAsync(action, new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))]));
    }

    /// <summary>The token of a page's forms.</summary>
    public async Task<string> TokenAsync(string page)
    {
        string token = Token().Match(await PageAsync(page)).Groups[1].Value;
        Assert.NotEmpty(token);
        return token;
    }

    /// <summary>Answers a question and returns the address of its verdict.</summary>
    public async Task<string> AnswerAsync(string question, string answer)
    {
        using HttpResponseMessage response = await SendAsync($"/questions/{question}", $"/questions/{question}/answers", ("answer", answer));
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        return response.Headers.Location!.ToString();
    }

    /// <summary>Ends the site as Ctrl+C does.</summary>
    public Task StopAsync() => _site.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _handler.Dispose();
        await _site.DisposeAsync();
        Application.Dispose();
        Lab.Dispose();
        _folder.Dispose();
    }

    private static async Task<TestSite> StartAsync(Bank bank, IGrader? words, IReadOnlyList<Lab>? labs, SiteLimits? limits = null, Grader? grader = null)
    {
        TemporaryFolder folder = new();
        SteppedLab lab = new();
        FakeTimeProvider clock = new();
        GradusApplication application = GradusApplication.Open(new GradusOptions
        {
            Home = new GradusHome(folder.Combine("home")),
            BankFolder = RepositoryRoot.Combine("bank"),
            Clock = clock,
            Bank = bank,
            Grader = words,
            OfflineGrader = grader,
            Labs = labs ?? [lab],
        });
        WebApplication site = WebHost.Create(application, new SiteOptions { Clock = clock, Limits = limits ?? new SiteLimits() });
        await site.StartAsync();
        return new TestSite(folder, application, site, lab, clock);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
