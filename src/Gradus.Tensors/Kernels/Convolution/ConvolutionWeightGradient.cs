using System.Runtime.Intrinsics;
using Gradus.Tensors.Kernels.Products;
using Gradus.Tensors.Threading;

namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>The gradients of a convolution's weights and bias in float32: gw = Σ over images and places of gy · x, gb = Σ gy.</summary>
internal static unsafe class ConvolutionWeightGradient
{
    /// <summary>Multiplications from which on a second thread pays.</summary>
    private const long LeastProducts = 400_000;

    /// <summary>Partial sums with places in lanes take 16 numbers an element: beyond so many elements they would leave the first cache.</summary>
    private const int MostDotElements = 1024;

    /// <summary>Computes both, or the weights' alone when <paramref name="gradientBias"/> is null; added to what is there where so wished.</summary>
    internal static void Run(Isa isa, in ConvolutionShape shape, float* x, float* gy, float* gradientWeight, bool accumulateWeight, float* gradientBias, bool accumulateBias)
    {
        int length = shape.GroupChannels * shape.Taps;
        nint places = Math.Max(1, (nint)shape.OutHeight * shape.OutWidth);
        WeightCall call = new() { Isa = isa, Shape = shape, X = x, Gradient = gy, Bias = gradientBias is not null };
        bool whole = shape.OutWidth % DotTiles.Lanes == 0 && shape.GroupFilters <= DotTiles.Lanes;
        call.Dots = shape.GroupFilters < 8 || (shape.OutWidth >= DotTiles.Lanes && shape.GroupFilters * length <= (whole ? 4 : 1) * MostDotElements);
        call.StripFilters = StripFilters(isa, shape.GroupFilters);
        int most = Math.Max(1, (shape.Batch + call.ImageGroups - 1) / call.ImageGroups);
        call.PartialSize = call.Dots ? (nint)shape.Filters * call.Taps * DotTiles.Lanes : (nint)shape.Groups * call.Strips * call.StripFilters * call.Taps;
        using TableBlock tables = new(
            TableBlock.Bytes<int>(shape.KernelHeight) + TableBlock.Bytes<int>(shape.KernelWidth) + (2 * TableBlock.Bytes<nint>(length)) + TableBlock.Bytes<TapGroup>(shape.KernelHeight + 1)
            + TableBlock.Bytes<float>(call.PartialSize * call.ImageGroups) + (2 * TableBlock.Bytes<float>((nint)call.Taps * call.StripFilters)));
        call.Planes = ConvolutionForward.Planes(shape, tables.Take<int>(shape.KernelHeight), tables.Take<int>(shape.KernelWidth), call.Dots);
        call.BandRows = CorrelationBands.Rows(call.Planes, shape.OutHeight, 1);
        call.Planes.Rows = call.BandRows + call.Planes.ExtraRows;
        call.Planes.Images = call.Dots ? 1 : (int)Math.Clamp(Math.Min(WeightKernel.BlockPlaces / places, CorrelationBands.MostNumbers / Math.Max(1, call.Planes.ImageStep * shape.Channels)), 1, most);
        call.Offsets = tables.Take<nint>(length);
        call.Partial = tables.Take<float>(call.PartialSize * call.ImageGroups);
        if (call.Dots)
        {
            ConvolutionForward.Offsets(shape, call.Planes, call.Offsets);
        }
        else
        {
            nint* natural = tables.Take<nint>(length);
            ConvolutionForward.Offsets(shape, call.Planes, natural);
            call.Groups = tables.Take<TapGroup>(shape.KernelHeight + 1);
            call.Order(natural);
        }

        if (shape.Products < LeastProducts)
        {
            for (int i = 0; i < call.ImageGroups; i++)
            {
                WeightKernel.Part(&call, i);
            }
        }
        else
        {
            WorkerPool.Run(&WeightKernel.Part, &call, call.ImageGroups);
        }

        // Elementwise sums: any width gives the same bits.
        for (int i = 1; i < call.ImageGroups; i++)
        {
            Add(call.Partial + (i * call.PartialSize), call.Partial, call.PartialSize);
        }

        if (call.Dots)
        {
            FinishDots(call, length, gradientWeight, accumulateWeight, gradientBias, accumulateBias);
        }
        else
        {
            FinishStrips(call, length, tables.Take<float>((nint)call.Taps * call.StripFilters), tables.Take<float>((nint)call.Taps * call.StripFilters), gradientWeight, accumulateWeight, gradientBias, accumulateBias);
        }
    }

    private static int StripFilters(Isa isa, int filters)
    {
        ConvolutionTile tile = ConvolutionTile.Of(isa);
        int vectors = (filters + tile.Lanes - 1) / tile.Lanes, strips = (vectors + tile.Vectors - 1) / tile.Vectors;
        return (vectors + strips - 1) / strips * tile.Lanes;
    }

    private static void FinishDots(in WeightCall call, int length, float* gradientWeight, bool accumulateWeight, float* gradientBias, bool accumulateBias)
    {
        float* lanes = call.Partial;
        for (nint filter = 0; filter < call.Shape.Filters; filter++)
        {
            for (int tap = 0; tap < call.Taps; tap++, lanes += DotTiles.Lanes)
            {
                for (int half = DotTiles.Lanes / 2; half > 0; half /= 2)
                {
                    for (int i = 0; i < half; i++)
                    {
                        lanes[i] += lanes[i + half];
                    }
                }

                bool weight = tap < length;
                float* to = weight ? gradientWeight + (filter * length) + tap : gradientBias + filter;
                *to = (weight ? accumulateWeight : accumulateBias) ? *to + *lanes : *lanes;
            }
        }
    }

    private static void FinishStrips(in WeightCall call, int length, float* turned, float* ordered, float* gradientWeight, bool accumulateWeight, float* gradientBias, bool accumulateBias)
    {
        int width = call.StripFilters;
        float* strip = call.Partial;
        for (nint group = 0; group < call.Shape.Groups; group++)
        {
            for (int first = 0; first < call.Shape.GroupFilters; first += width, strip += (nint)call.Taps * width)
            {
                int filters = Math.Min(width, call.Shape.GroupFilters - first);
                nint filter = (group * call.Shape.GroupFilters) + first;
                float* to = gradientWeight + (filter * length);
                float* rows = strip;
                if (call.GroupCount > 1)
                {
                    rows = ordered;
                    Order(call, strip, ordered);
                }

                Transposition.Run(rows, width, 1, accumulateWeight ? turned : to, length, length, filters);
                if (accumulateWeight)
                {
                    Add(turned, to, (nint)filters * length);
                }

                for (int i = 0; i < filters && call.Bias; i++)
                {
                    float sum = strip[((nint)length * width) + i];
                    gradientBias[filter + i] = accumulateBias ? gradientBias[filter + i] + sum : sum;
                }
            }
        }
    }

    /// <summary>Lays a strip's taps in the order of the weights.</summary>
    private static void Order(in WeightCall call, float* strip, float* to)
    {
        for (int i = 0; i < call.GroupCount; i++)
        {
            TapGroup group = call.Groups[i];
            int chunk = group.TapRows * call.Shape.KernelWidth * call.StripFilters;
            float* from = strip + ((nint)group.FirstTap * call.StripFilters);
            for (int channel = 0; channel < call.Shape.GroupChannels; channel++, from += chunk)
            {
                nint tap = ((nint)channel * call.Shape.Taps) + (group.TapRow * call.Shape.KernelWidth);
                new ReadOnlySpan<float>(from, chunk).CopyTo(new Span<float>(to + (tap * call.StripFilters), chunk));
            }
        }
    }

    private static void Add(float* from, float* to, nint length)
    {
        nint i = 0;
        for (; i <= length - 8; i += 8)
        {
            (Vector256.Load(to + i) + Vector256.Load(from + i)).Store(to + i);
        }

        for (; i < length; i++)
        {
            to[i] += from[i];
        }
    }
}
