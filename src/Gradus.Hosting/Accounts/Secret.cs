using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Gradus.Hosting.Accounts;

/// <summary>Secrets that Gradus makes itself: 256 random bits, shown once and kept as a hash.</summary>
/// <remarks>A plain SHA-256 is enough for them: unlike a password, one cannot be guessed.</remarks>
internal static class Secret
{
    private const int Bytes = 32;
    private const int LongestText = 200;

    /// <summary>A new one, in letters, digits, hyphens and underscores.</summary>
    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is kept of one; of a text that is none, something that nothing equals.</summary>
    public static byte[] Hash(string secret) => secret.Length <= LongestText ? SHA256.HashData(Encoding.UTF8.GetBytes(secret)) : [];
}
