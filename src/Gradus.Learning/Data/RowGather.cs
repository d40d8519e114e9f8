using Gradus.Tensors;

namespace Gradus.Learning.Data;

/// <summary>Copies rows of a tensor.</summary>
internal static class RowGather
{
    /// <summary>Copies rows of a contiguous tensor into a new one, whatever their element type.</summary>
    internal static Tensor Take(Tensor source, ReadOnlySpan<int> rows) => source.DType switch
    {
        DType.Float32 => Take<float>(source, rows),
        DType.Float64 => Take<double>(source, rows),
        DType.Int64 => Take<long>(source, rows),
        DType.Int32 => Take<int>(source, rows),
        DType.Bool => Take<bool>(source, rows),
        DType.BFloat16 => Take<BFloat16>(source, rows),
        DType.Int8 => Take<sbyte>(source, rows),
        _ => throw new ArgumentException($"Rows of {source.DType} cannot be taken.", nameof(source)),
    };

    private static Tensor Take<T>(Tensor source, ReadOnlySpan<int> rows)
        where T : unmanaged
    {
        int count = source.Shape[0];
        int width = count == 0 ? 0 : source.ElementCount / count;
        Tensor result = Tensor.Zeros(source.DType, [rows.Length, .. source.Shape[1..]]);
        ReadOnlySpan<T> from = source.AsSpan<T>();
        Span<T> to = result.AsWritableSpan<T>();
        for (int place = 0; place < rows.Length; place++)
        {
            int row = rows[place];
            if ((uint)row >= (uint)count)
            {
                throw new ArgumentOutOfRangeException(nameof(rows), row, $"There is no row {row}; the data set has {count} rows, numbered from 0.");
            }

            from.Slice(row * width, width).CopyTo(to[(place * width)..]);
        }

        return result;
    }

    /// <summary>Copies a tensor to the beginning of a row of a contiguous one of the same type.</summary>
    internal static void Copy(Tensor source, Tensor target, int row)
    {
        switch (source.DType)
        {
            case DType.Float32: Copy<float>(source, target, row); break;
            case DType.Float64: Copy<double>(source, target, row); break;
            case DType.Int64: Copy<long>(source, target, row); break;
            case DType.Int32: Copy<int>(source, target, row); break;
            case DType.Bool: Copy<bool>(source, target, row); break;
            default: throw new ArgumentException($"Rows of {source.DType} cannot be copied.", nameof(source));
        }
    }

    private static void Copy<T>(Tensor source, Tensor target, int row)
        where T : unmanaged
    {
        int width = target.ElementCount / target.Shape[0];
        source.Contiguous().AsSpan<T>().CopyTo(target.AsWritableSpan<T>().Slice(row * width, width));
    }
}
