using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gradus.Hosting.Tests.Data;

/// <summary>Serves bytes on the loopback address, whole or from a place on, and can be told to misbehave.</summary>
internal sealed class FileServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly SemaphoreSlim _told = new(0);
    private long _received;

    private FileServer(WebApplication application) => _application = application;

    /// <summary>The bytes at each path, as <c>/x/a.txt</c>.</summary>
    internal ConcurrentDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>What was asked for: the path, and the range where one was.</summary>
    internal ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>How many bytes are sent before the connection is cut, once they are told to have come; null for no cut.</summary>
    internal int? CutAfter { get; set; }

    /// <summary>Whether ranges are honoured.</summary>
    internal bool HonoursRanges { get; set; } = true;

    /// <summary>Whether the length is left untold.</summary>
    internal bool HidesLength { get; set; }

    internal Uri Address => new(_application.Urls.First());

    internal static async Task<FileServer> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        WebApplication application = builder.Build();
        FileServer server = new(application);
        application.Run(server.AnswerAsync);
        await application.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>Tells how many bytes of the file have come: a connection that is cut before takes bytes on the way with it.</summary>
    internal void Tell(long received)
    {
        Volatile.Write(ref _received, received);
        _told.Release();
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _told.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        string range = context.Request.Headers.Range.ToString();
        Asked.Enqueue(range.Length == 0 ? context.Request.Path : $"{context.Request.Path} {range}");
        if (!Files.TryGetValue(context.Request.Path.Value ?? "", out byte[]? bytes))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        int from = HonoursRanges && range.Length > 0 ? int.Parse(range["bytes=".Length..^1], System.Globalization.CultureInfo.InvariantCulture) : 0;
        if (from > 0 && from >= bytes.Length)
        {
            context.Response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            return;
        }

        if (from > 0)
        {
            context.Response.StatusCode = StatusCodes.Status206PartialContent;
            context.Response.Headers.ContentRange = $"bytes {from}-{bytes.Length - 1}/{bytes.Length}";
        }

        context.Response.ContentLength = HidesLength ? null : bytes.Length - from;
        int length = Math.Min(CutAfter ?? int.MaxValue, bytes.Length - from);
        await context.Response.Body.WriteAsync(bytes.AsMemory(from, length), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        if (length < bytes.Length - from)
        {
            while (Volatile.Read(ref _received) < from + length)
            {
                await _told.WaitAsync(context.RequestAborted);
            }

            context.Abort();
        }
    }
}
