using System.Buffers.Binary;
using Gradus.Learning.Data.Files;
using Gradus.Tensors;

namespace Gradus.Learning.Data.Idx;

/// <summary>An array in IDX, the format of MNIST: two zero bytes, the type, the count of dimensions, each size in 32 bits, then the elements, all with the highest byte first.</summary>
/// <remarks>http://yann.lecun.com/exdb/mnist describes the format. Files that gzip has packed are unpacked while they are read.</remarks>
public sealed class IdxArray
{
    private const int MostDimensions = 8;
    private readonly int[] _shape;

    /// <summary>Makes an array.</summary>
    /// <param name="type">The element type.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="elements">The elements as the file holds them: row after row, the highest byte first.</param>
    /// <exception cref="ArgumentException">The bytes are not as many as type and shape need, or there are more than 8 dimensions.</exception>
    public IdxArray(IdxType type, ReadOnlySpan<int> shape, byte[] elements)
        : this(type, shape.ToArray(), (ReadOnlyMemory<byte>)elements)
    {
        ArgumentNullException.ThrowIfNull(elements);
        if (shape.Length is 0 or > MostDimensions || shape.ContainsAnyInRange(int.MinValue, -1) || Bytes(type, _shape) != elements.Length)
        {
            throw new ArgumentException($"IdxArray got {elements.Length} bytes for {type} [{string.Join(", ", _shape)}]; it needs 1 to {MostDimensions} dimensions and {SizeOf(type)} bytes for each element.", nameof(elements));
        }
    }

    private IdxArray(IdxType type, int[] shape, ReadOnlyMemory<byte> elements)
    {
        Type = type;
        _shape = shape;
        Elements = elements;
    }

    /// <summary>The element type.</summary>
    public IdxType Type { get; }

    /// <summary>The sizes.</summary>
    public ReadOnlySpan<int> Shape => _shape;

    /// <summary>The elements as the file holds them: row after row, the highest byte first.</summary>
    public ReadOnlyMemory<byte> Elements { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file, plain or packed by gzip; at most half a gigabyte in either form.</param>
    /// <returns>The array.</returns>
    /// <exception cref="DataFormatException">It is no whole IDX file; file, byte and field are named.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static IdxArray Read(string path) => Parse(DataFile.ReadAll(path), path);

    /// <summary>Reads bytes.</summary>
    /// <param name="bytes">An IDX file, not packed. The array keeps them: do not change them.</param>
    /// <param name="source">The name to use in errors.</param>
    /// <returns>The array.</returns>
    /// <exception cref="DataFormatException">They are no whole IDX file; byte and field are named.</exception>
    public static IdxArray Parse(byte[] bytes, string source = "bytes")
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.Length < 4)
        {
            throw new DataFormatException(source, bytes.Length, "magic number", $"the file ends after {bytes.Length} bytes; IDX begins with four.");
        }

        if (bytes[0] != 0 || bytes[1] != 0)
        {
            throw new DataFormatException(source, 0, "magic number", $"the first two bytes are {bytes[0]} and {bytes[1]}, not 0 and 0; this is no IDX file.");
        }

        IdxType type = (IdxType)bytes[2];
        if (!Enum.IsDefined(type))
        {
            throw new DataFormatException(source, 2, "type", $"the type is 0x{bytes[2]:X2}; IDX knows {string.Join(", ", Enum.GetValues<IdxType>().Select(known => $"0x{(int)known:X2} ({known})"))}.");
        }

        int rank = bytes[3];
        int header = 4 + (4 * rank);
        if (rank is 0 or > MostDimensions)
        {
            throw new DataFormatException(source, 3, "dimensions", $"the array has {rank} dimensions; 1 to {MostDimensions} can be read.");
        }

        if (bytes.Length < header)
        {
            throw new DataFormatException(source, bytes.Length, "sizes", $"the file ends within the sizes of its {rank} dimensions, which take {header} bytes with the magic number.");
        }

        int[] shape = new int[rank];
        for (int axis = 0; axis < rank; axis++)
        {
            uint size = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(4 + (4 * axis)));
            shape[axis] = size <= int.MaxValue ? (int)size : throw new DataFormatException(source, 4 + (4 * axis), $"size of dimension {axis}", $"the size is {size}; at most {int.MaxValue} can be read.");
        }

        double needed = Bytes(type, shape);
        if (needed != bytes.Length - header)
        {
            throw new DataFormatException(
                source,
                (long)Math.Min(needed + header, bytes.Length),
                "elements",
                $"{type} [{string.Join(", ", shape)}] needs {needed:0} bytes after the header and {bytes.Length - header} are there; the file is cut off, too long, or its sizes are wrong.");
        }

        return new IdxArray(type, shape, bytes.AsMemory(header));
    }

    /// <summary>The elements as a tensor of the same shape.</summary>
    /// <returns>Int32 for unsigned bytes, shorts and ints, Int8 for signed bytes, Float32 and Float64 for the others.</returns>
    public Tensor ToTensor() => Type switch
    {
        IdxType.UnsignedByte => Tensor.From(Convert(static bytes => (int)bytes[0]), _shape),
        IdxType.SignedByte => Tensor.From(Convert(static bytes => (sbyte)bytes[0]), _shape),
        IdxType.Short => Tensor.From(Convert(static bytes => (int)BinaryPrimitives.ReadInt16BigEndian(bytes)), _shape),
        IdxType.Int => Tensor.From(Convert(BinaryPrimitives.ReadInt32BigEndian), _shape),
        IdxType.Float => Tensor.From(Convert(BinaryPrimitives.ReadSingleBigEndian), _shape),
        _ => Tensor.From(Convert(BinaryPrimitives.ReadDoubleBigEndian), _shape),
    };

    /// <summary>Writes the array.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    public void Write(string path)
    {
        byte[] header = new byte[4 + (4 * _shape.Length)];
        header[2] = (byte)Type;
        header[3] = (byte)_shape.Length;
        for (int axis = 0; axis < _shape.Length; axis++)
        {
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + (4 * axis)), _shape[axis]);
        }

        using FileStream file = File.Create(path);
        file.Write(header);
        file.Write(Elements.Span);
    }

    private static int SizeOf(IdxType type) => type switch
    {
        IdxType.UnsignedByte or IdxType.SignedByte => 1,
        IdxType.Short => 2,
        IdxType.Double => 8,
        _ => 4,
    };

    // In double, which no product of 8 sizes overflows; every count that can be met is exact.
    private static double Bytes(IdxType type, int[] shape) => shape.Aggregate((double)SizeOf(type), (product, size) => product * size);

    private T[] Convert<T>(Func<ReadOnlySpan<byte>, T> read)
    {
        int size = SizeOf(Type);
        ReadOnlySpan<byte> bytes = Elements.Span;
        T[] values = new T[bytes.Length / size];
        for (int place = 0; place < values.Length; place++)
        {
            values[place] = read(bytes.Slice(place * size, size));
        }

        return values;
    }
}
