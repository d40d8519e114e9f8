using System.Security.Cryptography;

namespace Gradus.Hosting.Store;

/// <summary>Makes ids that are unique over all machines and sort by time: 48 bits of milliseconds, then 42 random bits.</summary>
/// <param name="clock">The clock.</param>
/// <param name="random">Gives 64 random bits. Default the system's source.</param>
public sealed class IdSource(TimeProvider clock, Func<ulong>? random = null)
{
    // Crockford's base 32: no i, l, o or u, so that ids survive being read aloud and copied by hand.
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int RandomBits = 42;

    /// <summary>A new id.</summary>
    /// <returns>Eighteen lower-case letters and digits.</returns>
    public string Next()
    {
        ulong noise = random?.Invoke() ?? BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
        UInt128 bits = ((UInt128)(ulong)clock.GetUtcNow().ToUnixTimeMilliseconds() << RandomBits) | (noise & ((1UL << RandomBits) - 1));
        return string.Create(18, bits, (text, value) =>
        {
            for (int i = text.Length - 1; i >= 0; i--, value >>= 5)
            {
                text[i] = Digits[(int)(value & 31)];
            }
        });
    }
}
