using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Gradus.Hosting.Exchange.Anki;

/// <summary>Unpacks what Anki has compressed with zstd (RFC 8878).</summary>
internal static class ZstdContent
{
    /// <summary>The largest window as a power of two: 128 MB, as zstd itself allows unless told otherwise. A frame that wants more memory is refused before it gets any.</summary>
    private const int WindowLog = 27;

    /// <summary>The content of a frame, unpacked while it is read; a damaged frame throws <see cref="ZstdException"/> or <see cref="EndOfStreamException"/>.</summary>
    /// <param name="packed">The frame; stays open.</param>
    public static Stream Open(Stream packed)
    {
        DecompressionStream content = new(packed, leaveOpen: true);
        content.SetParameter(ZSTD_dParameter.ZSTD_d_windowLogMax, WindowLog);
        return content;
    }
}
