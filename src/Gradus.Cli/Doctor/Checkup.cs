using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Gradus.Cli.Terminal;
using Gradus.Hosting;
using Gradus.Hosting.Backups;
using Gradus.Hosting.Data;
using Gradus.Hosting.LanguageModels;
using Gradus.Hosting.Services;
using Gradus.Hosting.Store;
using Gradus.Interview.Questions;

namespace Gradus.Cli.Doctor;

/// <summary>Looks at everything that Gradus needs or can use here.</summary>
/// <param name="shell">The surroundings.</param>
internal sealed class Checkup(Shell shell)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Looks at everything.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What was found, in the order in which it is told.</returns>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CancellationToken cancellationToken) =>
    [
        Program(),
        Processor(),
        await SdkAsync(cancellationToken),
        Questions(),
        .. Home(),
        Data(),
        await ModelAsync(cancellationToken),
        Browser(),
        Terminal(),
    ];

    private static CheckResult Program()
    {
        string version = typeof(Checkup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";
        return CheckResult.Works("gradus", $"{version} on {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}");
    }

    private static CheckResult Processor()
    {
        string vectors = Vector512.IsHardwareAccelerated && Avx512F.IsSupported ? "AVX-512" : Vector256.IsHardwareAccelerated ? "256-bit vectors" : Vector128.IsHardwareAccelerated ? "128-bit vectors" : "no vectors";
        return CheckResult.Works("processor", string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} processors, {vectors}"));
    }

    private static async Task<CheckResult> SdkAsync(CancellationToken cancellationToken)
    {
        const string way = "Only building from source needs it: https://dotnet.microsoft.com/download";
        try
        {
            using CancellationTokenSource late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            late.CancelAfter(Patience);
            using Process process = Process.Start(new ProcessStartInfo("dotnet", ["--list-sdks"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            string listed = await process.StandardOutput.ReadToEndAsync(late.Token);
            string[] versions = [.. listed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0])];
            return versions.Length > 0 ? CheckResult.Works("SDK", string.Join(", ", versions)) : CheckResult.Missing("SDK", "no .NET SDK", way);
        }
        catch (Exception error) when (error is Win32Exception or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return CheckResult.Missing("SDK", "no .NET SDK", way);
        }
    }

    private static CheckResult Questions()
    {
        try
        {
            Bank bank = Bank.Load(Bank.LocateFolder());
            int errors = bank.Issues.Count(issue => issue.Severity == IssueSeverity.Error);
            string detail = string.Create(CultureInfo.InvariantCulture, $"{bank.Questions.Count} questions in {bank.Folder}");
            return errors == 0 && bank.Questions.Count > 0 ? CheckResult.Works("questions", detail) : CheckResult.Broken("questions", $"{detail}, {errors} errors", "'gradus bank check' names them; install Gradus again");
        }
        catch (DirectoryNotFoundException error)
        {
            return CheckResult.Broken("questions", error.Message, "Install Gradus again");
        }
    }

    private IEnumerable<CheckResult> Home()
    {
        GradusHome home = GradusHome.Find(shell.Environment);
        string? fault = Writable(home.Path);
        yield return fault is null ? CheckResult.Works("home", home.Path) : CheckResult.Broken("home", $"{home.Path}: {fault}", "Make the folder writable, or set GRADUS_HOME to one that is");
        string database = Path.Combine(home.Path, GradusApplication.DatabaseName);
        if (fault is not null)
        {
            yield break;
        }

        if (!File.Exists(database))
        {
            yield return CheckResult.Works("log", "empty; it begins with your first answer");
            yield break;
        }

        (CheckResult log, IReadOnlyList<Backup> backups) = Log(database);
        yield return log;
        yield return backups is [Backup newest, ..]
            ? CheckResult.Works("backups", string.Create(CultureInfo.InvariantCulture, $"{backups.Count} in {Path.GetDirectoryName(newest.Path)}, the newest of {ReviewView.Day(newest.At, shell.Clock)}"))
            : CheckResult.Missing("backups", "none yet", "The site makes one every half hour in which something changed; 'gradus data export FILE' writes your log into one file");
    }

    private (CheckResult Log, IReadOnlyList<Backup> Backups) Log(string database)
    {
        try
        {
            using GradusApplication application = Workplace(database);
            IReadOnlyList<string> problems = application.Verify();
            CheckResult log = problems.Count == 0 ? CheckResult.Works("log", database) : CheckResult.Broken("log", $"{database}: {string.Join("; ", problems)}", "Restore a backup, see 'backups'");
            return (log, application.Backups.All);
        }
        catch (Exception error) when (error is StoreException or DirectoryNotFoundException)
        {
            return (CheckResult.Broken("log", error.Message, "Restore a backup, or set GRADUS_HOME to another folder"), []);
        }
    }

    private GradusApplication Workplace(string database) => GradusApplication.Open(new GradusOptions
    {
        Home = new GradusHome(Path.GetDirectoryName(database)!),
        BankFolder = Bank.LocateFolder(),
        Clock = shell.Clock,
    });

    private CheckResult Data()
    {
        DataStore store = DataStore.Open(shell.Environment);
        int here = DatasetCatalog.All.Count(dataset => store.Locate(dataset) is not null);
        string detail = string.Create(CultureInfo.InvariantCulture, $"{here} of {DatasetCatalog.All.Count} data sets are here");
        return shell.Environment("GRADUS_DATA") is { Length: > 0 } folder && !Directory.Exists(folder)
            ? CheckResult.Broken("data", $"GRADUS_DATA names {folder}, which is no folder", "Name a folder that is there, or unset it")
            : here > 0 ? CheckResult.Works("data", detail) : CheckResult.Missing("data", detail, "Every lab runs without: 'gradus data get mnist' fetches a real set");
    }

    private async Task<CheckResult> ModelAsync(CancellationToken cancellationToken)
    {
        LanguageModelOptions? options;
        try
        {
            options = LanguageModelOptions.Read(shell.Environment);
        }
        catch (InvalidDataException error)
        {
            return CheckResult.Broken("model", error.Message, "docs/guide/language-model.md tells the settings");
        }

        if (options is null)
        {
            return CheckResult.Missing("model", "no language model; the grader that comes with Gradus grades", $"To let one grade beside it, set {LanguageModelOptions.AddressVariable} and {LanguageModelOptions.ModelVariable} (docs/guide/language-model.md)");
        }

        try
        {
            using HttpClient client = new() { Timeout = Patience };
            using HttpResponseMessage response = await client.GetAsync(options.Address, cancellationToken);
            return CheckResult.Works("model", $"{options.Model} at {options.Address}: somebody answers there");
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return CheckResult.Broken("model", $"nobody answers at {options.Address} ({error.Message})", "Start the model, or unset its address; until then the grader that comes with Gradus grades");
        }
    }

    private CheckResult Browser()
    {
        string? named = shell.Environment("GRADUS_CHROMIUM");
        string? found = !string.IsNullOrEmpty(named) ? named : Find("chromium") ?? Find("chromium-browser") ?? Find("google-chrome");
        return found is not null && File.Exists(found)
            ? CheckResult.Works("chromium", found)
            : CheckResult.Missing("chromium", named is null ? "not found" : $"{named} is not there", "Only the browser tests need it: './test --install', or name one in GRADUS_CHROMIUM");
    }

    private CheckResult Terminal()
    {
        string keys = shell.Keyboard is null ? "input in lines" : "key by key";
        string colours = shell.HasColours ? "colours" : "no colours";
        string drawn = shell.Redraws ? "live timer" : "plain lines";
        return CheckResult.Works("terminal", string.Create(CultureInfo.InvariantCulture, $"{shell.Width} columns, {colours}, {drawn}, {keys}"));
    }

    private string? Find(string program) => (shell.Environment("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);

    private static string? Writable(string folder)
    {
        try
        {
            // What is not there yet is made by the first command that stores something; here nothing is left behind.
            string existing = folder;
            while (!Directory.Exists(existing))
            {
                existing = Path.GetDirectoryName(existing) ?? throw new IOException("no folder above it exists");
            }

            string probe = Path.Combine(existing, $".gradus-{Environment.ProcessId}.probe");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return error.Message;
        }
    }
}
