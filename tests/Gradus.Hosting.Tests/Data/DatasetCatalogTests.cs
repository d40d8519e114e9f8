using System.IO.Compression;
using Gradus.Hosting.Data;
using Gradus.Hosting.Services;
using Gradus.Testing;

namespace Gradus.Hosting.Tests.Data;

public sealed class DatasetCatalogTests
{
    [Fact]
    public void All_Entries_AreWhole()
    {
        Assert.Equal(DatasetCatalog.All.Count, DatasetCatalog.All.Select(dataset => dataset.Id).Distinct().Count());
        Assert.All(DatasetCatalog.All, dataset =>
        {
            Assert.Matches("^[a-z0-9-]+$", dataset.Id);
            Assert.NotEmpty(dataset.Files);
            Assert.All(dataset.Files, file =>
            {
                Assert.True(file.Bytes > 0, $"{dataset.Id}/{file.Name}");
                Assert.Matches("^[A-Za-z0-9._-]+$", file.Name);
                Assert.True(file.Address is null || (file.Address.Scheme == "https" && file.Address.AbsolutePath.Split('/').Any(part => part.Length == 40)), $"{file.Address} names no commit");
                Assert.True(file.Sha256 is null || file.Sha256.Length == 64);
            });

            // What nobody has fetched yet has no checksum, and only that.
            Assert.Equal(dataset.Id == "fashion-mnist", dataset.Files.All(file => file.Sha256 is null));
            Assert.True(dataset.Note is not null || dataset.Files.All(file => file.Address is not null && file.Sha256 is not null), dataset.Id);
        });
    }

    [Fact]
    public void Find_UnknownName_TellsTheNearest() =>
        Assert.Contains("mnist", Assert.Throws<UnknownIdException>(() => DatasetCatalog.Find("mnits")).Message, StringComparison.Ordinal);

    [Fact]
    public void Check_FilesOfThisMachine_HaveTheirChecksums()
    {
        DataStore store = Given(out _);

        int seen = 0;
        foreach (CatalogedDataset dataset in DatasetCatalog.All.Where(dataset => store.Locate(dataset) is not null))
        {
            seen++;
            Assert.All(store.Check(dataset), file => Assert.True(file.State == FileState.Verified, $"{file.Path} is {file.State}"));
        }

        Assert.True(seen > 0);
    }

    [Fact]
    public async Task Fetch_EverySetFromAMirror_ArrivesWithItsChecksum()
    {
        DataStore given = Given(out string folder);
        using TemporaryFolder home = new();
        await using FileServer server = await FileServer.StartAsync();
        using HttpClient client = new();
        DataStore store = new(new GradusHome(home.Path), null);
        DatasetDownloader downloader = new(client, store, server.Address);

        // The largest go a longer way elsewhere; here all below five megabytes.
        CatalogedDataset[] datasets = [.. DatasetCatalog.All.Where(dataset => dataset.Bytes < 5_000_000 && given.Locate(dataset) is not null)];
        foreach (CatalogedDataset dataset in datasets)
        {
            foreach (CatalogedFile file in dataset.Files)
            {
                server.Files[$"/{dataset.Id}/{file.DownloadName}"] = await ContentAsync(Path.Combine(folder, dataset.Id), file);
                (CheckedFile came, bool fetched) = await downloader.FetchAsync(dataset, file, cancellationToken: TestContext.Current.CancellationToken);
                Assert.Equal((FileState.Verified, true), (came.State, fetched));
            }

            Assert.Equal(store.CacheFolder(dataset), store.Locate(dataset));
        }

        Assert.True(datasets.Length >= 15);
    }

    private static DataStore Given(out string folder)
    {
        string? given = Environment.GetEnvironmentVariable("GRADUS_DATA");
        Assert.SkipWhen(string.IsNullOrEmpty(given), "GRADUS_DATA is not set; it must name the folder that holds data sets.");
        folder = given!;
        return new DataStore(new GradusHome(Path.Combine(given!, "no-home")), given);
    }

    // The file as its address has it: these lie packed on the disk, and plain there.
    private static async Task<byte[]> ContentAsync(string folder, CatalogedFile file)
    {
        string path = file.Names.Select(name => Path.Combine(folder, name)).First(File.Exists);
        if (!file.IsPacked(Path.GetFileName(path)) || file.IsPacked(file.DownloadName))
        {
            return await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        }

        await using GZipStream packed = new(File.OpenRead(path), CompressionMode.Decompress);
        using MemoryStream content = new();
        await packed.CopyToAsync(content, TestContext.Current.CancellationToken);
        return content.ToArray();
    }
}
