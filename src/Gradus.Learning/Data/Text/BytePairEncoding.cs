using System.Text;
using System.Text.Json;
using Gradus.Learning.Data.Files;

namespace Gradus.Learning.Data.Text;

/// <summary>Tokens of one or more bytes, learnt by merging the most frequent pairs; every text is made of them, and comes back byte for byte.</summary>
/// <remarks>
/// The tokens 0 to 255 are the bytes, the next ones merges in the order in which they were learnt. Merges do not cross words: the text is cut into letters, digits or other signs, each with the one space before
/// it, and runs of white space. Equally frequent pairs are taken in the order of their numbers, so the same text gives the same tokens everywhere. Sennrich, Haddow and Birch: Neural machine translation of rare
/// words with subword units (ACL 2016), on bytes as in GPT-2.
/// </remarks>
public sealed class BytePairEncoding
{
    /// <summary>How many tokens are bytes.</summary>
    public const int Bytes = 256;

    private const int MostRemembered = 1 << 16;
    private readonly (int Left, int Right)[] _merges;
    private readonly byte[][] _tokens;
    private readonly Dictionary<(int Left, int Right), int> _ranks = [];

    /// <summary>Makes an encoding of merges that were learnt before.</summary>
    /// <param name="merges">What <see cref="Merges"/> gave.</param>
    /// <exception cref="ArgumentException">A merge names a token that does not stand before it, or stands twice.</exception>
    public BytePairEncoding(IReadOnlyList<(int Left, int Right)> merges)
    {
        ArgumentNullException.ThrowIfNull(merges);
        _merges = [.. merges];
        _tokens = new byte[Bytes + _merges.Length][];
        for (int token = 0; token < _tokens.Length; token++)
        {
            if (token < Bytes)
            {
                _tokens[token] = [(byte)token];
                continue;
            }

            (int left, int right) = _merges[token - Bytes];
            if ((uint)left >= (uint)token || (uint)right >= (uint)token || !_ranks.TryAdd((left, right), token))
            {
                throw new ArgumentException($"Merge {token - Bytes} joins the tokens {left} and {right}; both must be below {token}, and no pair may be merged twice.", nameof(merges));
            }

            _tokens[token] = [.. _tokens[left], .. _tokens[right]];
        }
    }

    /// <summary>V, how many tokens there are.</summary>
    public int Count => _tokens.Length;

    /// <summary>The pairs of tokens that were merged, in the order in which they were learnt: merge i makes the token 256 + i.</summary>
    public IReadOnlyList<(int Left, int Right)> Merges => _merges;

    /// <summary>Learns merges from a text.</summary>
    /// <param name="text">The training text.</param>
    /// <param name="vocabularySize">V, at least 256. There are fewer tokens where no pair is left that stands twice.</param>
    /// <returns>The encoding.</returns>
    /// <exception cref="ArgumentOutOfRangeException">V is below 256.</exception>
    /// <exception cref="ArgumentException">The text holds half a surrogate pair.</exception>
    public static BytePairEncoding Train(string text, int vocabularySize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(vocabularySize, Bytes);
        return new BytePairEncoding(new BytePairTrainer(ToBytes(text)).Learn(vocabularySize - Bytes));
    }

    /// <summary>Turns text into tokens.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>Tokens, 0 to V − 1.</returns>
    /// <exception cref="ArgumentException">The text holds half a surrogate pair.</exception>
    public int[] Encode(string text) => Encode(ToBytes(text));

    /// <summary>Turns bytes into tokens; they need not be text.</summary>
    /// <param name="bytes">Any bytes.</param>
    /// <returns>Tokens, 0 to V − 1.</returns>
    public int[] Encode(ReadOnlySpan<byte> bytes)
    {
        List<int> tokens = new(bytes.Length / 2);
        Dictionary<string, int[]> known = new(StringComparer.Ordinal);
        while (!bytes.IsEmpty)
        {
            int length = WordBoundary.Next(bytes);
            string word = Encoding.Latin1.GetString(bytes[..length]);
            if (!known.TryGetValue(word, out int[]? pieces))
            {
                pieces = EncodeWord(bytes[..length]);
                if (known.Count < MostRemembered)
                {
                    known.Add(word, pieces);
                }
            }

            tokens.AddRange(pieces);
            bytes = bytes[length..];
        }

        return [.. tokens];
    }

    /// <summary>Turns tokens back into the bytes that they stand for.</summary>
    /// <param name="tokens">Tokens, 0 to V − 1.</param>
    /// <returns>What <see cref="Encode(ReadOnlySpan{byte})"/> was given.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such token.</exception>
    public byte[] DecodeBytes(ReadOnlySpan<int> tokens)
    {
        using MemoryStream bytes = new();
        foreach (int token in tokens)
        {
            bytes.Write((uint)token < (uint)Count ? _tokens[token] : throw new ArgumentOutOfRangeException(nameof(tokens), token, $"There is no token {token}; the encoding has {Count}, numbered from 0."));
        }

        return bytes.ToArray();
    }

    /// <summary>Turns tokens back into text.</summary>
    /// <param name="tokens">Tokens, 0 to V − 1.</param>
    /// <returns>What <see cref="Encode(string)"/> was given. Tokens that were cut within a letter give U+FFFD there.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such token.</exception>
    public string Decode(ReadOnlySpan<int> tokens) => Encoding.UTF8.GetString(DecodeBytes(tokens));

    /// <summary>Writes the merges to a file.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    public void Save(string path) => File.WriteAllText(path, JsonSerializer.Serialize(_merges.Select(merge => (int[])[merge.Left, merge.Right])));

    /// <summary>Reads the merges that <see cref="Save"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The same encoding.</returns>
    /// <exception cref="DataFormatException">The file holds something else.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static BytePairEncoding Load(string path)
    {
        try
        {
            int[][] merges = JsonSerializer.Deserialize<int[][]>(File.ReadAllText(path)) ?? [];
            return new BytePairEncoding([.. merges.Select(merge => merge is [int left, int right] ? (left, right) : (-1, -1))]);
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException)
        {
            throw new DataFormatException(path, (broken as JsonException)?.BytePositionInLine ?? 0, "merges", $"the file is no list of merges: {broken.Message}");
        }
    }

    private static byte[] ToBytes(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetBytes(text);
        }
        catch (EncoderFallbackException broken)
        {
            throw new ArgumentException($"The text holds half a surrogate pair at place {broken.Index}; it is no valid Unicode. Read it with the right encoding.", nameof(text));
        }
    }

    // The merge that was learnt first is made first, everywhere in the word, until none is left.
    private int[] EncodeWord(ReadOnlySpan<byte> word)
    {
        List<int> tokens = new(word.Length);
        foreach (byte letter in word)
        {
            tokens.Add(letter);
        }

        while (true)
        {
            int best = int.MaxValue;
            for (int place = 0; place + 1 < tokens.Count; place++)
            {
                best = Math.Min(best, _ranks.GetValueOrDefault((tokens[place], tokens[place + 1]), int.MaxValue));
            }

            if (best == int.MaxValue)
            {
                return [.. tokens];
            }

            TokenPairs.Merge(tokens, _merges[best - Bytes], best);
        }
    }
}
