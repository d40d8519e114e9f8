using System.Net;
using Gradus.Hosting;
using Gradus.Hosting.Accounts;
using Gradus.Hosting.Services;
using Gradus.Testing;
using Gradus.Web.Serving;
using Gradus.Web.Tests.Samples;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gradus.Web.Tests.Accounts;

/// <summary>A site with accounts on a free port with a new home.</summary>
internal sealed class PeopleSite : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly WebApplication _site;

    private PeopleSite(TemporaryFolder folder, People people, WebApplication site, SteppedLab lab, FakeTimeProvider clock)
    {
        _folder = folder;
        _site = site;
        People = people;
        Lab = lab;
        Clock = clock;
        Listening = new Uri(site.Urls.Single());
        Address = $"{Listening.Scheme}://localhost:{Listening.Port}";
        Links = new AccountLinks(people.Database);
    }

    public const string Password = "correct horse battery";

    public People People { get; }

    public FakeTimeProvider Clock { get; }

    public SteppedLab Lab { get; }

    /// <summary>Where the socket is.</summary>
    public Uri Listening { get; }

    /// <summary>The address by a name, as passkeys need it.</summary>
    public string Address { get; }

    public AccountLinks Links { get; }

    public string Home => People.Home.Path;

    /// <summary>Every route that the site answers.</summary>
    public IEnumerable<RouteEndpoint> Routes => _site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    public static async Task<PeopleSite> StartAsync(SiteOptions? options = null, SiteLimits? limits = null, Action<string>? prepare = null)
    {
        TemporaryFolder folder = new();
        SteppedLab lab = new();
        FakeTimeProvider clock = new();
        string home = folder.Combine("home");
        prepare?.Invoke(Directory.CreateDirectory(home).FullName);
        People people = People.Open(new GradusOptions
        {
            Home = new GradusHome(home),
            BankFolder = RepositoryRoot.Combine("bank"),
            Clock = clock,
            Bank = SampleQuestions.Bank,
            Grader = new WordGrader(),
            Labs = [lab],
        });
        WebApplication site = WebHost.Create(people, (options ?? new SiteOptions()) with { Clock = clock, Limits = limits ?? new SiteLimits() });
        await site.StartAsync();
        return new PeopleSite(folder, people, site, lab, clock);
    }

    /// <summary>A browser without script that has never been here.</summary>
    public Person Stranger() => new(Address);

    /// <summary>Somebody who has made an account by an invitation and is signed in.</summary>
    public async Task<Person> JoinAsync(string name)
    {
        Person person = Stranger();
        string link = AccountLinks.InvitePath + Links.Invite(7).Secret;
        using HttpResponseMessage joined = await person.SendAsync(link, link, ("name", name), ("password", Password));
        Assert.True(joined.StatusCode == HttpStatusCode.SeeOther, await joined.Content.ReadAsStringAsync());
        Assert.Equal("/", joined.Headers.Location!.ToString());
        return person;
    }

    /// <summary>An account as it is stored.</summary>
    public async Task<Account?> AccountAsync(string name) => await Store.FindByNameAsync(name.ToUpperInvariant(), CancellationToken.None);

    /// <summary>The store of the site's accounts.</summary>
    public AccountStore Store => new(People.Database, new IdentityErrorDescriber());

    /// <summary>A person's application, to look into; give it back.</summary>
    public async Task<GradusApplication> OpenAsync(string name) => People.Borrow((await AccountAsync(name))!.Id);

    public async ValueTask DisposeAsync()
    {
        await _site.StopAsync();
        await _site.DisposeAsync();
        People.Dispose();
        Lab.Dispose();
        _folder.Dispose();
    }
}
