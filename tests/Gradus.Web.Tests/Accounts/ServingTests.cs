using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gradus.Testing;
using Gradus.Web.Serving;

namespace Gradus.Web.Tests.Accounts;

/// <summary>The site beyond this machine: names, TLS of its own, a proxy before it.</summary>
public sealed class ServingTests
{
    [Theory]
    [InlineData("class.example.org", HttpStatusCode.OK)]
    [InlineData("CLASS.example.org", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("class.example.org.evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost", HttpStatusCode.MisdirectedRequest)]
    [InlineData("127.0.0.1", HttpStatusCode.MisdirectedRequest)]
    public async Task Host_BehindAProxy_MustBeOneOfTheNames(string host, HttpStatusCode expected)
    {
        await using PeopleSite site = await PeopleSite.StartAsync(Proxied);
        using HttpClient client = new() { BaseAddress = site.Listening };
        using HttpRequestMessage request = new(HttpMethod.Get, "/health");
        request.Headers.Host = host;

        using HttpResponseMessage response = await client.SendAsync(request);

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("max-age=31536000", response.Headers.GetValues("Strict-Transport-Security").Single());
    }

    [Theory]
    [InlineData("https://class.example.org", HttpStatusCode.BadRequest)]
    [InlineData("http://class.example.org", HttpStatusCode.Forbidden)]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    public async Task Origin_BehindAProxy_IsThatOfTlsAlone(string origin, HttpStatusCode expected)
    {
        await using PeopleSite site = await PeopleSite.StartAsync(Proxied);
        using HttpClient client = new() { BaseAddress = site.Listening };
        using HttpRequestMessage request = new(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent([]) };
        request.Headers.Host = "class.example.org";
        request.Headers.Add("Origin", origin);

        using HttpResponseMessage response = await client.SendAsync(request);

        // What passes the guard fails by its missing token.
        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task SignIn_BehindAProxy_IsCountedByTheAddressThatTheProxyNames()
    {
        await using PeopleSite site = await PeopleSite.StartAsync(Proxied, new SiteLimits { SignInsPerMinute = 1 });
        using HttpClient client = new() { BaseAddress = site.Listening };

        List<HttpStatusCode> codes = [];
        foreach (string address in (string[])["203.0.113.1", "203.0.113.1", "203.0.113.2"])
        {
            using HttpRequestMessage request = new(HttpMethod.Get, "/invite/nothing");
            request.Headers.Host = "class.example.org";
            request.Headers.Add("X-Forwarded-For", address);
            using HttpResponseMessage response = await client.SendAsync(request);
            codes.Add(response.StatusCode);
        }

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests, HttpStatusCode.NotFound], codes);
    }

    [Fact]
    public async Task ForwardedAddress_WithoutAProxy_IsNotBelieved()
    {
        await using PeopleSite site = await PeopleSite.StartAsync(limits: new SiteLimits { SignInsPerMinute = 1 });
        using HttpClient client = new() { BaseAddress = site.Listening };

        List<HttpStatusCode> codes = [];
        foreach (string address in (string[])["203.0.113.1", "203.0.113.2"])
        {
            using HttpRequestMessage request = new(HttpMethod.Get, "/invite/nothing");
            request.Headers.Add("X-Forwarded-For", address);
            using HttpResponseMessage response = await client.SendAsync(request);
            codes.Add(response.StatusCode);
        }

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests], codes);
    }

    [Fact]
    public async Task Tls_OwnCertificate_CarriesSignInWithSecureCookies()
    {
        using TemporaryFolder folder = new();
        using X509Certificate2 certificate = Write(folder, "class.example.org");
        await using PeopleSite site = await PeopleSite.StartAsync(new SiteOptions
        {
            Names = ["class.example.org"],
            Certificate = CertificateFile.Open(folder.Combine("site.pem"), folder.Combine("site.key"), TimeProvider.System),
        });
        using HttpClient client = Trusting(site.Listening.Port, certificate);

        using HttpResponseMessage page = await client.GetAsync("/sign-in");
        string body = await page.Content.ReadAsStringAsync();
        using HttpResponseMessage joined = await client.PostAsync("/invite/" + site.Links.Invite(1).Secret, new FormUrlEncodedContent([
            new("__RequestVerificationToken", body.Split("__RequestVerificationToken\" value=\"")[1].Split('"')[0]), new("name", "ada"), new("password", PeopleSite.Password)]));
        using HttpResponseMessage account = await client.GetAsync("/account");

        Assert.Equal("https", site.Listening.Scheme);
        Assert.Equal(HttpStatusCode.SeeOther, joined.StatusCode);
        Assert.Equal(HttpStatusCode.OK, account.StatusCode);
        string cookie = joined.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("__Host-gradus-account=", StringComparison.Ordinal));
        Assert.Contains("; secure", cookie, StringComparison.Ordinal);
        Assert.Contains("; secure", page.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
        Assert.Equal("max-age=31536000", page.Headers.GetValues("Strict-Transport-Security").Single());
    }

    [Fact]
    public async Task Tls_CertificateRenewed_IsServedWithoutARestart()
    {
        using TemporaryFolder folder = new();
        using X509Certificate2 old = Write(folder, "class.example.org");
        FakeTimeProvider clock = new();
        await using PeopleSite site = await PeopleSite.StartAsync(new SiteOptions { Names = ["class.example.org"], Certificate = CertificateFile.Open(folder.Combine("site.pem"), folder.Combine("site.key"), clock) });
        using HttpClient first = Trusting(site.Listening.Port, old);
        Assert.Equal("ok", await first.GetStringAsync("/health"));

        File.WriteAllText(folder.Combine("site.pem"), "half of a renewal");
        clock.Advance(TimeSpan.FromMinutes(1));
        using HttpClient meanwhile = Trusting(site.Listening.Port, old);
        Assert.Equal("ok", await meanwhile.GetStringAsync("/health"));
        using X509Certificate2 renewed = Write(folder, "class.example.org");
        clock.Advance(TimeSpan.FromMinutes(1));
        using HttpClient second = Trusting(site.Listening.Port, renewed);

        Assert.Equal("ok", await second.GetStringAsync("/health"));
        using HttpClient outdated = Trusting(site.Listening.Port, old);
        await Assert.ThrowsAsync<HttpRequestException>(() => outdated.GetStringAsync("/health"));
    }

    [Fact]
    public void Certificate_WithAnotherKey_IsRefusedByName()
    {
        using TemporaryFolder folder = new();
        Write(folder, "a.example").Dispose();
        string key = File.ReadAllText(folder.Combine("site.key"));
        Write(folder, "b.example").Dispose();
        File.WriteAllText(folder.Combine("site.key"), key);

        string message = Assert.Throws<InvalidDataException>(() => CertificateFile.Open(folder.Combine("site.pem"), folder.Combine("site.key"), TimeProvider.System)).Message;

        Assert.Contains("site.pem", message, StringComparison.Ordinal);
        Assert.Contains("belong together", message, StringComparison.Ordinal);
        Assert.Contains("no such file", Assert.Throws<InvalidDataException>(() => CertificateFile.Open(folder.Combine("none.pem"), key, TimeProvider.System)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_ReachableWithoutTlsNamesOrAccounts_IsRefused()
    {
        await using TestSite one = await TestSite.StartAsync();
        await using PeopleSite several = await PeopleSite.StartAsync();
        SiteOptions open = new() { Address = IPAddress.Any };

        Assert.Contains("without accounts", Assert.Throws<ArgumentException>(() => WebHost.Create(one.Application, open)).Message, StringComparison.Ordinal);
        Assert.Contains("without accounts", Assert.Throws<ArgumentException>(() => WebHost.Create(one.Application, Proxied)).Message, StringComparison.Ordinal);
        Assert.Contains("without TLS", Assert.Throws<ArgumentException>(() => WebHost.Create(several.People, open)).Message, StringComparison.Ordinal);
        Assert.Contains("no host name", Assert.Throws<ArgumentException>(() => WebHost.Create(several.People, open with { BehindProxy = true })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Person_WithoutAccounts_SeesNoWordOfThem()
    {
        await using TestSite site = await TestSite.StartAsync();

        string home = await site.PageAsync("/");
        using HttpResponseMessage signIn = await site.Client.GetAsync("/sign-in");
        using HttpResponseMessage account = await site.Client.GetAsync("/account");

        Assert.DoesNotContain("account", home, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("sign in", home, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Graded on this machine. Gradus sends nothing away", home, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (signIn.StatusCode, account.StatusCode));
        Assert.False(File.Exists(Path.Combine(site.Application.Home.Path, "accounts.db")));
    }

    private static SiteOptions Proxied => new() { BehindProxy = true, Names = ["class.example.org"] };

    private static X509Certificate2 Write(TemporaryFolder folder, string name)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new($"CN={name}", key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        X509Certificate2 certificate = request.CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2036, 1, 1, 0, 0, 0, TimeSpan.Zero));
        DateTime written = File.Exists(folder.Combine("site.pem")) ? File.GetLastWriteTimeUtc(folder.Combine("site.pem")).AddSeconds(5) : new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);
        File.WriteAllText(folder.Combine("site.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(folder.Combine("site.key"), key.ExportPkcs8PrivateKeyPem());

        // Told apart also where the clock of the file system is coarse.
        File.SetLastWriteTimeUtc(folder.Combine("site.pem"), written);
        return certificate;
    }

    private static HttpClient Trusting(int port, X509Certificate2 certificate)
    {
        SocketsHttpHandler handler = new()
        {
            AllowAutoRedirect = false,
            SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, served, _, _) => served?.GetCertHashString() == certificate.GetCertHashString() },
            ConnectCallback = async (_, cancellationToken) =>
            {
                Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        return new HttpClient(handler) { BaseAddress = new Uri($"https://class.example.org:{port}") };
    }
}
