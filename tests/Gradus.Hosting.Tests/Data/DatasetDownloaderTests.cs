using System.IO.Compression;
using System.Security.Cryptography;
using Gradus.Hosting.Data;
using Gradus.Learning.Data.Named;
using Gradus.Testing;

namespace Gradus.Hosting.Tests.Data;

/// <summary>Downloads from a server on this machine: whole, broken off and gone on with, damaged, too long.</summary>
public sealed class DatasetDownloaderTests : IAsyncLifetime, IDisposable
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 300_000).Select(place => (byte)(place * 7 / 3))];
    private readonly TemporaryFolder _home = new();
    private readonly TemporaryFolder _given = new();
    private readonly HttpClient _client = new();
    private FileServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await FileServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Dispose();
    }

    public void Dispose()
    {
        if (Directory.Exists(_home.Path))
        {
            _home.Dispose();
            _given.Dispose();
        }

        _client.Dispose();
    }

    [Fact]
    public async Task Fetch_PlainFile_IsKeptAndNotAskedForAgain()
    {
        CatalogedDataset dataset = Make("a.csv", Content);
        _server.Files["/x/a.csv"] = Content;
        List<DownloadProgress> told = [];

        (CheckedFile file, bool fetched) = await FetchAsync(dataset, told);
        (CheckedFile again, bool fetchedAgain) = await FetchAsync(dataset);

        Assert.True(fetched && !fetchedAgain);
        Assert.Equal((FileState.Verified, _home.Combine("data", "x", "a.csv")), (file.State, file.Path));
        Assert.Equal(Content, await File.ReadAllBytesAsync(file.Path, TestContext.Current.CancellationToken));
        Assert.Equal(FileState.Verified, again.State);
        Assert.Equal(["/x/a.csv"], _server.Asked);
        Assert.Equal(new DownloadProgress("a.csv", 300_000, 300_000), told[^1]);
        Assert.Equal(["a.csv"], Directory.GetFiles(_home.Combine("data", "x")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Fetch_PackedFile_IsComparedUnpacked()
    {
        // Packed anew by anybody, the content is what counts.
        CatalogedDataset dataset = Make("a.csv", Content, ".gz");
        _server.Files["/x/a.csv.gz"] = Pack(Content, CompressionLevel.Fastest);

        (CheckedFile file, _) = await FetchAsync(dataset);

        Assert.Equal((FileState.Verified, _home.Combine("data", "x", "a.csv.gz")), (file.State, file.Path));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fetch_BrokenOff_GoesOnOrBeginsAgain(bool honoursRanges)
    {
        CatalogedDataset dataset = Make("a.csv", Content);
        _server.Files["/x/a.csv"] = Content;
        _server.HonoursRanges = honoursRanges;
        _server.CutAfter = 120_000;

        DownloadException error = await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(dataset));
        long kept = new FileInfo(_home.Combine("data", "x", "a.csv.part")).Length;
        _server.CutAfter = null;
        (CheckedFile file, _) = await FetchAsync(dataset);

        Assert.Equal(120_000, kept);
        Assert.Contains($"{kept} bytes are kept; the same command goes on from there", error.Message, StringComparison.Ordinal);
        Assert.Equal(["/x/a.csv", $"/x/a.csv bytes={kept}-"], _server.Asked);
        Assert.Equal(Content, await File.ReadAllBytesAsync(file.Path, TestContext.Current.CancellationToken));
        Assert.False(File.Exists(file.Path + ".part"));
    }

    [Fact]
    public async Task Fetch_BrokenOffManyTimes_EndsWithTheFile()
    {
        CatalogedDataset dataset = Make("a.csv", Content);
        _server.Files["/x/a.csv"] = Content;
        _server.CutAfter = 70_000;
        for (int part = 1; part <= 4; part++)
        {
            DownloadException error = await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(dataset));
            Assert.Contains($"{70_000 * part} bytes are kept", error.Message, StringComparison.Ordinal);
        }

        (CheckedFile file, _) = await FetchAsync(dataset);

        Assert.Equal(FileState.Verified, file.State);
        Assert.Equal(Content, await File.ReadAllBytesAsync(file.Path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Fetch_PartThatIsLongerThanTheFile_BeginsAgain()
    {
        CatalogedDataset dataset = Make("a.csv", Content);
        _server.Files["/x/a.csv"] = Content;
        Directory.CreateDirectory(_home.Combine("data", "x"));
        await File.WriteAllBytesAsync(_home.Combine("data", "x", "a.csv.part"), new byte[300_001], TestContext.Current.CancellationToken);

        (CheckedFile file, _) = await FetchAsync(dataset);

        Assert.Equal(["/x/a.csv bytes=300001-", "/x/a.csv"], _server.Asked);
        Assert.Equal(FileState.Verified, file.State);
    }

    [Fact]
    public async Task Fetch_OtherContent_IsThrownAway()
    {
        CatalogedDataset dataset = Make("a.csv", Content);
        byte[] other = [.. Content];
        other[17] ^= 1;
        _server.Files["/x/a.csv"] = other;

        ChecksumException error = await Assert.ThrowsAsync<ChecksumException>(() => FetchAsync(dataset));

        Assert.Contains(dataset.Files[0].Sha256!, error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_home.Combine("data", "x")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fetch_MoreThanTheFileHas_IsBrokenOff(bool hidesLength)
    {
        CatalogedDataset dataset = Make("a.csv", Content);
        _server.Files["/x/a.csv"] = new byte[5_000_000];
        _server.HidesLength = hidesLength;

        DownloadException error = await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(dataset));

        Assert.Contains("another file", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_home.Combine("data", "x")));
    }

    [Fact]
    public async Task Fetch_PackedBomb_IsThrownAway()
    {
        CatalogedDataset dataset = Make("a.csv", Content, ".gz");
        _server.Files["/x/a.csv.gz"] = Pack(new byte[20_000_000], CompressionLevel.Optimal);

        ChecksumException error = await Assert.ThrowsAsync<ChecksumException>(() => FetchAsync(dataset));

        Assert.Contains("something longer or damaged", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_NoSuchFile_SaysWhatTheServerAnswered()
    {
        DownloadException error = await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(Make("a.csv", Content)));

        Assert.Contains("404", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_NobodyThere_SaysSo()
    {
        CatalogedDataset dataset = Make("a.csv", Content);
        await _server.DisposeAsync();

        DownloadException error = await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(dataset));

        Assert.StartsWith("http://127.0.0.1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_NoChecksumKnown_RecordsItAndHoldsToIt()
    {
        CatalogedFile unknown = new("a.csv", new Uri(_server.Address, "/x/a.csv"), Content.Length);
        CatalogedDataset dataset = new("x", "X", "", "", "", [unknown]);
        _server.Files["/x/a.csv"] = Content;
        DataStore store = new(new GradusHome(_home.Path), null);

        (CheckedFile first, _) = await FetchAsync(dataset);
        FileState before = store.Check(dataset, unknown).State;
        byte[] other = [.. Content];
        other[0]++;
        await File.WriteAllBytesAsync(first.Path, other, TestContext.Current.CancellationToken);
        FileState after = store.Check(dataset, unknown).State;
        _server.Files["/x/a.csv"] = other;

        Assert.Equal((FileState.Recorded, FileState.Recorded, FileState.Different), (first.State, before, after));
        await Assert.ThrowsAsync<ChecksumException>(() => FetchAsync(dataset));
    }

    [Fact]
    public async Task Fetch_NoChecksumKnown_NeverJoinsParts()
    {
        CatalogedDataset dataset = new("x", "X", "", "", "", [new CatalogedFile("a.csv", new Uri(_server.Address, "/x/a.csv"), Content.Length)]);
        _server.Files["/x/a.csv"] = Content;
        _server.CutAfter = 100_000;

        await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(dataset));
        _server.CutAfter = null;
        await FetchAsync(dataset);

        Assert.Equal(["/x/a.csv", "/x/a.csv"], _server.Asked);
    }

    [Fact]
    public async Task Fetch_PublishedMd5_IsCompared()
    {
        byte[] packed = Pack(Content, CompressionLevel.Fastest);
#pragma warning disable CA5351 // It is what the makers of a data set publish, and shows damage alone.
        string md5 = Convert.ToHexStringLower(MD5.HashData(packed));
#pragma warning restore CA5351
        CatalogedFile right = new("a.csv", new Uri(_server.Address, "/x/a.csv.gz"), Content.Length, Md5: md5);
        _server.Files["/x/a.csv.gz"] = packed;

        (CheckedFile file, _) = await FetchAsync(new CatalogedDataset("x", "X", "", "", "", [right]));
        ChecksumException error = await Assert.ThrowsAsync<ChecksumException>(() => FetchAsync(new CatalogedDataset("y", "Y", "", "", "", [right with { Md5 = "00" }])));

        Assert.Equal(FileState.Recorded, file.State);
        Assert.Contains("its makers publish 00", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_GivenFolder_IsLookedUpFirstAndNeverWritten()
    {
        CatalogedDataset dataset = Make("a.csv", Content);
        Directory.CreateDirectory(_given.Combine("x"));
        await File.WriteAllBytesAsync(_given.Combine("x", "a.csv.gz"), Pack(Content, CompressionLevel.Optimal), TestContext.Current.CancellationToken);

        (CheckedFile file, bool fetched) = await FetchAsync(dataset);

        Assert.Equal((_given.Combine("x", "a.csv.gz"), FileState.Verified, false), (file.Path, file.State, fetched));
        Assert.Empty(_server.Asked);
        Assert.False(Directory.Exists(_home.Combine("data")));
    }

    [Fact]
    public async Task Fetch_Mirror_IsAskedInPlaceOfTheAddress()
    {
        CatalogedDataset dataset = Make("a b.csv", Content) with { Files = [Make("a b.csv", Content).Files[0] with { Address = new Uri("http://nowhere.invalid/a.csv") }] };
        _server.Files["/mirror/x/a b.csv"] = Content;
        DatasetDownloader downloader = new(_client, new DataStore(new GradusHome(_home.Path), null), new Uri(_server.Address, "/mirror/"));

        (CheckedFile file, _) = await downloader.FetchAsync(dataset, dataset.Files[0], cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(FileState.Verified, file.State);
    }

    [Fact]
    public async Task Fetch_NoAddress_SaysWhereToPutTheFile()
    {
        CatalogedDataset dataset = new("x", "X", "", "", "", [new CatalogedFile("a.csv", null, 10, "00")], "It was packed by hand.");

        DownloadException error = await Assert.ThrowsAsync<DownloadException>(() => FetchAsync(dataset));

        Assert.Contains("It was packed by hand. Put it into the folder x of the folder that GRADUS_DATA names", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_Cancelled_KeepsWhatCame()
    {
        CatalogedDataset dataset = Make("a.csv", Content);
        _server.Files["/x/a.csv"] = Content;
        using CancellationTokenSource stop = new();
        DatasetDownloader downloader = new(_client, new DataStore(new GradusHome(_home.Path), _given.Path));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => downloader.FetchAsync(dataset, dataset.Files[0], new Relay(_ => stop.Cancel()), stop.Token));

        Assert.InRange(new FileInfo(_home.Combine("data", "x", "a.csv.part")).Length, 1, Content.Length);
    }

    [Fact]
    public async Task Fetch_DamagedFileInTheGivenFolder_IsNamedAndNothingIsFetched()
    {
        CatalogedDataset dataset = Make("a.csv", Content);
        _server.Files["/x/a.csv"] = Content;
        Directory.CreateDirectory(_given.Combine("x"));
        await File.WriteAllBytesAsync(_given.Combine("x", "a.csv"), Content[..9], TestContext.Current.CancellationToken);

        ChecksumException error = await Assert.ThrowsAsync<ChecksumException>(() => FetchAsync(dataset));

        Assert.StartsWith(_given.Combine("x", "a.csv"), error.Message, StringComparison.Ordinal);
        Assert.Contains("unset GRADUS_DATA", error.Message, StringComparison.Ordinal);
        Assert.Empty(_server.Asked);
    }

    [Fact]
    public async Task Locate_FilesInBothFolders_AreASet()
    {
        CatalogedFile other = new("b.csv", null, 1);
        CatalogedDataset dataset = Make("a.csv", Content) is var made ? made with { Files = [made.Files[0], other] } : throw new InvalidOperationException();
        _server.Files["/x/a.csv"] = Content;
        Directory.CreateDirectory(_given.Combine("x"));
        await File.WriteAllTextAsync(_given.Combine("x", "b.csv"), "b", TestContext.Current.CancellationToken);
        DataStore store = new(new GradusHome(_home.Path), _given.Path);
        string? before = store.Locate(dataset);

        await FetchAsync(dataset);

        Assert.Null(before);
        Assert.Equal(_given.Combine("x"), store.Locate(dataset));
        string? Variable(string name) => name switch { "GRADUS_DATA" => _given.Path, "GRADUS_HOME" => _home.Path, _ => null };
        Assert.Equal(_home.Combine("data", "x", "a.csv"), DataFolders.FindFile("x", ["a.csv"], Variable));
        Assert.Equal(_given.Combine("x", "b.csv"), DataFolders.FindFile("x", ["none", "b.csv"], Variable));
        Assert.StartsWith($"There is no c.csv in {_given.Combine("x")} and none in {_home.Combine("data", "x")};", Assert.Throws<FileNotFoundException>(() => DataFolders.FindFile("x", ["c.csv"], Variable)).Message, StringComparison.Ordinal);
    }

    private Task<(CheckedFile File, bool Fetched)> FetchAsync(CatalogedDataset dataset, List<DownloadProgress>? told = null) =>
        new DatasetDownloader(_client, new DataStore(new GradusHome(_home.Path), _given.Path)).FetchAsync(dataset, dataset.Files[0], new Relay(progress =>
        {
            told?.Add(progress);
            _server.Tell(progress.Bytes);
        }), TestContext.Current.CancellationToken);

    private CatalogedDataset Make(string name, byte[] content, string ending = "") =>
        new("x", "X", "", "", "", [new CatalogedFile(name, new Uri(_server.Address, $"/x/{name}{ending}"), content.Length, Convert.ToHexStringLower(SHA256.HashData(content)))]);

    private static byte[] Pack(byte[] content, CompressionLevel level)
    {
        using MemoryStream packed = new();
        using (GZipStream zip = new(packed, level, leaveOpen: true))
        {
            zip.Write(content);
        }

        return packed.ToArray();
    }

    private sealed class Relay(Action<DownloadProgress> report) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => report(value);
    }
}
