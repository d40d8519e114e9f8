using System.Numerics;

namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>The columns of a convolution as a matrix, and the sum of columns back into images. No convolution here needs it; it is an operator of its own.</summary>
internal static unsafe class ColumnKernel
{
    /// <summary>columns[n][(c, i, j)][(oh, ow)] = x[n][c][oh · stride + i · dilation − pad][...], 0 in the padding.</summary>
    internal static void Unfold<T>(in ConvolutionShape shape, T* x, T* columns)
        where T : unmanaged, INumberBase<T> => Walk<T>(shape, x, columns, false);

    /// <summary>x = Σ of the columns at the places they come from.</summary>
    internal static void Fold<T>(in ConvolutionShape shape, T* x, T* columns)
        where T : unmanaged, INumberBase<T>
    {
        new Span<T>(x, (int)(shape.Batch * shape.InputImage)).Clear();
        Walk(shape, x, columns, true);
    }

    private static void Walk<T>(in ConvolutionShape shape, T* x, T* columns, bool back)
        where T : unmanaged, INumberBase<T>
    {
        for (nint plane = 0; plane < (nint)shape.Batch * shape.Channels; plane++, x += (nint)shape.Height * shape.Width)
        {
            for (int tap = 0; tap < shape.Taps; tap++)
            {
                int down = (tap / shape.KernelWidth * shape.DilationHeight) - shape.PadTop, right = (tap % shape.KernelWidth * shape.DilationWidth) - shape.PadLeft;
                for (int row = 0; row < shape.OutHeight; row++)
                {
                    int sourceRow = (row * shape.StrideHeight) + down;
                    for (int column = 0; column < shape.OutWidth; column++, columns++)
                    {
                        int sourceColumn = (column * shape.StrideWidth) + right;
                        bool inside = (uint)sourceRow < (uint)shape.Height && (uint)sourceColumn < (uint)shape.Width;
                        nint at = ((nint)sourceRow * shape.Width) + sourceColumn;
                        if (!back)
                        {
                            *columns = inside ? x[at] : T.Zero;
                        }
                        else if (inside)
                        {
                            x[at] += *columns;
                        }
                    }
                }
            }
        }
    }
}
