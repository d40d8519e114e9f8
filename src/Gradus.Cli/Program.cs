using System.CommandLine;

namespace Gradus.Cli;

internal static class Program
{
    public static int Main(string[] args)
    {
        RootCommand root = new("Deep-learning interview practice in which every answer runs.");
        return root.Parse(args).Invoke();
    }
}
