namespace Gradus.Tensors.Kernels.Elementwise;

/// <summary>Writes one value to a row. Whole numbers that come as such keep all their digits.</summary>
internal static unsafe class FillKernel
{
    internal static void Run(DType dtype, byte* y, int length, long value)
    {
        if (dtype == DType.Int64)
        {
            new Span<long>(y, length).Fill(value);
        }
        else
        {
            Run(dtype, y, length, (double)value);
        }
    }

    internal static void Run(DType dtype, byte* y, int length, double value)
    {
        switch (dtype)
        {
            case DType.Float32:
                new Span<float>(y, length).Fill((float)value);
                break;
            case DType.Float64:
                new Span<double>(y, length).Fill(value);
                break;
            case DType.Int64:
                new Span<long>(y, length).Fill((long)value);
                break;
            case DType.Int32:
                new Span<int>(y, length).Fill((int)value);
                break;
            case DType.BFloat16:
                new Span<ushort>(y, length).Fill(((BFloat16)(float)value).Bits);
                break;
            case DType.Int8:
                new Span<sbyte>(y, length).Fill(ConvertKernel.ToInt8(value));
                break;
            default:
                new Span<byte>(y, length).Fill(value != 0 ? (byte)1 : (byte)0);
                break;
        }
    }
}
