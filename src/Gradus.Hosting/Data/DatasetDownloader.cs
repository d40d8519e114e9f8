using System.Net;
using System.Net.Http.Headers;

namespace Gradus.Hosting.Data;

/// <summary>Fetches files of data sets into the store: goes on where an earlier try broke off, takes no more bytes than the file has, and gives a file its name only when its checksum is right.</summary>
/// <remarks>
/// Bytes go to <c>NAME.part</c>. A file whose checksum nobody knows is fetched as a whole, since parts of two versions could not be told from one, and its checksum is recorded.
/// </remarks>
public sealed class DatasetDownloader
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(60);
    private readonly HttpClient _client;
    private readonly DataStore _store;
    private readonly Uri? _mirror;
    private readonly TimeProvider _clock;

    /// <summary>Makes a downloader.</summary>
    /// <param name="client">Speaks HTTP.</param>
    /// <param name="store">Where files are kept.</param>
    /// <param name="mirror">An address at which files lie as <c>ID/NAME</c>, taken in place of those of the catalog; null for none.</param>
    /// <param name="clock">The clock by which a silent server is left; the system's by default.</param>
    public DatasetDownloader(HttpClient client, DataStore store, Uri? mirror = null, TimeProvider? clock = null) => (_client, _store, _mirror, _clock) = (client, store, mirror, clock ?? TimeProvider.System);

    /// <summary>Fetches a file, or finds it where it is.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="file">One of its files.</param>
    /// <param name="progress">Told of the bytes that come.</param>
    /// <param name="cancellationToken">Breaks off; what came is kept.</param>
    /// <returns>The file, and whether it was fetched.</returns>
    /// <exception cref="DownloadException">It has no address, or could not be had from it.</exception>
    /// <exception cref="ChecksumException">It came with another content, or lies with another one in the folder that is only read.</exception>
    /// <exception cref="OperationCanceledException">It was broken off.</exception>
    public async Task<(CheckedFile File, bool Fetched)> FetchAsync(CatalogedDataset dataset, CatalogedFile file, IProgress<DownloadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(file);
        CheckedFile there = _store.Check(dataset, file);
        if (there.State is FileState.Verified or FileState.Recorded or FileState.Unknown)
        {
            return (there, false);
        }

        string folder = _store.CacheFolder(dataset);
        if (there.State == FileState.Different && Path.GetDirectoryName(there.Path) != folder)
        {
            throw new ChecksumException($"{there.Path} has another content than it should, and is found before any that is fetched: put the right file there, take it away, or unset GRADUS_DATA.");
        }

        Uri address = Address(dataset, file);
        Directory.CreateDirectory(folder);
        string target = Path.Combine(folder, file.DownloadName), part = target + ".part";
        try
        {
            await ReceiveAsync(address, file, part, progress, cancellationToken);
        }
        catch
        {
            if (new FileInfo(part) is { Exists: true, Length: 0 })
            {
                File.Delete(part);
            }

            throw;
        }

        string sha256 = Verify(dataset, file, part, address);
        File.Move(part, target, overwrite: true);

        // The other form, if a damaged one lies there, would be found first.
        foreach (string other in file.Names.Where(name => name != file.DownloadName).Select(name => Path.Combine(folder, name)).Where(File.Exists))
        {
            File.Delete(other);
        }

        if (file.Sha256 is null)
        {
            _store.Record(dataset, file, sha256);
        }

        return (new CheckedFile(file, file.Sha256 is null ? FileState.Recorded : FileState.Verified, target, sha256), true);
    }

    private Uri Address(CatalogedDataset dataset, CatalogedFile file) =>
        _mirror is not null ? new Uri($"{_mirror.AbsoluteUri.TrimEnd('/')}/{dataset.Id}/{Uri.EscapeDataString(file.DownloadName)}")
        : file.Address ?? throw new DownloadException($"{dataset.Id}: no address is known for {file.Name}. {dataset.Note} Put it into the folder {dataset.Id} of the folder that GRADUS_DATA names.");

    private async Task ReceiveAsync(Uri address, CatalogedFile file, string part, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        // Packed bytes that hold so much content are hardly longer than it.
        long most = file.Bytes + (file.Bytes / 100) + 4096;
        bool resumes = file.Sha256 is not null || file.Md5 is not null;
        try
        {
            await using FileStream to = new(part, resumes ? FileMode.OpenOrCreate : FileMode.Create, FileAccess.ReadWrite, FileShare.None);
            if (to.Length > most)
            {
                to.SetLength(0);
            }

            to.Seek(0, SeekOrigin.End);
            using HttpResponseMessage response = await AskAsync(address, to, cancellationToken);
            long? total = response.Content.Headers.ContentLength is { } length ? length + to.Length : null;
            if (total > most)
            {
                to.SetLength(0);
                throw new DownloadException($"{address}: the server would send {total} bytes; {file.Name} has {file.Bytes}. Nothing was kept; the address holds another file.");
            }

            await CopyAsync(response, to, most, new Report(progress, file.DownloadName, total), cancellationToken);
            await to.FlushAsync(cancellationToken);
            to.Flush(flushToDisk: true);
        }
        catch (Exception error) when (error is HttpRequestException or IOException || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            long kept = resumes && File.Exists(part) ? new FileInfo(part).Length : 0;
            string reason = error is OperationCanceledException ? $"the server was silent for {LongestSilence.TotalSeconds:0} seconds" : error.Message;
            throw new DownloadException($"{address}: {reason.TrimEnd('.')}. {(kept > 0 ? $"{kept} bytes are kept; the same command goes on from there." : "Nothing was kept; try again.")}", error);
        }
    }

    // Asks for what is missing; a server that sends the whole gets an empty file to begin with.
    private async Task<HttpResponseMessage> AskAsync(Uri address, FileStream to, CancellationToken cancellationToken)
    {
        while (true)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, address);
            request.Headers.UserAgent.Add(new ProductInfoHeaderValue("gradus", null));
            request.Headers.Range = to.Length > 0 ? new RangeHeaderValue(to.Length, null) : null;
            using CancellationTokenSource silence = new(LongestSilence, _clock);
            using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
            HttpResponseMessage response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            bool goesOn = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == to.Length;
            if (goesOn || (response.StatusCode == HttpStatusCode.OK && to.Length == 0))
            {
                return response;
            }

            if (response.StatusCode == HttpStatusCode.OK)
            {
                to.SetLength(0);
                return response;
            }

            using (response)
            {
                if (to.Length == 0 || response.StatusCode is not (HttpStatusCode.RequestedRangeNotSatisfiable or HttpStatusCode.PartialContent))
                {
                    throw new DownloadException($"{address}: the server answered {(int)response.StatusCode} ({response.ReasonPhrase}); the file may have moved.");
                }
            }

            // What is here does not go with what is there.
            to.SetLength(0);
        }
    }

    private async Task CopyAsync(HttpResponseMessage response, FileStream to, long most, Report report, CancellationToken cancellationToken)
    {
        await using Stream from = await response.Content.ReadAsStreamAsync(cancellationToken);
        byte[] piece = new byte[1 << 16];
        using CancellationTokenSource silence = new(LongestSilence, _clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        for (int read = await from.ReadAsync(piece, either.Token); read > 0; read = await from.ReadAsync(piece, either.Token))
        {
            silence.CancelAfter(LongestSilence);
            if (to.Length + read > most)
            {
                to.SetLength(0);
                throw new DownloadException($"{response.RequestMessage?.RequestUri}: the server sends more than the {most} bytes that the file can have. Nothing was kept; the address holds another file.");
            }

            await to.WriteAsync(piece.AsMemory(0, read), either.Token);
            report.Tell(to.Length);
        }

        if (report.Total is { } total && to.Length < total)
        {
            throw new HttpIOException(HttpRequestError.ResponseEnded, $"the connection ended after {to.Length} of {total} bytes");
        }
    }

    private string Verify(CatalogedDataset dataset, CatalogedFile file, string part, Uri address)
    {
        CheckedFile came = _store.Compare(dataset, file, part, file.DownloadName);
        string? md5 = file.Md5 is null ? null : ContentHash.Md5(part);
        if (came.State != FileState.Different && md5 == file.Md5)
        {
            return came.Sha256!;
        }

        File.Delete(part);
        throw new ChecksumException(came.State == FileState.Different
            ? $"{address}: the content of {file.Name} has the SHA-256 {came.Sha256 ?? "of something longer or damaged"}, it must be {file.Sha256 ?? $"that of {file.Bytes} bytes"}; it was thrown away."
            : $"{address}: {file.DownloadName} has the MD5 {md5}, its makers publish {file.Md5}; it was thrown away.");
    }

    private sealed class Report(IProgress<DownloadProgress>? progress, string name, long? total)
    {
        public long? Total => total;

        public void Tell(long bytes) => progress?.Report(new DownloadProgress(name, bytes, total));
    }
}
