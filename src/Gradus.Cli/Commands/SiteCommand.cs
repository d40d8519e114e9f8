using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Gradus.Cli.Terminal;
using Gradus.Hosting.Accounts;
using Gradus.Hosting.Services;
using Gradus.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Hosting;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus</c>: starts the site.</summary>
internal static class SiteCommand
{
    private const int UsualPort = 5180;
    private const int PortsTried = 20;

    public static void Configure(RootCommand root, Shell shell)
    {
        Option<int?> port = new("--port") { Description = $"The port; the next free one from {UsualPort} when left out.", HelpName = "N" };
        port.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value <= 65535))
            {
                result.AddError($"--port got '{result.Tokens[0].Value}', needed a whole number from 0 to 65535");
            }
        });
        Option<bool> noOpen = new("--no-open") { Description = "Do not open the browser." };
        root.Add(port);
        root.Add(noOpen);
        SiteAccess access = new(root);
        root.SetAction((parsed, cancellationToken) =>
        {
            SiteOptions options = access.Options(parsed, shell);
            return access.HasAccounts(parsed)
                ? ServePeopleAsync(shell, options, parsed.GetValue(port), !parsed.GetValue(noOpen), cancellationToken)
                : ServeOneAsync(shell, options, parsed.GetValue(port), !parsed.GetValue(noOpen), cancellationToken);
        });
    }

    private static async Task<int> ServeOneAsync(Shell shell, SiteOptions options, int? port, bool open, CancellationToken cancellationToken)
    {
        using GradusApplication application = Workplace.Open(shell);
        await using WebApplication site = await StartAsync(where => WebHost.Create(application, where), options, port, cancellationToken);
        return await WaitAsync(shell, site, SiteAccess.AddressOf(options, accounts: false, new Uri(site.Urls.First())), open, cancellationToken);
    }

    private static async Task<int> ServePeopleAsync(Shell shell, SiteOptions options, int? port, bool open, CancellationToken cancellationToken)
    {
        using People people = Workplace.OpenPeople(shell);
        await using WebApplication site = await StartAsync(where => WebHost.Create(people, where), options, port, cancellationToken);
        string address = SiteAccess.AddressOf(options, accounts: true, new Uri(site.Urls.First()));
        people.Database.SiteAddress = address;
        if (people.Register.List().Count == 0)
        {
            shell.Error.WriteLine("Nobody has an account yet: 'gradus account invite' prints a link that makes one.");
        }

        if (options.BehindProxy)
        {
            shell.Error.WriteLine($"The proxy finds the site at {site.Urls.First()}.");
        }

        return await WaitAsync(shell, site, address, open && !options.IsReachable, cancellationToken);
    }

    private static async Task<int> WaitAsync(Shell shell, WebApplication site, string address, bool open, CancellationToken cancellationToken)
    {
        shell.Out.WriteLine($"Gradus: {address}");
        if (open && shell.OutputIsTerminal)
        {
            OpenBrowser(address);
        }

        await site.WaitForShutdownAsync(cancellationToken);
        return cancellationToken.IsCancellationRequested ? ExitCodes.Interrupted : ExitCodes.Done;
    }

    private static async Task<WebApplication> StartAsync(Func<SiteOptions, WebApplication> create, SiteOptions options, int? asked, CancellationToken cancellationToken)
    {
        for (int attempt = 0; ; attempt++)
        {
            int port = asked ?? UsualPort + attempt;
            WebApplication site = create(options with { Port = port });
            try
            {
                await site.StartAsync(cancellationToken);
                return site;
            }
            catch (Exception error) when (error is IOException or SocketException)
            {
                await site.DisposeAsync();
                if (asked is not null)
                {
                    string why = error is IOException { InnerException: AddressInUseException } ? "is in use" : $"cannot be used ({error.Message})";
                    throw new UsageException($"port {port} {why} on {options.Address}; give another one with --port, or leave it out to take the next free one.");
                }

                if (attempt + 1 == PortsTried)
                {
                    throw new UsageException($"ports {UsualPort} to {port} cannot be used on {options.Address}; give a free one with --port.");
                }
            }
        }
    }

    private static void OpenBrowser(string address)
    {
        try
        {
            using Process? browser = OperatingSystem.IsMacOS() ? Process.Start("open", address)
                : OperatingSystem.IsWindows() ? Process.Start(new ProcessStartInfo(address) { UseShellExecute = true })
                : string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY") ?? Environment.GetEnvironmentVariable("WAYLAND_DISPLAY")) ? null
                : Process.Start(new ProcessStartInfo("xdg-open", address) { RedirectStandardOutput = true, RedirectStandardError = true });
        }
        catch (Win32Exception)
        {
            // No browser to open: the address has been printed.
        }
    }
}
