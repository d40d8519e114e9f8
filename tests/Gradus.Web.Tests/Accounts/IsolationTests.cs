using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Gradus.Hosting.Accounts;
using Gradus.Hosting.Services;
using Gradus.Web.Serving;

namespace Gradus.Web.Tests.Accounts;

/// <summary>One person asks for what another person did, by its ids, at every address of the site.</summary>
public sealed class IsolationTests
{
    private const string Mark = "adas-own-words";
    private const string OwnQuestion = "adas-question";

    // What a person may always do under any name, because it ends up in their own folder.
    private static readonly string[] OwnNames = ["/api/author/", "/author/", "/api/drafts/"];

    [Fact]
    public async Task EveryEndpoint_WithIdsOfAnotherPerson_FindsNothingAndChangesNothing()
    {
        await using PeopleSite site = await PeopleSite.StartAsync(limits: new SiteLimits { SignInsPerMinute = 10_000 });
        using Person ada = await site.JoinAsync("ada"), grace = await site.JoinAsync("grace");
        string[] ids = await WorkAsync(site, ada);
        string before = await StateAsync(site, "ada");
        List<string> faults = [];
        int asked = 0;

        foreach (string id in ids)
        {
            foreach ((HttpMethod method, string path) in Endpoints.Of(site.Routes, name => name == "key" && !id.Contains(':', StringComparison.Ordinal) ? $"sitting:{id}:1" : id)
                .Concat(Endpoints.Of(site.Routes, name => name is "run" ? id : "sample-lab")).Where(endpoint => endpoint.Path.Contains(Uri.EscapeDataString(id), StringComparison.Ordinal)).Distinct())
            {
                using HttpResponseMessage response = await AskAsync(grace, method, path);
                string body = await response.Content.ReadAsStringAsync();
                asked++;
                bool own = OwnNames.Any(name => path.StartsWith(name, StringComparison.Ordinal)) && method != HttpMethod.Delete && !(method == HttpMethod.Get && path.StartsWith("/api/drafts", StringComparison.Ordinal));
                if (own ? (int)response.StatusCode >= 500 : response.StatusCode != HttpStatusCode.NotFound)
                {
                    faults.Add($"{method} {path} answered {(int)response.StatusCode}");
                }

                if (body.Contains(Mark, StringComparison.Ordinal))
                {
                    faults.Add($"{method} {path} told what ada wrote");
                }
            }
        }

        Assert.Empty(faults);
        Assert.True(asked > 200, $"only {asked} were asked");
        Assert.Equal(before, await StateAsync(site, "ada"));
    }

    [Fact]
    public async Task EveryPage_OfAnotherPerson_ShowsNothingOfTheFirst()
    {
        await using PeopleSite site = await PeopleSite.StartAsync();
        using Person ada = await site.JoinAsync("ada"), grace = await site.JoinAsync("grace");
        string[] ids = await WorkAsync(site, ada);

        foreach ((HttpMethod method, string path) in Endpoints.Of(site.Routes, name => name == "name" ? "site.css" : "sample-scaling").Where(endpoint => endpoint.Method == HttpMethod.Get))
        {
            using HttpResponseMessage response = await grace.Client.GetAsync(path + (path == "/review/export" ? "?format=json" : ""));
            string body = await response.Content.ReadAsStringAsync();
            Assert.True((int)response.StatusCode < 500, $"{method} {path} answered {response.StatusCode}");
            foreach (string trace in (string[])[Mark, OwnQuestion, .. ids.Where(id => !id.Contains(':', StringComparison.Ordinal))])
            {
                Assert.False(body.Contains(trace, StringComparison.Ordinal), $"{path} holds {trace}");
            }
        }

        Assert.Contains(Mark, await ada.PageAsync("/questions/sample-scaling") + await ada.Client.GetStringAsync("/account/data"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labs_OfTwoPeople_WaitInOneQueueAndEndUpWithEach()
    {
        await using PeopleSite site = await PeopleSite.StartAsync();
        using Person ada = await site.JoinAsync("ada"), grace = await site.JoinAsync("grace");
        string first = await RunAsync(ada), second = await RunAsync(grace);

        Assert.Equal("queued", (await grace.Client.GetFromJsonAsync<JsonElement>($"/api/runs/{second}")).GetProperty("status").GetString());
        site.Lab.LetSeeds(1);
        await EndAsync(ada, first);
        site.Lab.LetSeeds(1);
        await EndAsync(grace, second);
        using HttpResponseMessage foreign = await grace.Client.GetAsync($"/api/runs/{first}");

        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        using GradusApplication hers = await site.OpenAsync("ada"), other = await site.OpenAsync("grace");
        Assert.Equal(first, Assert.Single(hers.History.Recent()).Lab!.RunId);
        Assert.Equal(second, Assert.Single(other.History.Recent()).Lab!.RunId);
    }

    [Fact]
    public async Task Labs_OfOnePerson_DoNotFillTheQueue()
    {
        await using PeopleSite site = await PeopleSite.StartAsync();
        using Person ada = await site.JoinAsync("ada"), grace = await site.JoinAsync("grace");
        List<HttpStatusCode> codes = [];
        for (int i = 0; i < LabBench.MostWaitingEach + 2; i++)
        {
            using HttpResponseMessage response = await ada.Client.PostAsJsonAsync("/api/labs/sample-lab/runs", new { seeds = 1 });
            codes.Add(response.StatusCode);
        }

        using HttpResponseMessage other = await grace.Client.PostAsJsonAsync("/api/labs/sample-lab/runs", new { seeds = 1 });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, codes[^1]);
        Assert.Equal(HttpStatusCode.Accepted, codes[0]);
        Assert.Equal(HttpStatusCode.Accepted, other.StatusCode);
    }

    // Leaves something behind in every room, and gives the ids of it.
    private static async Task<string[]> WorkAsync(PeopleSite site, Person person)
    {
        string answer = await IdAsync(await person.Client.PostAsJsonAsync("/api/questions/sample-scaling/answers", new { answer = $"first {Mark}", elapsedSeconds = 9 }));
        string sitting = await IdAsync(await person.Client.PostAsJsonAsync("/api/interviews", new { minutes = 15, seed = 1 }));
        (await person.Client.PostAsJsonAsync($"/api/interviews/{sitting}/answers", new { answer = $"second {Mark}", round = 1 })).EnsureSuccessStatusCode();
        string finished = await IdAsync(await person.Client.PostAsJsonAsync("/api/interviews", new { minutes = 15, seed = 2 }));
        (await person.Client.PostAsJsonAsync($"/api/interviews/{finished}/answers", new { answer = $"magic {Mark}", round = 1 })).EnsureSuccessStatusCode();
        (await person.Client.PostAsJsonAsync($"/api/interviews/{finished}/finish", new { })).EnsureSuccessStatusCode();
        (await person.Client.PutAsJsonAsync("/api/drafts/question:sample-scaling", new { text = $"half {Mark}" })).EnsureSuccessStatusCode();
        (await person.Client.PutAsJsonAsync($"/api/drafts/sitting:{sitting}:2", new { text = $"half {Mark}" })).EnsureSuccessStatusCode();
        string text = (await person.Client.GetFromJsonAsync<JsonElement>($"/api/author/{OwnQuestion}")).GetProperty("text").GetString()!;
        string title = text.Split('\n').Single(line => line.StartsWith("title:", StringComparison.Ordinal));
        (await person.Client.PutAsJsonAsync($"/api/author/{OwnQuestion}", new { text = text.Replace(title, $"title: \"{Mark}\"", StringComparison.Ordinal) })).EnsureSuccessStatusCode();
        string done = await RunAsync(person);
        site.Lab.LetSeeds(1);
        await EndAsync(person, done);
        string running = await RunAsync(person);
        string account = (await site.AccountAsync("ada"))!.Id;
        ApiTokens tokens = new(site.People.Database);
        tokens.Create(account, Mark);
        return [answer, sitting, finished, OwnQuestion, done, running, tokens.Of(account).Single().Id, account, "question:sample-scaling", $"sitting:{sitting}:2"];
    }

    private static async Task<HttpResponseMessage> AskAsync(Person person, HttpMethod method, string path)
    {
        if (path.StartsWith("/api/", StringComparison.Ordinal))
        {
            using HttpRequestMessage request = new(method, path);
            if (method != HttpMethod.Get && method != HttpMethod.Delete)
            {
                request.Content = JsonContent.Create(new { answer = "third", text = "---", rating = 3, round = 1, seeds = 1 });
            }

            return await person.Client.SendAsync(request);
        }

        return method == HttpMethod.Get ? await person.Client.GetAsync(path) : await person.SendAsync("/settings", path, ("answer", "third"), ("rating", "3"), ("round", "1"), ("do", "save"), ("text", "x"), ("name", "x"), ("password", PeopleSite.Password));
    }

    private static async Task<string> RunAsync(Person person) => await IdAsync(await person.Client.PostAsJsonAsync("/api/labs/sample-lab/runs", new { seeds = 1 }));

    private static async Task EndAsync(Person person, string run)
    {
        // The stream of events ends with the run.
        string events = await person.Client.GetStringAsync($"/api/runs/{run}/events");
        Assert.Contains("event: completed", events, StringComparison.Ordinal);
    }

    private static async Task<string> IdAsync(HttpResponseMessage response)
    {
        using (response)
        {
            string body = await response.Content.ReadAsStringAsync();
            Assert.True(response.IsSuccessStatusCode, body);
            return JsonDocument.Parse(body).RootElement.GetProperty("id").GetString()!;
        }
    }

    private static async Task<string> StateAsync(PeopleSite site, string name)
    {
        using GradusApplication application = await site.OpenAsync(name);
        using MemoryStream log = new();
        application.OwnData.Export(log);
        Account account = (await site.AccountAsync(name))!;
        return string.Join('\n',
            [
                Encoding.UTF8.GetString(log.ToArray()), application.Practice.LoadDraft("question:sample-scaling")?.Text, string.Join(' ', application.Authoring.Own()), application.Authoring.Open(OwnQuestion).Text,
                account.PasswordHash, account.SecurityStamp, string.Join(' ', new ApiTokens(site.People.Database).Of(account.Id)),
                .. application.Interviews.Unfinished().Select(sitting => application.Practice.LoadDraft($"sitting:{sitting.Id}:2")?.Text),
            ]);
    }
}
