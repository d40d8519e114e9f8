using System.Diagnostics;
using System.Globalization;
using Gradus.Learning.Data.Csv;
using Gradus.Learning.Training;

namespace Gradus.Examples;

/// <summary>What the examples share: options as <c>--name value</c>, a line an epoch, the results, what the run took, and one line where something is wrong.</summary>
internal sealed class Example : IProgress<TrainingProgress>
{
    private readonly Dictionary<string, string> _options;

    private Example(Dictionary<string, string> options) => _options = options;

    /// <summary>The value of an option.</summary>
    internal string this[string option] => _options[option];

    /// <summary>Runs an example and gives its exit code: 0, or 2 for a wrong option or data that are not there.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="defaults">The options with their defaults, as <c>seed=0</c>.</param>
    /// <param name="body">The example.</param>
    internal static int Run(string[] args, string[] defaults, Action<Example> body)
    {
        Dictionary<string, string> options = defaults.ToDictionary(option => option.Split('=')[0], option => option.Split('=')[1], StringComparer.Ordinal);
        string usage = string.Join(' ', options.Select(option => $"[--{option.Key} {option.Value}]"));
        try
        {
            for (int place = 0; place < args.Length; place += 2)
            {
                string name = args[place].StartsWith("--", StringComparison.Ordinal) ? args[place][2..] : "";
                options[name] = options.ContainsKey(name) && place + 1 < args.Length ? args[place + 1] : throw new UsageException($"'{args[place]}' is no option, or lacks its value.");
            }

            Stopwatch watch = Stopwatch.StartNew();
            body(new Example(options));
            using Process process = Process.GetCurrentProcess();
            Console.WriteLine(FormattableString.Invariant($"time {watch.Elapsed.TotalSeconds:0.0} s, of processors {process.TotalProcessorTime.TotalSeconds:0.0} s; memory at most {process.PeakWorkingSet64 >> 20} MB"));
            return 0;
        }
        catch (UsageException error)
        {
            Console.Error.WriteLine($"{error.Message} Options, with their defaults: {usage}");
            return 2;
        }
        catch (Exception error) when (error is IOException or FormatException or CsvException or ArgumentException)
        {
            // Data that are not there, cannot be read, or hold something else; a number that makes no sense.
            Console.Error.WriteLine(error.Message);
            return 2;
        }
    }

    /// <summary>The value of an option that is a whole number.</summary>
    internal int Number(string option, int least = 0) => int.TryParse(_options[option], NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least
        ? number
        : throw new UsageException($"--{option} is '{_options[option]}'; it must be a whole number of at least {least}.");

    /// <summary>The value of an option that is true or false.</summary>
    internal bool Flag(string option) => bool.TryParse(_options[option], out bool flag) ? flag : throw new UsageException($"--{option} is '{_options[option]}'; it must be true or false.");

    /// <summary>Tells a result.</summary>
    internal static void Tell(string figure, double value) => Console.WriteLine(FormattableString.Invariant($"{figure} {value:0.0000}"));

    /// <summary>Tells an epoch that has ended.</summary>
    void IProgress<TrainingProgress>.Report(TrainingProgress value)
    {
        if (value.Completed is { } epoch)
        {
            string validation = epoch.ValidationLoss is { } loss ? FormattableString.Invariant($", validation {loss:0.0000}") : "";
            Console.WriteLine(FormattableString.Invariant($"epoch {epoch.Epoch} of {value.Epochs}: loss {epoch.TrainLoss:0.0000}{validation}"));
        }
    }
}
