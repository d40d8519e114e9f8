using Gradus.Learning.Data.Files;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Data.Files;

/// <summary>Breaks files at random and reads them: a typed error that names file and byte, or a read; nothing else, and no more memory than is allowed.</summary>
internal static class FormatFuzz
{
    /// <summary>Runs a campaign.</summary>
    /// <param name="rounds">How many broken files.</param>
    /// <param name="seed">The seed, which a failure tells with the round.</param>
    /// <param name="sound">Sound files, broken in turn.</param>
    /// <param name="mend">Makes checksums fit again, so that the faults behind them are met; done for half of the files.</param>
    /// <param name="read">Reads a file and checks what it gave.</param>
    /// <param name="memory">The bytes that a read may allocate, by the length of the file.</param>
    /// <returns>How many were read and how many refused.</returns>
    internal static (int Read, int Refused) Run(int rounds, ulong seed, IReadOnlyList<byte[]> sound, Action<byte[]>? mend, Action<byte[]> read, Func<long, long> memory)
    {
        Rng rng = new(seed);
        (int accepted, int refused) = (0, 0);
        for (int round = 0; round < rounds; round++)
        {
            byte[] bytes = Mutated(rng, sound[round % sound.Count]);
            if (mend is not null && rng.NextInt(2) == 0)
            {
                mend(bytes);
            }

            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                read(bytes);
                accepted++;
            }
            catch (DataFormatException error)
            {
                // Places are those of the file after unpacking, which may be longer than the file.
                Assert.True(error.File == "fuzz" && error.Offset >= 0 && error.Field.Length > 0, $"seed {seed}, round {round}: {error.Message}");
                refused++;
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"seed {seed}, round {round}: {Convert.ToBase64String(bytes)}", error);
            }

            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated <= memory(bytes.Length), $"seed {seed}, round {round}: {allocated} bytes were allocated for a file of {bytes.Length}");
        }

        return (accepted, refused);
    }

    /// <summary>One to three changes: a byte, a bit, an insertion, a deletion, a cut, a doubled piece, or bytes of all ones or zeros, as sizes are spoiled best.</summary>
    internal static byte[] Mutated(Rng rng, byte[] sound)
    {
        List<byte> bytes = [.. sound];
        for (int edits = rng.NextInt(3) + 1; edits > 0 && bytes.Count > 0; edits--)
        {
            int place = rng.NextInt(3) == 0 ? rng.NextInt(Math.Min(64, bytes.Count)) : rng.NextInt(bytes.Count);
            int length = Math.Min(1 + rng.NextInt(12), bytes.Count - place);
            switch (rng.NextInt(7))
            {
                case 0: bytes[place] = (byte)rng.NextInt(256); break;
                case 1: bytes[place] ^= (byte)(1 << rng.NextInt(8)); break;
                case 2: bytes.Insert(place, (byte)rng.NextInt(256)); break;
                case 3: bytes.RemoveRange(place, length); break;
                case 4: bytes.RemoveRange(place, bytes.Count - place); break;
                case 5: bytes.InsertRange(place, bytes.GetRange(place, length)); break;
                default:
                    for (int i = place; i < Math.Min(place + 4, bytes.Count); i++)
                    {
                        bytes[i] = rng.NextInt(2) == 0 ? (byte)0xFF : (byte)0;
                    }

                    break;
            }
        }

        return [.. bytes];
    }
}
