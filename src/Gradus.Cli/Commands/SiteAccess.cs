using System.CommandLine;
using System.Net;
using Gradus.Cli.Terminal;
using Gradus.Web;
using Gradus.Web.Serving;

namespace Gradus.Cli.Commands;

/// <summary>The options that say who can reach the site, and what they come to.</summary>
internal sealed class SiteAccess
{
    private readonly Option<string?> _bind = new("--bind") { Description = "The address to listen on; 127.0.0.1 when left out. Beyond this machine people sign in, over TLS.", HelpName = "ADDRESS" };
    private readonly Option<string[]> _names = new("--name") { Description = "A host name under which people reach the site; may be given more than once.", HelpName = "HOST", DefaultValueFactory = _ => [] };
    private readonly Option<string?> _certificate = new("--certificate") { Description = "The certificate for TLS, PEM, with its chain.", HelpName = "FILE" };
    private readonly Option<string?> _key = new("--key") { Description = "The key of the certificate, PEM, not encrypted.", HelpName = "FILE" };
    private readonly Option<bool> _proxy = new("--behind-proxy") { Description = "TLS ends at a proxy on this machine, which alone may reach the site." };
    private readonly Option<bool> _accounts = new("--accounts") { Description = "Let people sign in on this machine too, each with data of their own." };

    public SiteAccess(RootCommand root)
    {
        root.Add(_bind);
        root.Add(_names);
        root.Add(_certificate);
        root.Add(_key);
        root.Add(_proxy);
        root.Add(_accounts);
    }

    /// <summary>Whether people sign in.</summary>
    public bool HasAccounts(ParseResult parsed) => parsed.GetValue(_accounts) || Read(parsed) is { IsReachable: true };

    /// <summary>Where the site listens, without its port.</summary>
    /// <exception cref="UsageException">The options would let passwords be read on the way, or do not go together.</exception>
    /// <exception cref="InvalidDataException">The certificate cannot be used.</exception>
    public SiteOptions Options(ParseResult parsed, Shell shell)
    {
        SiteOptions options = Read(parsed) with { Clock = shell.Clock };
        (string? certificate, string? key) = (parsed.GetValue(_certificate), parsed.GetValue(_key));
        if ((certificate is null) != (key is null))
        {
            throw new UsageException("--certificate and --key go together; give both.");
        }

        if (certificate is not null && options.BehindProxy)
        {
            throw new UsageException("--behind-proxy says that TLS ends at the proxy; leave out --certificate and --key.");
        }

        if (options.IsReachable && certificate is null && !options.BehindProxy)
        {
            throw new UsageException($"--bind {options.Address} would send passwords unencrypted; give --certificate FILE and --key FILE, or --behind-proxy where a proxy on this machine speaks TLS.");
        }

        if (options.IsReachable && options.Names.Count == 0)
        {
            throw new UsageException("people reach the site by a host name, which requests are checked against; give it with --name HOST.");
        }

        return certificate is null ? options : options with { Certificate = CertificateFile.Open(certificate, key!, shell.Clock) };
    }

    /// <summary>The address that people open.</summary>
    /// <param name="options">Where the site listens.</param>
    /// <param name="accounts">Whether people sign in.</param>
    /// <param name="listening">The address that it listens on.</param>
    public static string AddressOf(SiteOptions options, bool accounts, Uri listening) =>
        options is { BehindProxy: true } ? $"https://{options.Names[0]}"
        : options.Names.Count > 0 ? new UriBuilder(listening.Scheme, options.Names[0], listening.Port).Uri.GetLeftPart(UriPartial.Authority)
        // Passkeys need a name.
        : accounts ? $"{listening.Scheme}://localhost:{listening.Port}"
        : listening.GetLeftPart(UriPartial.Authority);

    private SiteOptions Read(ParseResult parsed) => new()
    {
        Address = parsed.GetValue(_bind) is not { } bind ? IPAddress.Loopback
            : bind.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
            : IPAddress.TryParse(bind, out IPAddress? address) ? address
            : throw new UsageException($"--bind got '{bind}', needed an address such as 0.0.0.0 or 192.168.1.20."),
        Names = [.. parsed.GetValue(_names)!.Select(Host)],
        BehindProxy = parsed.GetValue(_proxy),
    };

    private static string Host(string name) => Uri.CheckHostName(name) is UriHostNameType.Dns or UriHostNameType.IPv4
        ? name.ToLowerInvariant()
        : throw new UsageException($"--name got '{name}', needed a host name alone, such as class.example.org.");
}
