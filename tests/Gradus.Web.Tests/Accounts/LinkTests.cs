using System.Net;
using Gradus.Hosting.Accounts;

namespace Gradus.Web.Tests.Accounts;

/// <summary>What the owner's links open.</summary>
public sealed class LinkTests
{
    [Fact]
    public async Task Invitation_UsedTwice_MakesOneAccount()
    {
        await using PeopleSite site = await PeopleSite.StartAsync();
        string link = AccountLinks.InvitePath + site.Links.Invite(7).Secret;
        using Person ada = site.Stranger(), eve = site.Stranger();
        string token = await eve.PageAsync(link);

        using HttpResponseMessage first = await ada.SendAsync(link, link, ("name", "ada"), ("password", PeopleSite.Password));
        using HttpResponseMessage second = await eve.Client.PostAsync(link, new FormUrlEncodedContent([
            new("__RequestVerificationToken", token.Split("__RequestVerificationToken\" value=\"")[1].Split('"')[0]), new("name", "eve"), new("password", PeopleSite.Password)]));
        using HttpResponseMessage look = await eve.Client.GetAsync(link);

        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (second.StatusCode, look.StatusCode));
        Assert.Contains("This link opens nothing", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("ada", Assert.Single(site.People.Register.List()).Name);
        Assert.False(await eve.IsInAsync());
    }

    [Fact]
    public async Task Invitation_Expired_OpensNothing()
    {
        await using PeopleSite site = await PeopleSite.StartAsync();
        string link = AccountLinks.InvitePath + site.Links.Invite(2).Secret;
        using Person person = site.Stranger();
        await person.PageAsync(link);

        site.Clock.Advance(TimeSpan.FromDays(2));
        using HttpResponseMessage late = await person.Client.GetAsync(link);

        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
    }

    [Theory]
    [InlineData("ada", "short", "at least 12 characters")]
    [InlineData("ada", "aaaaaaaaaaaaaaaa", "different characters")]
    [InlineData("adalovelace", "adalovelace-1", "holds the name")]
    [InlineData("a", "correct horse battery", "2 to 40 characters")]
    [InlineData("ada lovelace", "correct horse battery", "letters a to z")]
    [InlineData("../ada", "correct horse battery", "letters a to z")]
    [InlineData("TAKEN", "correct horse battery", "is taken")]
    public async Task Invitation_NameOrPasswordThatWillNotDo_SaysWhyAndStaysGood(string name, string password, string why)
    {
        await using PeopleSite site = await PeopleSite.StartAsync();
        (await site.JoinAsync("taken")).Dispose();
        string link = AccountLinks.InvitePath + site.Links.Invite(7).Secret;
        using Person person = site.Stranger();

        using HttpResponseMessage refused = await person.SendAsync(link, link, ("name", name), ("password", password));
        using HttpResponseMessage taken = await person.SendAsync(link, link, ("name", "grace"), ("password", PeopleSite.Password));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(why, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, taken.StatusCode);
        Assert.Equal(["grace", "taken"], site.People.Register.List().Select(account => account.Name));
    }

    [Fact]
    public async Task Reset_Used_SetsThePasswordAndSignsOutWhoeverHadTheOldOne()
    {
        await using PeopleSite site = await PeopleSite.StartAsync();
        using Person inside = await site.JoinAsync("ada"), person = site.Stranger();
        Account account = (await site.AccountAsync("ada"))!;
        string link = AccountLinks.ResetPath + site.Links.Reset(account.Id, 2).Secret;
        string api = new ApiTokens(site.People.Database).Create(account.Id, "script");

        using HttpResponseMessage weak = await person.SendAsync(link, link, ("password", "short"));
        using HttpResponseMessage set = await person.SendAsync(link, link, ("password", "another horse battery"));
        using HttpResponseMessage again = await person.Client.GetAsync(link);
        using HttpResponseMessage old = await site.Stranger().SignInAsync("ada", PeopleSite.Password);
        using HttpResponseMessage fresh = await site.Stranger().SignInAsync("ada", "another horse battery");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther, HttpStatusCode.NotFound), (weak.StatusCode, set.StatusCode, again.StatusCode));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (old.StatusCode, fresh.StatusCode));
        Assert.True(await person.IsInAsync());
        Assert.False(await inside.IsInAsync());
        Assert.Null(new ApiTokens(site.People.Database).Use(api));
    }

    [Fact]
    public async Task Links_OfTheOtherKind_OpenNothing()
    {
        await using PeopleSite site = await PeopleSite.StartAsync();
        using Person ada = await site.JoinAsync("ada"), person = site.Stranger();
        string invitation = site.Links.Invite(7).Secret, reset = site.Links.Reset((await site.AccountAsync("ada"))!.Id, 2).Secret;

        using HttpResponseMessage first = await person.Client.GetAsync(AccountLinks.ResetPath + invitation);
        using HttpResponseMessage second = await person.Client.GetAsync(AccountLinks.InvitePath + reset);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (first.StatusCode, second.StatusCode));
        Assert.NotNull(site.Links.Find(invitation));
        Assert.NotNull(site.Links.Find(reset));
    }
}
