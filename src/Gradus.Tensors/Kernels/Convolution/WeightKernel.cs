using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Gradus.Tensors.Kernels.Lanes;
using Gradus.Tensors.Kernels.Products;

namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>Sums the weight gradient over one group of images.</summary>
internal static unsafe class WeightKernel
{
    /// <summary>Places whose gradients stay in the first cache while all taps go over them.</summary>
    internal const int BlockPlaces = 256;

    private static ReadOnlySpan<float> Steps => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

    /// <summary>A part of a parallel run: the state is a <see cref="WeightCall"/>, the index is a group of images.</summary>
    internal static void Part(void* state, int index)
    {
        ref WeightCall call = ref *(WeightCall*)state;
        switch (call.Isa)
        {
            case Isa.Avx512:
                Images<Lanes512, Vector512<float>>(call, index);
                break;
            case Isa.Avx2:
                Images<Lanes256, Vector256<float>>(call, index);
                break;
            case Isa.Vector128:
                Images<Lanes128, Vector128<float>>(call, index);
                break;
            default:
                Images<Lanes1, float>(call, index);
                break;
        }
    }

    private static void Images<L, V>(in WeightCall call, int imageGroup)
        where L : ILanes<V>
        where V : unmanaged
    {
        ConvolutionScratch scratch = ConvolutionScratch.Current;
        nint onesSize = call.Bias ? call.Planes.ChannelSize + SourcePlanes.Slack : 0;
        float* planes = scratch.Planes(call.Planes.Size + onesSize), partial = call.Partial + (imageGroup * call.PartialSize);
        int begin = call.FirstImage(imageGroup), end = call.FirstImage(imageGroup + 1);
        RowCopy.Fill(planes + call.Ones, onesSize, 1);
        if (call.Dots || begin == end)
        {
            RowCopy.Fill(partial, call.PartialSize, 0);
        }

        for (int image = begin; image < end; image += call.RunImages)
        {
            int images = Math.Min(call.RunImages, end - image);
            for (int row = 0; row < call.Shape.OutHeight; row += call.BandRows)
            {
                int rows = Math.Min(call.BandRows, call.Shape.OutHeight - row);
                float* gradient = call.Gradient + (image * call.Shape.OutputImage) + ((nint)row * call.Shape.OutWidth);
                call.Planes.Lay(call.X + (image * call.Shape.InputImage), planes, row, images);
                for (int group = 0; group < call.Shape.Groups; group++)
                {
                    float* from = gradient + ((nint)group * call.Shape.GroupFilters * call.Shape.OutHeight * call.Shape.OutWidth);
                    if (call.Dots)
                    {
                        Dots<L, V>(call, scratch, planes, from, rows, group, partial + ((nint)group * call.Shape.GroupFilters * call.Taps * DotTiles.Lanes));
                    }
                    else
                    {
                        Strips<L, V>(call, scratch, planes, from, images, row, rows, group, image == begin && row == 0, partial + ((nint)group * call.Strips * call.StripFilters * call.Taps));
                    }
                }
            }
        }
    }

    private static void Strips<L, V>(in WeightCall call, ConvolutionScratch scratch, float* planes, float* gradient, int images, int bandRow, int rows, int group, bool first, float* partial)
        where L : ILanes<V>
        where V : unmanaged
    {
        ref readonly ConvolutionShape shape = ref call.Shape;
        int places = rows * shape.OutWidth, width = call.StripFilters, taps = call.Taps;
        float* turned = scratch.Turned((nint)call.Strips * images * places * width);
        for (int strip = 0; strip < call.Strips; strip++)
        {
            for (int image = 0; image < images; image++)
            {
                float* from = gradient + (image * shape.OutputImage) + ((nint)strip * width * shape.OutHeight * shape.OutWidth), to = turned + ((((nint)strip * images) + image) * places * width);
                Turn(from, (nint)shape.OutHeight * shape.OutWidth, to, width, Math.Min(width, shape.GroupFilters - (strip * width)), places);
            }
        }

        const int MostRows = 8;
        int most = ConvolutionTile.Of(call.Isa).Rows, blockRows = images > 1 ? rows : Math.Max(1, BlockPlaces / shape.OutWidth);
        float** x = stackalloc float*[MostRows];
        float* zeros = scratch.Tile(width);
        RowCopy.Fill(zeros, width, 0);
        nint placeRow = (nint)shape.OutWidth * width;
        for (int row = 0; row < rows; row += blockRows)
        {
            int count = Math.Min(blockRows, rows - row);
            bool fresh = first && row == 0;
            for (int strip = 0; strip < call.Strips; strip++)
            {
                float* g = turned + ((((nint)strip * images * rows) + row) * placeRow), to = partial + ((nint)strip * taps * width);
                for (int i = 0; i < call.GroupCount; i++)
                {
                    // Where a group meets padding alone there is nothing to add, but the first sums are still to be set to 0.
                    TapGroup tapGroup = call.Groups[i];
                    int begin = Math.Clamp(tapGroup.Reach.Begin - bandRow, row, row + count), met = Math.Clamp(tapGroup.Reach.End - bandRow, begin, row + count) - begin;
                    if (met == 0 && !fresh)
                    {
                        continue;
                    }

                    float* from = g + ((begin - row) * placeRow);
                    int blocks = (tapGroup.Count + most - 1) / most, height = (tapGroup.Count + blocks - 1) / blocks, end = tapGroup.FirstTap + tapGroup.Count;
                    for (int tap = tapGroup.FirstTap; tap < end; tap += height)
                    {
                        int used = Math.Min(height, end - tap);
                        float* sums = to + ((nint)tap * width);
                        call.Meet(planes, group, tap, used, begin, x);
                        WeightTiles.Run<L, V>(
                            used, width / L.Count, x, call.Planes.ImageStep, call.Planes.Columns, call.Planes.ColumnStep, from, (rows - met) * placeRow, images, met, shape.OutWidth, fresh ? zeros : sums, fresh ? 0 : width, sums, width);
                    }
                }
            }
        }
    }

    private static void Turn(float* gradient, nint plane, float* to, int width, int filters, int places)
    {
        Transposition.Run(gradient, plane, 1, to, width, filters, places);
        for (nint place = 0; place < places && filters < width; place++)
        {
            new Span<float>(to + (place * width) + filters, width - filters).Clear();
        }
    }

    private static void Dots<L, V>(in WeightCall call, ConvolutionScratch scratch, float* planes, float* gradient, int rows, int group, float* partial)
        where L : ILanes<V>
        where V : unmanaged
    {
        ref readonly ConvolutionShape shape = ref call.Shape;
        // Constant data of the assembly does not move.
        float* steps = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(Steps));
        nint pitch = shape.OutWidth, plane = (nint)shape.OutHeight * shape.OutWidth;
        if (shape.OutWidth % DotTiles.Lanes != 0)
        {
            gradient = Widen(scratch, gradient, shape, rows, out pitch);
            plane = rows * pitch;
        }

        // 32 registers hold 20 sums beside the vectors they are made of, 16 hold 10.
        const int MostTaps = 9, TapsOfMany = 5;
        int mostFilters = Math.Min(shape.GroupFilters, call.Isa == Isa.Avx512 ? 4 : 2);
        int mostTaps = mostFilters == 1 ? MostTaps : TapsOfMany, taps = call.Taps;
        int blocks = (taps + mostTaps - 1) / mostTaps, width = (taps + blocks - 1) / blocks;
        float** x = stackalloc float*[MostTaps];
        for (int filter = 0; filter < shape.GroupFilters; filter += mostFilters)
        {
            int height = Math.Min(mostFilters, shape.GroupFilters - filter);
            for (int tap = 0; tap < taps; tap += width)
            {
                int used = Math.Min(width, taps - tap);
                call.Meet(planes, group, tap, used, 0, x);
                float* to = partial + ((((nint)filter * taps) + tap) * DotTiles.Lanes);
                DotTiles.Run<L, V>(height, used, x, call.Planes.Columns, gradient + (filter * plane), pitch, plane, rows, shape.OutWidth, to, (nint)taps * DotTiles.Lanes, steps);
            }
        }
    }

    /// <summary>Rows filled with zeros up to a multiple of the lanes.</summary>
    private static float* Widen(ConvolutionScratch scratch, float* gradient, in ConvolutionShape shape, int rows, out nint pitch)
    {
        pitch = (shape.OutWidth + DotTiles.Lanes - 1) / DotTiles.Lanes * DotTiles.Lanes;
        float* wide = scratch.Turned(shape.GroupFilters * rows * pitch), to = wide;
        for (int filter = 0; filter < shape.GroupFilters; filter++)
        {
            float* from = gradient + ((nint)filter * shape.OutHeight * shape.OutWidth);
            for (int row = 0; row < rows; row++, from += shape.OutWidth, to += pitch)
            {
                RowCopy.Run(from, to, shape.OutWidth);
                RowCopy.Fill(to + shape.OutWidth, pitch - shape.OutWidth, 0);
            }
        }

        return wide;
    }
}
