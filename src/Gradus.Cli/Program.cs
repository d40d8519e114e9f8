using Gradus.Cli.Terminal;

namespace Gradus.Cli;

internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        using Interruption interruption = new();
        return await CommandLine.RunAsync(args, Shell.System(), interruption.Token);
    }
}
