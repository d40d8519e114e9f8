namespace Gradus.Interview;

/// <summary>A small generator for choices that must be the same on every machine: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).</summary>
/// <param name="seed">Decides everything that it gives.</param>
public sealed class SeededChoice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Mixes a seed with a text, so that each text gets a stream of its own.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="text">The text; its UTF-16 code units count.</param>
    /// <returns>A new seed.</returns>
    public static ulong Mix(ulong seed, string text)
    {
        // FNV-1a over the code units, then the finalizer, since FNV alone leaves near texts near.
        ulong hash = 14695981039346656037UL ^ Scramble(seed);
        foreach (char unit in text)
        {
            hash = (hash ^ unit) * 1099511628211UL;
        }

        return Scramble(hash);
    }

    /// <summary>The next 64 random bits.</summary>
    /// <returns>The bits.</returns>
    public ulong NextBits() => Scramble(_state += 0x9E3779B97F4A7C15UL);

    /// <summary>A number that is uniform over the open interval from 0 to 1.</summary>
    /// <returns>The number; neither 0 nor 1.</returns>
    public double NextDouble() => ((NextBits() >> 11) + 0.5) * (1.0 / (1UL << 53));

    /// <summary>A whole number below a bound.</summary>
    /// <param name="bound">The bound, at least 1.</param>
    /// <returns>A number from 0 to <paramref name="bound"/> - 1, each as likely as another.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The bound is less than 1.</exception>
    public int Next(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        // Values below 2^64 mod bound are drawn again; else small numbers would be a little likelier.
        ulong range = (ulong)bound;
        ulong rejected = (0UL - range) % range;
        ulong bits;
        do
        {
            bits = NextBits();
        }
        while (bits < rejected);
        return (int)(bits % range);
    }

    private static ulong Scramble(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
