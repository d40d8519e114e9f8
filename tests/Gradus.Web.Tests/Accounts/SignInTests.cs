using System.Net;
using Gradus.Hosting.Accounts;
using Gradus.Web.Accounts;
using Gradus.Web.Serving;

namespace Gradus.Web.Tests.Accounts;

public sealed class SignInTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/library?q=x&level=1")]
    [InlineData("/account")]
    [InlineData("/nowhere")]
    [InlineData("/interview/06h1jzgwhnzm9yn4av")]
    public async Task Pages_NotSignedIn_AskToSignInAndComeBack(string path)
    {
        await using PeopleSite site = await PeopleSite.StartAsync();
        (await site.JoinAsync("ada")).Dispose();
        using Person person = site.Stranger();

        using HttpResponseMessage asked = await person.Client.GetAsync(path);
        string page = asked.Headers.Location!.ToString();
        string body = await person.PageAsync(page);
        using HttpResponseMessage signedIn = await person.SignInAsync("ADA", PeopleSite.Password, path);

        Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        Assert.StartsWith("/sign-in", page, StringComparison.Ordinal);
        Assert.Contains($"name=\"return\" value=\"{WebUtility.HtmlEncode(path)}\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/library\"", body, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, path), (signedIn.StatusCode, signedIn.Headers.Location!.ToString()));
        Assert.True(await person.IsInAsync());
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task SignIn_ReturnToAnotherSite_GoesHome(string back)
    {
        await using PeopleSite site = await PeopleSite.StartAsync();
        (await site.JoinAsync("ada")).Dispose();
        using Person person = site.Stranger();

        string body = await person.PageAsync("/sign-in?return=" + Uri.EscapeDataString(back));
        using HttpResponseMessage signedIn = await person.SignInAsync("ada", PeopleSite.Password, back);
        using HttpResponseMessage already = await person.Client.GetAsync("/sign-in?return=" + Uri.EscapeDataString(back));

        Assert.DoesNotContain("evil", body, StringComparison.Ordinal);
        Assert.Equal("/", signedIn.Headers.Location!.ToString());
        Assert.Equal("/", already.Headers.Location!.ToString());
    }

    [Fact]
    public async Task SignIn_WrongNameOrPassword_SaysTheSameOfBoth()
    {
        await using PeopleSite site = await PeopleSite.StartAsync();
        (await site.JoinAsync("ada")).Dispose();
        using Person person = site.Stranger();

        using HttpResponseMessage password = await person.SignInAsync("ada", "wrong horse battery");
        using HttpResponseMessage name = await person.SignInAsync("eve", "wrong horse battery");
        using HttpResponseMessage tooLong = await person.SignInAsync("ada", new string('x', 5_000));

        string[] said = [await AlertAsync(password), await AlertAsync(name), await AlertAsync(tooLong)];
        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity], [password.StatusCode, name.StatusCode, tooLong.StatusCode]);
        Assert.Contains("do not open anything", said[0], StringComparison.Ordinal);
        Assert.Equal([said[0], said[0]], said[1..]);
        Assert.False(await person.IsInAsync());
    }

    [Fact]
    public async Task SignIn_FiveWrongPasswords_LocksTheNameForAWhile()
    {
        await using PeopleSite site = await PeopleSite.StartAsync();
        using Person inside = await site.JoinAsync("ada");
        using Person person = site.Stranger();
        for (int i = 0; i < SignInGate.MostFailures; i++)
        {
            (await person.SignInAsync("ada", "wrong horse battery")).Dispose();
        }

        using HttpResponseMessage right = await person.SignInAsync("ada", PeopleSite.Password);
        Account account = (await site.AccountAsync("ada"))!;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, right.StatusCode);
        Assert.InRange(account.LockedUntil!.Value - TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(3), SignInGate.Rest);
        Assert.True(await inside.IsInAsync());
        account.LockedUntil = TimeProvider.System.GetUtcNow() - TimeSpan.FromSeconds(1);
        Assert.True((await site.Store.UpdateAsync(account, CancellationToken.None)).Succeeded);
        using HttpResponseMessage later = await person.SignInAsync("ada", PeopleSite.Password);
        Assert.Equal(HttpStatusCode.SeeOther, later.StatusCode);
    }

    [Fact]
    public async Task SignIn_ManyWrongPasswordsAtOnce_CountEachOfThem()
    {
        await using PeopleSite site = await PeopleSite.StartAsync();
        (await site.JoinAsync("ada")).Dispose();
        Person[] crowd = [.. Enumerable.Range(0, 12).Select(_ => site.Stranger())];

        HttpResponseMessage[] answers = await Task.WhenAll(crowd.Select(person => person.SignInAsync("ada", "wrong horse battery")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.NotNull((await site.AccountAsync("ada"))!.LockedUntil);
        Array.ForEach(answers, answer => answer.Dispose());
        Array.ForEach(crowd, person => person.Dispose());
    }

    [Fact]
    public async Task SignIn_TooManyAttemptsFromOneAddress_AreToldToWait()
    {
        await using PeopleSite site = await PeopleSite.StartAsync(limits: new SiteLimits { SignInsPerMinute = 3 });
        using Person person = site.Stranger();

        List<HttpStatusCode> codes = [];
        for (int i = 0; i < 4; i++)
        {
            using HttpResponseMessage response = await person.SignInAsync($"nobody{i}", "wrong horse battery");
            codes.Add(response.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, codes[^1]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, codes[0]);
        await person.PageAsync("/sign-in");
    }

    [Fact]
    public async Task SignOut_Here_EndsThisBrowserAlone()
    {
        await using PeopleSite site = await PeopleSite.StartAsync();
        using Person here = await site.JoinAsync("ada"), there = site.Stranger();
        (await there.SignInAsync("ada", PeopleSite.Password)).Dispose();

        using HttpResponseMessage response = await here.SendAsync("/account", "/account/sign-out");

        Assert.Equal("/sign-in", response.Headers.Location!.ToString());
        Assert.False(await here.IsInAsync());
        Assert.True(await there.IsInAsync());
    }

    [Fact]
    public async Task SignOut_Everywhere_EndsAllBrowsersOfThisPersonAtOnce()
    {
        await using PeopleSite site = await PeopleSite.StartAsync();
        using Person here = await site.JoinAsync("ada"), there = site.Stranger(), other = await site.JoinAsync("grace");
        (await there.SignInAsync("ada", PeopleSite.Password)).Dispose();

        (await here.SendAsync("/account", "/account/sign-out-everywhere")).Dispose();

        Assert.False(await here.IsInAsync());
        Assert.False(await there.IsInAsync());
        Assert.True(await other.IsInAsync());
    }

    [Fact]
    public async Task Cookie_OfAPerson_IsHiddenFromScriptAndForeignSites()
    {
        await using PeopleSite site = await PeopleSite.StartAsync();
        (await site.JoinAsync("ada")).Dispose();
        using Person person = site.Stranger();

        using HttpResponseMessage session = await person.SignInAsync("ada", PeopleSite.Password);
        using Person kept = site.Stranger();
        using HttpResponseMessage stays = await kept.SignInAsync("ada", PeopleSite.Password, keep: true);

        string cookie = session.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("gradus-account=", StringComparison.Ordinal));
        Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("; samesite=lax", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("expires", cookie, StringComparison.Ordinal);
        Assert.Contains("expires=Mon, 21 Dec 2026", stays.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("gradus-account=", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_SentWhenSignedOut_ComesBackToItsPage()
    {
        await using PeopleSite site = await PeopleSite.StartAsync();
        using Person person = site.Stranger();
        using HttpRequestMessage request = new(HttpMethod.Post, "/questions/sample-scaling/answers") { Content = new FormUrlEncodedContent([new("answer", "first")]) };
        request.Headers.Referrer = new Uri(site.Address + "/questions/sample-scaling");

        using HttpResponseMessage response = await person.Client.SendAsync(request);

        Assert.Equal("/sign-in?return=%2Fquestions%2Fsample-scaling", response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Account_TakenAway_IsOutAtTheNextRequest()
    {
        await using PeopleSite site = await PeopleSite.StartAsync();
        using Person person = await site.JoinAsync("ada");
        (await person.SendAsync("/questions/sample-scaling", "/questions/sample-scaling/answers", ("answer", "first"))).Dispose();
        string folder = Path.Combine(site.Home, "people", (await site.AccountAsync("ada"))!.Id);
        Assert.True(Directory.Exists(folder));

        site.People.Remove((await site.AccountAsync("ada"))!.Id);

        Assert.False(await person.IsInAsync());
        Assert.False(Directory.Exists(folder));
        using HttpResponseMessage again = await person.SignInAsync("ada", PeopleSite.Password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
    }

    [Fact]
    public async Task Assets_AndHealth_NeedNoAccount()
    {
        await using PeopleSite site = await PeopleSite.StartAsync();
        using Person person = site.Stranger();

        await person.PageAsync("/health");
        await person.PageAsync("/assets/site.css");
        await person.PageAsync("/assets/account.js");
    }

    private static async Task<string> AlertAsync(HttpResponseMessage response)
    {
        string body = await response.Content.ReadAsStringAsync();
        int start = body.IndexOf("role=\"alert\"", StringComparison.Ordinal);
        return start < 0 ? "" : body[start..body.IndexOf("</p>", start, StringComparison.Ordinal)];
    }
}
