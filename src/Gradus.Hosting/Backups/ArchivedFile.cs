using System.Security.Cryptography;
using System.Text;

namespace Gradus.Hosting.Backups;

/// <summary>A question file of the person's own, as a line of an export holds it.</summary>
/// <param name="Name">Its place in the person's folder: <c>topic/id.md</c>.</param>
/// <param name="ModifiedAt">When it was last written, in milliseconds since 1970 (UTC).</param>
/// <param name="Sha256">The SHA-256 of its text as UTF-8, in lower-case hexadecimal digits.</param>
/// <param name="Text">Its text.</param>
internal sealed record ArchivedFile(string Name, long ModifiedAt, string Sha256, string Text)
{
    /// <summary>The line of a file.</summary>
    public static ArchivedFile Of(string name, DateTimeOffset modifiedAt, string text) => new(name, modifiedAt.ToUnixTimeMilliseconds(), Hash(text), text);

    /// <summary>Whether the text is the one that the sum was made of.</summary>
    public bool IsWhole => Hash(Text) == Sha256;

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
