using System.Net;
using Gradus.Hosting.Accounts;
using Gradus.Hosting.Services;

namespace Gradus.Web.Tests.Accounts;

public sealed class AccountPageTests
{
    [Fact]
    public async Task Password_Changed_KeepsThisBrowserAndEndsTheOthers()
    {
        await using PeopleSite site = await PeopleSite.StartAsync();
        using Person here = await site.JoinAsync("ada"), there = site.Stranger();
        (await there.SignInAsync("ada", PeopleSite.Password)).Dispose();

        using HttpResponseMessage wrong = await here.SendAsync("/account", "/account/password", ("present", "wrong"), ("password", "another horse battery"));
        using HttpResponseMessage weak = await here.SendAsync("/account", "/account/password", ("present", PeopleSite.Password), ("password", "short"));
        using HttpResponseMessage changed = await here.SendAsync("/account", "/account/password", ("present", PeopleSite.Password), ("password", "another horse battery"));

        Assert.Contains("The present password is not right", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("at least 12 characters", await weak.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
        Assert.True(await here.IsInAsync());
        Assert.False(await there.IsInAsync());
        using HttpResponseMessage signedIn = await there.SignInAsync("ada", "another horse battery");
        Assert.Equal(HttpStatusCode.SeeOther, signedIn.StatusCode);
    }

    [Fact]
    public async Task Data_Downloaded_IsTheWholeLogOfThisPerson()
    {
        await using PeopleSite site = await PeopleSite.StartAsync();
        using Person ada = await site.JoinAsync("ada"), grace = await site.JoinAsync("grace");
        (await ada.SendAsync("/questions/sample-scaling", "/questions/sample-scaling/answers", ("answer", "first, says ada"))).Dispose();

        using HttpResponseMessage response = await ada.Client.GetAsync("/account/data");
        byte[] log = await response.Content.ReadAsByteArrayAsync();
        using HttpResponseMessage other = await grace.Client.GetAsync("/account/data");

        Assert.Equal("gradus-ada.jsonl", response.Content.Headers.ContentDisposition!.FileName);
        using Gradus.Testing.TemporaryFolder folder = new();
        using GradusApplication alone = GradusApplication.Open(new GradusOptions { Home = new Hosting.GradusHome(folder.Path), BankFolder = "", Bank = Samples.SampleQuestions.Bank, Grader = new Samples.WordGrader(), Clock = site.Clock, Labs = [] });
        alone.OwnData.Import(new MemoryStream(log), "log");
        Assert.Equal("first, says ada", Assert.Single(alone.History.AnswersTo("sample-scaling")).Text);
        Assert.DoesNotContain("says ada", await other.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_NameTyped_TakesAccountAndDataAway()
    {
        await using PeopleSite site = await PeopleSite.StartAsync();
        using Person ada = await site.JoinAsync("ada"), grace = await site.JoinAsync("grace");
        (await ada.SendAsync("/questions/sample-scaling", "/questions/sample-scaling/answers", ("answer", "first"))).Dispose();
        string folder = Path.Combine(site.Home, "people", (await site.AccountAsync("ada"))!.Id);

        using HttpResponseMessage unsure = await ada.SendAsync("/account", "/account/delete", ("name", "grace"));
        Assert.True(Directory.Exists(folder));
        using HttpResponseMessage sure = await ada.SendAsync("/account", "/account/delete", ("name", "Ada"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsure.StatusCode);
        Assert.Equal("/sign-in?gone=yes", sure.Headers.Location!.ToString());
        Assert.Contains("are deleted", await ada.PageAsync("/sign-in?gone=yes"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
        Assert.Null(await site.AccountAsync("ada"));
        Assert.True(await grace.IsInAsync());
    }

    [Fact]
    public async Task Forms_WithoutTheirToken_AreRefused()
    {
        await using PeopleSite site = await PeopleSite.StartAsync();
        using Person ada = await site.JoinAsync("ada");

        foreach (string action in (string[])["/account/delete", "/account/tokens", "/account/password", "/account/sign-out-everywhere", "/account/passkeys/options"])
        {
            using HttpResponseMessage response = await ada.Client.PostAsync(action, new FormUrlEncodedContent([new("name", "ada")]));
            Assert.True(response.StatusCode == HttpStatusCode.BadRequest, $"{action} answered {response.StatusCode}");
        }

        Assert.True(await ada.IsInAsync());
        Assert.Empty(new ApiTokens(site.People.Database).Of((await site.AccountAsync("ada"))!.Id));
    }

    [Fact]
    public async Task Passkey_ThatNoDeviceMade_IsRefused()
    {
        await using PeopleSite site = await PeopleSite.StartAsync();
        using Person ada = await site.JoinAsync("ada"), stranger = site.Stranger();

        using HttpResponseMessage noChallenge = await ada.SendAsync("/account", "/account/passkeys", ("credential", "{}"), ("name", "x"));
        using HttpResponseMessage options = await ada.SendAsync("/account", "/account/passkeys/options");
        using HttpResponseMessage nonsense = await ada.SendAsync("/account", "/account/passkeys", ("credential", "{\"id\":\"AQ\"}"), ("name", "x"));
        using HttpResponseMessage signIn = await stranger.SendAsync("/sign-in", "/sign-in/passkey", ("credential", "{\"id\":\"AQ\"}"));

        Assert.Equal(HttpStatusCode.OK, options.StatusCode);
        Assert.Equal("application/json", options.Content.Headers.ContentType!.MediaType);
        Assert.Contains("\"userVerification\":\"required\"", await options.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.All((HttpResponseMessage[])[noChallenge, nonsense, signIn], response => Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode));
        Assert.Empty(await site.Store.GetPasskeysAsync((await site.AccountAsync("ada"))!, CancellationToken.None));
    }

    [Fact]
    public async Task Settings_OfASharedSite_NameNeitherFolderNorAddressOfTheModel()
    {
        await using PeopleSite site = await PeopleSite.StartAsync(prepare: home => File.WriteAllText(Path.Combine(home, "model.json"), """{"address":"http://127.0.0.1:9/v1","model":"small-one","key":"very-secret"}"""));
        using Person ada = await site.JoinAsync("ada");

        string page = await ada.PageAsync("/settings");
        string told = await ada.Client.GetStringAsync("/api/settings");
        using HttpResponseMessage form = await ada.SendAsync("/settings", "/settings/model", ("address", "http://169.254.169.254/v1"), ("model", "m"));
        using HttpResponseMessage clear = await ada.Client.DeleteAsync("/api/settings/model");

        Assert.Contains("small-one", page, StringComparison.Ordinal);
        Assert.Contains("small-one", told, StringComparison.Ordinal);
        foreach (string secret in (string[])["127.0.0.1:9", "very-secret", site.Home])
        {
            Assert.DoesNotContain(secret, page + told, StringComparison.Ordinal);
        }

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (form.StatusCode, clear.StatusCode));
        Assert.Equal("application/problem+json", clear.Content.Headers.ContentType!.MediaType);
        Assert.Empty(Directory.GetFiles(Path.Combine(site.Home, "people"), "model.json", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Fault_OfThePersonsFolder_TellsNothingOfTheMachine()
    {
        await using PeopleSite site = await PeopleSite.StartAsync();
        using Person ada = await site.JoinAsync("ada");
        string folder = Path.Combine(site.Home, "people", (await site.AccountAsync("ada"))!.Id);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "gradus.db"), new string('x', 5_000));

        using HttpResponseMessage page = await ada.Client.GetAsync("/");
        string body = await page.Content.ReadAsStringAsync();
        using HttpResponseMessage api = await ada.Client.GetAsync("/api/history");

        Assert.Equal((HttpStatusCode.InternalServerError, HttpStatusCode.InternalServerError), (page.StatusCode, api.StatusCode));
        Assert.Contains("its owner finds the cause", body, StringComparison.Ordinal);
        Assert.DoesNotContain(site.Home, body + await api.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
