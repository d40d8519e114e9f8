using System.Net;
using Gradus.Web.Serving;

namespace Gradus.Web;

/// <summary>Where the site listens, and how people reach it. By default: on this machine alone, for one person, without an account.</summary>
public sealed record SiteOptions
{
    /// <summary>The port; 0 takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>The address to listen on. Default the loopback address.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The host names under which others reach the site; a request that names another host is refused. Empty on the loopback address.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The certificate with which the site serves TLS itself, or null.</summary>
    public CertificateFile? Certificate { get; init; }

    /// <summary>Whether TLS ends at a proxy on this machine: every request counts as one over TLS, must come from the loopback address, and its forwarded address is believed.</summary>
    public bool BehindProxy { get; init; }

    /// <summary>The clock that "in 3 days" is measured by. Default the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How many requests are taken at once and in a second. Default enough for 200 people.</summary>
    public SiteLimits Limits { get; init; } = new();

    /// <summary>Whether browsers speak TLS with the site or with the proxy before it.</summary>
    public bool IsSecure => Certificate is not null || BehindProxy;

    /// <summary>Whether others than people at this machine can reach the site.</summary>
    public bool IsReachable => !IPAddress.IsLoopback(Address) || BehindProxy;

    /// <summary>Refuses what would not be safe.</summary>
    /// <param name="accounts">Whether people have to sign in.</param>
    /// <exception cref="ArgumentException">The options do not go together.</exception>
    internal void Check(bool accounts)
    {
        if (IsReachable && !accounts)
        {
            throw new ArgumentException($"The site would be reachable on {Address} without accounts; open it for people with accounts instead.", nameof(accounts));
        }

        if (IsReachable && !IsSecure)
        {
            throw new ArgumentException($"The site would take passwords on {Address} without TLS; give a certificate, or put it behind a proxy.", nameof(accounts));
        }

        if (IsReachable && Names.Count == 0)
        {
            throw new ArgumentException("The site is reachable by others but has no host name; name the hosts that requests may ask for.", nameof(accounts));
        }
    }
}
