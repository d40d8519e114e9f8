using System.Buffers.Binary;
using Gradus.Learning.Data.Files;
using Gradus.Learning.Training.Checkpoints;
using Gradus.Tensors;
using Gradus.Testing;

namespace Gradus.Learning.Tests.Training.Checkpoints;

public sealed class CheckpointFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string FilePath => _folder.Combine("one.ckpt");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_EveryElementTypeAndShape_ComesBack()
    {
        CheckpointFile file = new();
        file.Add("single", Tensor.From([1.5f, float.NaN, -0f, float.NegativeInfinity, 1e-45f, 3], 2, 3));
        file.Add("double", Tensor.From([double.MaxValue, double.Epsilon], 2));
        file.Add("long", Tensor.From([long.MinValue, long.MaxValue], 1, 1, 2));
        file.Add("int", Tensor.From([int.MinValue, 7], 2));
        file.Add("bool", Tensor.From([true, false, true], 3));
        file.Add("bfloat", Tensor.From([1f, 2f], 2).To(DType.BFloat16));
        file.Add("byte", Tensor.From([-128f, 127f], 2).To(DType.Int8));
        file.Add("scalar", Tensor.Scalar(4, DType.Int64));
        file.Add("empty", Tensor.Zeros(0, 5));
        file.Add("view", Tensor.From([1f, 2, 3, 4], 2, 2).Transpose(0, 1));
        file.Add("large", Tensor.Randn(new Rng(1), 300, 251));
        file.Add("text", "{\"ε\": \"…\"}");

        file.Write(FilePath);
        CheckpointFile read = CheckpointFile.Read(FilePath);

        Assert.Equal(file.Tensors.Keys.Order(StringComparer.Ordinal), read.Tensors.Keys);
        Assert.All(file.Tensors, entry =>
        {
            Tensor copy = read.Tensors[entry.Key];
            Assert.Equal(entry.Value.DType, copy.DType);
            Assert.Equal(entry.Value.Shape.ToArray(), copy.Shape.ToArray());
            Assert.Equal(entry.Value.To(DType.Float64).ToArray<double>().Select(BitConverter.DoubleToInt64Bits), copy.To(DType.Float64).ToArray<double>().Select(BitConverter.DoubleToInt64Bits));
        });
        Assert.Equal([1d, 3, 2, 4], read.Tensors["view"].ToArray<double>());
        Assert.Equal(file.Texts, read.Texts);
    }

    [Fact]
    public void Write_Documented_IsTheDocumentedForm()
    {
        CheckpointFile file = new();
        file.Add("b", Tensor.From([1f], 1));
        file.Add("a", "hi");

        file.Write(FilePath);

        // By the description of the form, with a checksum computed bit by bit.
        List<byte> bytes = [.. "GRADUSCP"u8, 1, 0, 0, 0, 2, 0, 0, 0];
        byte[] first = [1, 0, 1, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, (byte)'a'];
        byte[] second = [1, 0, 0, 0, 1, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, (byte)'b'];
        byte[] one = [0, 0, 0x80, 0x3F];
        bytes.AddRange([(byte)(32 + first.Length + 4 + 2 + 4 + second.Length + 4 + 4 + 4), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        bytes.AddRange(Crc([.. bytes]));
        bytes.AddRange([.. first, .. Crc(first), .. "hi"u8, .. Crc([.. "hi"u8]), .. second, .. Crc(second), .. one, .. Crc(one)]);
        Assert.Equal(bytes, File.ReadAllBytes(FilePath));
        Assert.Equal([0x83, 0x92, 0x06, 0xE3], Crc([.. "123456789"u8])); // the check value of CRC-32C, 0xE3069283
    }

    [Fact]
    public void Read_EachByteChanged_NamesFileAndByte()
    {
        Small().Write(FilePath);
        byte[] sound = File.ReadAllBytes(FilePath);
        for (int place = 0; place < sound.Length; place++)
        {
            byte[] broken = [.. sound];
            broken[place] ^= 0x41;

            DataFormatException error = Assert.Throws<DataFormatException>(() => Read(broken));

            Assert.Equal("broken.ckpt", error.File);
            Assert.InRange(error.Offset, 0, place);
            Assert.Contains($"broken.ckpt, byte {error.Offset}, {error.Field}: ", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Read_EachLength_IsRefused()
    {
        Small().Write(FilePath);
        byte[] sound = File.ReadAllBytes(FilePath);
        for (int length = 0; length < sound.Length; length++)
        {
            Assert.Throws<DataFormatException>(() => Read(sound[..length]));
        }

        Assert.Throws<DataFormatException>(() => Read([.. sound, 0]));
    }

    [Theory]
    [InlineData(8, 9, "version")]
    [InlineData(24, 1, "reserved")]
    public void Read_SoundHeaderThatSaysWhatCannotBe_NamesTheField(int place, byte value, string field)
    {
        Small().Write(FilePath);
        byte[] bytes = File.ReadAllBytes(FilePath);
        bytes[place] = value;
        Crc(bytes[..28]).CopyTo(bytes, 28);

        DataFormatException error = Assert.Throws<DataFormatException>(() => Read(bytes));

        Assert.Equal((field, (long)place), (error.Field, error.Offset));
    }

    [Fact]
    public void Read_HugeSizesWithSoundChecksums_TakesNoMemory()
    {
        CheckpointFile file = new();
        file.Add("x", Tensor.Zeros(4, 4));
        file.Write(FilePath);
        byte[] bytes = File.ReadAllBytes(FilePath);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(48), 500_000_000);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(52), 1);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(40), 2_000_000_000);
        Crc(bytes[32..57]).CopyTo(bytes, 57);
        long before = TensorMemory.BytesReserved;

        DataFormatException error = Assert.Throws<DataFormatException>(() => Read(bytes));

        Assert.Equal(("data length", 40L), (error.Field, error.Offset));
        Assert.InRange(TensorMemory.BytesReserved, 0, before + 1_000_000_000); // Other tests run beside it and take a little; the entry claims twice as much.
    }

    [Fact]
    public void Write_CannotBeWritten_LeavesTheOldFile()
    {
        Small().Write(FilePath);
        byte[] before = File.ReadAllBytes(FilePath);
        using (new FileStream($"{FilePath}.tmp", FileMode.Create, FileAccess.Write, FileShare.None))
        {
            CheckpointFile other = new();
            other.Add("t", "other");

            Assert.ThrowsAny<IOException>(() => other.Write(FilePath));
        }

        Assert.Equal(before, File.ReadAllBytes(FilePath));
    }

    [Fact]
    public void Part_StateDictionary_ComesBackWithItsKeys()
    {
        CheckpointFile file = new();
        file.Add("models.net", new Dictionary<string, Tensor> { ["0.weight"] = Tensor.Ones(2), ["bias"] = Tensor.Ones(3) });
        file.Add("models.network", new Dictionary<string, Tensor> { ["x"] = Tensor.Ones(1) });

        Assert.Equal(["0.weight", "bias"], file.Part("models.net").Keys.Order(StringComparer.Ordinal));
        Assert.Empty(file.Part("none"));
        Assert.Contains("holds 'models.net.bias' already", Assert.Throws<ArgumentException>(() => file.Add("models.net.bias", "text")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => file.Add(new string('x', 1025), "text"));
    }

    private static CheckpointFile Small()
    {
        CheckpointFile file = new();
        file.Add("models.net.weight", Tensor.From([1f, 2, 3, 4, 5, 6], 2, 3));
        file.Add("flags", Tensor.From([true, false], 2));
        file.Add("state", "{\"epoch\":1}");
        return file;
    }

    private static CheckpointFile Read(byte[] bytes) => new CheckpointReader(new MemoryStream(bytes), "broken.ckpt").Read();

    // CRC-32C by its definition: the reflected polynomial 0x82F63B78, one bit after the other.
    private static byte[] Crc(byte[] bytes)
    {
        uint register = uint.MaxValue;
        foreach (byte each in bytes)
        {
            register ^= each;
            for (int bit = 0; bit < 8; bit++)
            {
                register = (register >> 1) ^ ((register & 1) == 0 ? 0 : 0x82F63B78);
            }
        }

        byte[] sum = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(sum, ~register);
        return sum;
    }

    [Fact]
    public void Write_CannotTakeItsName_LeavesNothingBehind()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.Combine("last.ckpt", "inside"));
        CheckpointFile checkpoint = new();
        checkpoint.Add("x", Tensor.Ones(3));

        Assert.ThrowsAny<Exception>(() => checkpoint.Write(folder.Combine("last.ckpt")));

        Assert.Empty(Directory.GetFiles(folder.Path));
    }
}
