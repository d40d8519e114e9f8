using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Gradus.Cli.Terminal;
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
        Option<int?> port = new("--port") { Description = $"The port on 127.0.0.1; the next free one from {UsualPort} when left out.", HelpName = "N" };
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
        root.SetAction((parsed, cancellationToken) => RunAsync(shell, parsed.GetValue(port), !parsed.GetValue(noOpen), cancellationToken));
    }

    private static async Task<int> RunAsync(Shell shell, int? port, bool open, CancellationToken cancellationToken)
    {
        using GradusApplication application = Workplace.Open(shell);
        await using WebApplication site = await StartAsync(application, port, cancellationToken);
        string address = site.Urls.First();
        shell.Out.WriteLine($"Gradus: {address}");
        if (open && shell.OutputIsTerminal)
        {
            OpenBrowser(address);
        }

        await site.WaitForShutdownAsync(cancellationToken);
        return cancellationToken.IsCancellationRequested ? ExitCodes.Interrupted : ExitCodes.Done;
    }

    private static async Task<WebApplication> StartAsync(GradusApplication application, int? asked, CancellationToken cancellationToken)
    {
        for (int attempt = 0; ; attempt++)
        {
            int port = asked ?? UsualPort + attempt;
            WebApplication site = WebHost.Create(application, port);
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
                    throw new UsageException($"port {port} {why} on 127.0.0.1; give another one with --port, or leave it out to take the next free one.");
                }

                if (attempt + 1 == PortsTried)
                {
                    throw new UsageException($"ports {UsualPort} to {port} cannot be used on 127.0.0.1; give a free one with --port.");
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
