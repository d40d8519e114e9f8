using Gradus.Tensors.Random;

namespace Gradus.Tensors;

/// <summary>A stream of random numbers that is a pure function of seed, stream and position (Philox4x32-10).</summary>
/// <remarks>
/// The same seed gives the same bits on every machine and for every count of threads. Streams of one seed are independent: give each purpose its own with <see cref="Split(string)"/>, which does not
/// depend on how much was drawn before. An instance is not safe for use by several threads at once; split one for each.
/// Salmon et al.: Parallel random numbers: as easy as 1, 2, 3 (SC 2011).
/// </remarks>
public sealed class Rng
{
    private uint _word0, _word1, _word2, _word3;
    private ulong _position;

    /// <summary>Begins a stream.</summary>
    /// <param name="seed">The seed; the key of the generator.</param>
    /// <param name="stream">Which of the seed's 2⁶⁴ streams; 0 by default.</param>
    public Rng(ulong seed, ulong stream = 0)
    {
        Seed = seed;
        Stream = stream;
    }

    /// <summary>Goes on where another stream stood.</summary>
    /// <param name="state">What <see cref="State"/> gave.</param>
    public Rng(RngState state)
        : this(state.Seed, state.Stream) => Position = state.Position;

    /// <summary>The seed.</summary>
    public ulong Seed { get; }

    /// <summary>The stream of that seed.</summary>
    public ulong Stream { get; }

    /// <summary>How many 32-bit words were drawn. Setting it moves to that place.</summary>
    public ulong Position
    {
        get => _position;
        set
        {
            if (RngWatch.IsOpen)
            {
                RngWatch.Note(this);
            }

            _position = value;
            if ((value & 3) != 0)
            {
                Refill(value >> 2);
            }
        }
    }

    /// <summary>All that is needed to go on later.</summary>
    public RngState State => new(Seed, Stream, _position);

    /// <summary>An independent stream with a name: the same seed, stream and name always give the same one, whatever was drawn.</summary>
    /// <param name="name">What the stream is for, as <c>"dropout"</c>.</param>
    /// <returns>The stream, at its beginning.</returns>
    public Rng Split(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        ulong hash = 0xCBF29CE484222325; // FNV-1a, 64 bit
        foreach (char letter in name)
        {
            hash = (hash ^ letter) * 0x100000001B3;
        }

        return new Rng(Seed, Mix(Mix(Stream) ^ hash));
    }

    /// <summary>An independent stream with a number, as of an epoch or a fold.</summary>
    /// <param name="index">The number.</param>
    /// <returns>The stream, at its beginning.</returns>
    public Rng Split(long index) => new(Seed, Mix(Mix(Stream ^ 0x6A09E667F3BCC909) + (ulong)index));

    /// <summary>A 32-bit word.</summary>
    /// <returns>All values are equally likely.</returns>
    public uint NextUInt()
    {
        if (RngWatch.IsOpen)
        {
            RngWatch.Note(this);
        }

        uint lane = (uint)_position & 3;
        if (lane == 0)
        {
            Refill(_position >> 2);
        }

        _position++;
        return lane switch { 0 => _word0, 1 => _word1, 2 => _word2, _ => _word3 };
    }

    /// <summary>A 64-bit word, from two draws.</summary>
    /// <returns>All values are equally likely.</returns>
    public ulong NextULong()
    {
        ulong low = NextUInt();
        return low | ((ulong)NextUInt() << 32);
    }

    /// <summary>A number from 0 up to but without 1, in steps of 2⁻²⁴.</summary>
    /// <returns>The number; one word is drawn.</returns>
    public float NextFloat() => (NextUInt() >> 8) * (1f / (1 << 24));

    /// <summary>A number from 0 up to but without 1, in steps of 2⁻⁵³.</summary>
    /// <returns>The number; two words are drawn.</returns>
    public double NextDouble() => (NextULong() >> 11) * (1.0 / (1L << 53));

    /// <summary>A standard normal number (mean 0, variance 1), by the inverse of the distribution function.</summary>
    /// <returns>The number, exact to double precision; two words are drawn.</returns>
    public double NextNormal() => NormalQuantile.Invoke(((NextULong() >> 11) + 0.5) * (1.0 / (1L << 53)));

    /// <summary>A whole number from 0 up to but without a bound, each equally likely.</summary>
    /// <param name="exclusiveMaximum">The bound, at least 1.</param>
    /// <returns>The number. Lemire's rejection (2019): usually one word is drawn.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The bound is below 1.</exception>
    public int NextInt(int exclusiveMaximum)
    {
        if (exclusiveMaximum < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(exclusiveMaximum), exclusiveMaximum, "NextInt draws from 0 up to but without the bound, which must be at least 1.");
        }

        uint bound = (uint)exclusiveMaximum;
        ulong product = (ulong)NextUInt() * bound;
        if ((uint)product < bound)
        {
            uint rejected = (uint)-exclusiveMaximum % bound;
            while ((uint)product < rejected)
            {
                product = (ulong)NextUInt() * bound;
            }
        }

        return (int)(product >> 32);
    }

    /// <summary>Brings the elements into a random order, all orders equally likely (Fisher and Yates).</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="items">The elements, changed in place.</param>
    public void Shuffle<T>(Span<T> items)
    {
        for (int last = items.Length - 1; last > 0; last--)
        {
            int chosen = NextInt(last + 1);
            (items[last], items[chosen]) = (items[chosen], items[last]);
        }
    }

    /// <summary>The numbers 0 to <paramref name="count"/> − 1 in a random order.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public int[] Permutation(int count)
    {
        if (count < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, $"A permutation of {count} numbers was asked for; it needs 0 or more.");
        }

        int[] order = new int[count];
        for (int i = 0; i < count; i++)
        {
            order[i] = i;
        }

        Shuffle<int>(order);
        return order;
    }

    /// <summary>The finalizer of SplitMix64: a bijection that scatters neighbouring numbers.</summary>
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    private void Refill(ulong block)
    {
        (_word0, _word1, _word2, _word3) = ((uint)block, (uint)(block >> 32), (uint)Stream, (uint)(Stream >> 32));
        Philox.Block(ref _word0, ref _word1, ref _word2, ref _word3, (uint)Seed, (uint)(Seed >> 32));
    }
}
