using Gradus.Testing;

namespace Gradus.Cli.Tests.Commands;

public sealed class SiteCommandTests
{
    [Theory]
    [InlineData("--bind 0.0.0.0", "would send passwords unencrypted; give --certificate FILE and --key FILE, or --behind-proxy")]
    [InlineData("--bind 0.0.0.0 --accounts --name class.example.org", "would send passwords unencrypted")]
    [InlineData("--bind :: --name class.example.org", "would send passwords unencrypted")]
    [InlineData("--behind-proxy", "give it with --name HOST")]
    [InlineData("--bind 0.0.0.0 --behind-proxy", "give it with --name HOST")]
    [InlineData("--bind everywhere", "--bind got 'everywhere', needed an address")]
    [InlineData("--accounts --name https://class.example.org", "needed a host name alone")]
    [InlineData("--accounts --name class.example.org:443", "needed a host name alone")]
    [InlineData("--certificate site.pem", "--certificate and --key go together")]
    [InlineData("--key site.key", "--certificate and --key go together")]
    [InlineData("--behind-proxy --name a.example --certificate a --key b", "leave out --certificate and --key")]
    [InlineData("--bind 0.0.0.0 --name a.example --certificate none.pem --key none.key", "none.pem: there is no such file")]
    public async Task Site_OptionsThatAreNotSafe_AreRefusedInOneLine(string options, string why)
    {
        using TestShell shell = new();

        CommandResult result = await shell.RunAsync("", [.. options.Split(' '), "--no-open"]);

        Assert.Equal((2, ""), (result.ExitCode, result.StandardOutput));
        Assert.Contains(why, Assert.Single(result.StandardError.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(shell.Home.Path));
    }
}
