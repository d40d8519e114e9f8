using System.CommandLine;
using System.Text.Json;
using Gradus.Cli.Terminal;
using Gradus.Hosting.Data;
using Gradus.Hosting.Json;
using Spectre.Console;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus data</c>: data sets by name, and the person's own data.</summary>
internal static class DataCommand
{
    private const string MirrorVariable = "GRADUS_DATA_MIRROR";

    public static Command Create(Shell shell)
    {
        Command command = new("data", "Data sets by name: list them, fetch them, compare their checksums. Your own data: export, import and verify it.");
        command.Add(List(shell));
        command.Add(Get(shell));
        command.Add(Verify(shell));
        command.Add(OwnDataCommand.Export(shell));
        command.Add(OwnDataCommand.Import(shell));
        return command;
    }

    private static Command List(Shell shell)
    {
        Option<bool> json = CommonOptions.Json();
        Command command = new("list", "List the data sets and where they lie.") { json };
        command.SetAction(parsed =>
        {
            DataStore store = DataStore.Open(shell.Environment);
            Grid grid = new Grid().AddColumn(new GridColumn().NoWrap().Padding(0, 0, 2, 0)).AddColumn(new GridColumn().NoWrap().Padding(0, 0, 2, 0)).AddColumn(new GridColumn().NoWrap().Padding(0, 0, 2, 0)).AddColumn();
            foreach (CatalogedDataset dataset in DatasetCatalog.All)
            {
                string? folder = store.Locate(dataset);
                bool canBeFetched = dataset.Files.All(file => file.Address is not null);
                if (parsed.GetValue(json))
                {
                    shell.Out.WriteLine(JsonSerializer.Serialize(
                        new { dataset.Id, dataset.Title, dataset.Task, dataset.Rows, dataset.Licence, dataset.Note, dataset.Bytes, Files = dataset.Files.Count, CanBeFetched = canBeFetched, Folder = folder },
                        GradusJson.Options));
                }

                grid.AddRow(Markup.Escape(dataset.Id), folder is not null ? "here" : canBeFetched ? "can be fetched" : "not here", Size(dataset.Bytes), Markup.Escape($"{dataset.Title}: {dataset.Task}, {dataset.Rows}"));
            }

            if (!parsed.GetValue(json))
            {
                shell.Console.Write(grid);
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Get(Shell shell)
    {
        Argument<string[]> names = new("NAME") { HelpName = "NAME", Description = "The data sets.", Arity = ArgumentArity.OneOrMore };
        names.CompletionSources.Add([.. DatasetCatalog.All.Select(each => each.Id)]);
        Option<bool> json = CommonOptions.Json();
        Command command = new("get", $"Fetch data sets into the home, checksums compared. The folder that GRADUS_DATA names is looked up first; {MirrorVariable} names an address that has the files as ID/NAME.") { names, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            // Every name is known before the first byte is asked for.
            CatalogedDataset[] datasets = [.. parsed.GetValue(names)!.Select(DatasetCatalog.Find)];
            using HttpClient client = new();
            DatasetDownloader downloader = new(client, DataStore.Open(shell.Environment), Mirror(shell));
            foreach (CatalogedDataset dataset in datasets)
            {
                try
                {
                    await GetAsync(shell, downloader, dataset, parsed.GetValue(json), cancellationToken);
                }
                catch (ChecksumException error)
                {
                    shell.Error.WriteLine("gradus: " + error.Message);
                    return ExitCodes.CheckFailed;
                }
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task GetAsync(Shell shell, DatasetDownloader downloader, CatalogedDataset dataset, bool json, CancellationToken cancellationToken)
    {
        List<(CheckedFile File, bool Fetched)> files = [];
        foreach (CatalogedFile file in dataset.Files)
        {
            files.Add(await downloader.FetchAsync(dataset, file, shell.ErrorIsTerminal ? new ProgressLine(shell, dataset.Id) : null, cancellationToken));
        }

        if (shell.ErrorIsTerminal && files.Exists(file => file.Fetched))
        {
            shell.Error.WriteLine();
        }

        if (json)
        {
            shell.Out.WriteLine(JsonSerializer.Serialize(
                new { dataset.Id, Files = files.Select(file => new { file.File.File.Name, file.File.Path, file.File.State, file.File.Sha256, file.Fetched }) },
                GradusJson.Options));
            return;
        }

        foreach ((CheckedFile file, bool fetched) in files)
        {
            shell.Out.WriteLine($"{file.Path}: {(fetched ? "fetched" : "was here")}, {Words(file)}");
        }
    }

    private static Command Verify(Shell shell)
    {
        Argument<string[]> names = new("NAME") { HelpName = "NAME", Description = "The data sets; your own log and all data sets that are here when left out.", Arity = ArgumentArity.ZeroOrMore };
        names.CompletionSources.Add([.. DatasetCatalog.All.Select(each => each.Id)]);
        Option<bool> json = CommonOptions.Json();
        Command command = new("verify", "Check your own log, and compare the checksums of data sets that are here. Exit code 1 where something in the log is wrong, a file differs, or a set that was named lacks one.") { names, json };
        command.SetAction(parsed =>
        {
            DataStore store = DataStore.Open(shell.Environment);
            string[] named = parsed.GetValue(names) ?? [];
            CatalogedDataset[] datasets = named.Length > 0 ? [.. named.Select(DatasetCatalog.Find)] : [.. DatasetCatalog.All.Where(dataset => store.Locate(dataset) is not null)];
            bool failed = named.Length == 0 && !OwnDataCommand.Verify(shell, parsed.GetValue(json));
            foreach ((CatalogedDataset dataset, CheckedFile file) in datasets.SelectMany(dataset => store.Check(dataset).Select(file => (dataset, file))))
            {
                failed |= file.State is FileState.Different or FileState.Missing;
                shell.Out.WriteLine(parsed.GetValue(json)
                    ? JsonSerializer.Serialize(new { Dataset = dataset.Id, file.File.Name, file.Path, file.State, file.Sha256 }, GradusJson.Options)
                    : $"{dataset.Id}/{file.File.Name}: {Words(file)}{(file.State == FileState.Different ? $" ({file.Path})" : "")}");
            }

            return failed ? ExitCodes.CheckFailed : ExitCodes.Done;
        });
        return command;
    }

    private static Uri? Mirror(Shell shell)
    {
        string? mirror = shell.Environment(MirrorVariable);
        return string.IsNullOrEmpty(mirror) ? null
            : Uri.TryCreate(mirror, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" ? address
            : throw new UsageException($"{MirrorVariable} is '{mirror}'; it must be an address that begins with http:// or https://, or not set.");
    }

    private static string Words(CheckedFile file) => file.State switch
    {
        FileState.Verified => "checksum right",
        FileState.Recorded => "checksum as it was when the file first came; its makers publish none",
        FileState.Unknown => "no checksum is known",
        FileState.Different => file.Sha256 is null ? "damaged, or of another length" : $"another checksum, {file.Sha256}",
        _ => "missing",
    };

    private static string Size(long bytes) => bytes < 100_000 ? $"{(bytes + 999) / 1000} kB" : $"{bytes / 1e6:0.0} MB";

    /// <summary>One line on standard error that tells how far a file is; a download reports from its own thread.</summary>
    private sealed class ProgressLine(Shell shell, string id) : IProgress<DownloadProgress>
    {
        private const long MillisecondsBetweenLines = 100;
        private long _shown;

        public void Report(DownloadProgress value)
        {
            if (_shown == 0 || value.Bytes == value.Total || shell.Clock.GetElapsedTime(_shown).TotalMilliseconds >= MillisecondsBetweenLines)
            {
                _shown = shell.Clock.GetTimestamp();
                string total = value.Total is { } bytes ? $" of {Size(bytes)}" : "";
                shell.Error.Write($"\r{id}/{value.Name}: {Size(value.Bytes)}{total}   ");
            }
        }
    }
}
