using System.Security.Cryptography;
using System.Text;

namespace Gradus.Hosting.Exchange;

/// <summary>Ids that follow from what they name, so that importing a file twice adds nothing.</summary>
internal static class EventIds
{
    // The digits and the length of the ids that the store makes.
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 18;

    /// <summary>The id for some parts.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts)));
        return string.Create(Length, hash, (text, bytes) =>
        {
            for (int i = 0; i < text.Length; i++)
            {
                text[i] = Digits[bytes[i] & 31];
            }
        });
    }

    /// <summary>Whether a text can be the id of an event.</summary>
    public static bool IsId(string text) => text.Length == Length && text.All(Digits.Contains);
}
