using System.Buffers.Binary;
using System.Text;
using Gradus.Learning.Data.Files;
using Gradus.Learning.Training;
using Gradus.Learning.Training.Checkpoints;
using Gradus.Tensors;
using Gradus.Testing;

namespace Gradus.Learning.Tests.Training.Checkpoints;

/// <summary>Checkpoints broken at random, half of them with checksums made to fit again: a typed error that names file and byte, or a correct read; nothing else, and no memory beyond the file's.</summary>
[Collection(MemoryCollection.Name)]
public sealed class CheckpointFuzzTests(ITestOutputHelper output)
{
    /// <summary>What one read may allocate beside the file's own bytes: buffers, names, messages.</summary>
    private const long Slack = 1 << 20;

    [Fact]
    public void Read_MutatedFiles_AreReadOrRefused() => Mutate(2_000, seed: 1);

    [Fact]
    [Trait("Category", "Long")]
    public void Read_HundredThousandMutatedFiles_AreReadOrRefused() => Mutate(100_000, seed: 20261126);

    private void Mutate(int rounds, ulong seed)
    {
        using TemporaryFolder folder = new();
        string path = folder.Combine("fuzz.ckpt");
        TrainerOptions options = new() { Epochs = 2, Checkpoints = new CheckpointOptions(folder.Path) };
        new SmallTraining(options, average: true).Fit(cancellationToken: TestContext.Current.CancellationToken);
        byte[] sound = File.ReadAllBytes(folder.Combine(CheckpointOptions.LastName));
        SmallTraining target = new(options, average: true);
        IReadOnlyDictionary<string, double[]> untouched = target.Bits();
        Rng rng = new(seed);
        (int read, int damaged, int strange) = (0, 0, 0);
        for (int round = 0; round < rounds; round++)
        {
            byte[] bytes = Mutated(rng, sound);
            string context = $"seed {seed}, round {round}";
            long before = GC.GetAllocatedBytesForCurrentThread(), reserved = TensorMemory.BytesReserved;
            try
            {
                CheckpointFile file = new CheckpointReader(new MemoryStream(bytes), "fuzz.ckpt").Read();
                Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < (8 * bytes.Length) + Slack, $"{context}: {GC.GetAllocatedBytesForCurrentThread() - before} bytes allocated");

                // What can be read goes on into a trainer, as far as it fits.
                File.WriteAllBytes(path, bytes);
                target.Trainer.Restore(path);
                read++;
                target = new SmallTraining(options, average: true);
                untouched = target.Bits();
            }
            catch (DataFormatException error)
            {
                Assert.True(error.File == "fuzz.ckpt" || error.File == path, $"{context}: {error.File}");
                Assert.True(error.Offset >= 0 && error.Offset <= bytes.Length, $"{context}: byte {error.Offset} of {bytes.Length}");
                damaged++;
            }
            catch (ArgumentException error) when (error.Message.Contains(path, StringComparison.Ordinal))
            {
                // Sound bytes that say something else than this training; it must be as it was.
                Assert.Equal(untouched, target.Bits());
                strange++;
            }

            Assert.True(TensorMemory.BytesReserved - reserved < 64L << 20, $"{context}: {TensorMemory.BytesReserved - reserved} bytes reserved");
        }

        output.WriteLine($"seed {seed}: {read} read, {damaged} damaged, {strange} strange");
        Assert.True(read > 0 && damaged > rounds / 3 && strange > rounds / 100, $"seed {seed}: {read} read, {damaged} damaged, {strange} strange");
    }

    private static byte[] Mutated(Rng rng, byte[] sound)
    {
        List<byte> bytes = [.. sound];
        for (int edits = rng.NextInt(3) + 1; edits > 0; edits--)
        {
            int place = rng.NextInt(4) == 0 ? rng.NextInt(Math.Min(400, bytes.Count)) : rng.NextInt(bytes.Count);
            switch (rng.NextInt(6))
            {
                case 0: bytes[place] = (byte)rng.NextInt(256); break;
                case 1: bytes[place] ^= (byte)(1 << rng.NextInt(8)); break;
                case 2: bytes.Insert(place, (byte)rng.NextInt(256)); break;
                case 3: bytes.RemoveRange(place, Math.Min(rng.NextInt(9) + 1, bytes.Count - place)); break;
                case 4: bytes.RemoveRange(place, bytes.Count - place); break;
                default:
                    for (int i = place; i < Math.Min(place + 8, bytes.Count); i++)
                    {
                        bytes[i] = rng.NextInt(2) == 0 ? (byte)0xFF : (byte)0;
                    }

                    break;
            }

            if (bytes.Count == 0)
            {
                break;
            }
        }

        byte[] result = [.. bytes];
        if (rng.NextInt(4) > 0)
        {
            Mend(result, rng);
        }

        return result;
    }

    // Walks the entries as a reader would and makes checksums and the length fit, so that the faults behind them are met; now and then a text is spoiled on purpose.
    private static void Mend(byte[] bytes, Rng rng)
    {
        if (bytes.Length < CheckpointForm.HeaderBytes)
        {
            return;
        }

        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(16), bytes.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(28), CheckpointForm.Sum(bytes.AsSpan(0, 28)));
        long at = CheckpointForm.HeaderBytes;
        while (at + CheckpointForm.EntryBytes <= bytes.Length)
        {
            int start = (int)at, head = CheckpointForm.EntryBytes + (bytes[start + 4] * sizeof(int)) + BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(start));
            long data = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(start + 8)), end = start + head + sizeof(uint) + data;
            if (start + head + sizeof(uint) > bytes.Length)
            {
                return;
            }

            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(start + head), CheckpointForm.Sum(bytes.AsSpan(start, head)));
            if (data < 0 || end + sizeof(uint) > bytes.Length)
            {
                return;
            }

            Span<byte> content = bytes.AsSpan(start + head + sizeof(uint), (int)data);
            if (bytes[start + 2] == 1 && content.Length > 0 && rng.NextInt(3) == 0)
            {
                Encoding.ASCII.GetBytes("9-{}[]\"e,ntN"[rng.NextInt(12)].ToString()).CopyTo(content[rng.NextInt(content.Length)..]);
            }

            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan((int)end), CheckpointForm.Sum(content));
            at = end + sizeof(uint);
        }
    }
}
