using System.CommandLine;
using System.Text.Json;
using Gradus.Cli.Terminal;
using Gradus.Hosting.Benchmarks;
using Gradus.Hosting.Json;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus bench</c>: times the reference models and kernels.</summary>
internal static class BenchCommand
{
    public static Command Create(Shell shell)
    {
        Option<string> only = new("--only") { Description = "Cases whose names begin with one of these, separated by commas.", HelpName = "PREFIX,...", DefaultValueFactory = _ => "" };
        Option<int> threads = CommonOptions.Number("--threads", "Threads of the engine.", 2, 1, 256);
        Option<double?> seconds = new("--seconds") { Description = "The least time a case; 1, and half of that for single operators, unless given.", HelpName = "S" };
        seconds.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(double.TryParse(result.Tokens[0].Value, System.Globalization.CultureInfo.InvariantCulture, out double value) && value is > 0 and <= 3600))
            {
                result.AddError($"--seconds got '{result.Tokens[0].Value}', needed a number above 0, at most 3600");
            }
        });
        Option<bool> json = CommonOptions.Json();
        Command command = new("bench", "Time the reference models and kernels, one JSON object a line.") { only, threads, seconds, json };
        command.SetAction((parsed, cancellationToken) =>
        {
            string[] prefixes = parsed.GetValue(only)!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            BenchmarkOptions options = new() { Only = prefixes, Threads = parsed.GetValue(threads), Seconds = parsed.GetValue(seconds) };
            BenchmarkCatalog catalog = BenchmarkCatalog.Standard;
            if (prefixes.FirstOrDefault(prefix => !catalog.Cases.Any(each => each.Name.StartsWith(prefix, StringComparison.Ordinal))) is { } unknown)
            {
                throw new UsageException($"--only {unknown} fits no case; there are {string.Join(", ", catalog.Cases.Select(each => each.Name))}.");
            }

            foreach (BenchmarkResult result in new BenchmarkRunner(catalog, shell.Clock).Run(options, cancellationToken))
            {
                shell.Out.WriteLine(JsonSerializer.Serialize(result, GradusJson.Options));
            }

            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }
}
