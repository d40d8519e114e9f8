using Gradus.Tensors.Kernels.Products;

namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>
/// Weights in the order in which tiles read them: in blocks of filters, within a block tap by tap, filters side by side. With places in lanes the last block of a group is as wide as there are
/// filters left; with filters in lanes it is filled with zeros.
/// </summary>
internal static unsafe class CorrelationWeights
{
    /// <summary>The numbers that a group's weights take.</summary>
    internal static nint Size(in CorrelationCall call, nint length) => (call.Turned ? call.PaddedFilters : call.GroupFilters) * length;

    /// <summary>Packs rows of weights, each the taps of a filter in order.</summary>
    internal static void Rows(in CorrelationCall call, float* weight, float* to, nint length)
    {
        for (int group = 0; group < call.Groups; group++)
        {
            for (int filter = 0; filter < call.GroupFilters; filter += call.BlockFilters)
            {
                int used = Math.Min(call.BlockFilters, call.GroupFilters - filter), width = Width(call, used);
                Transposition.Run(weight, length, 1, to, width, used, length);
                Fill(to, width, used, length);
                weight += used * length;
                to += width * length;
            }
        }
    }

    /// <summary>Packs weights whose filters lie inside: for each source channel of a group all filters with all their taps, of which some are used.</summary>
    internal static void Inner(in CorrelationCall call, float* weight, float* to, int taps, int* usedTaps, int usedCount)
    {
        for (int group = 0; group < call.Groups; group++)
        {
            float* groupWeight = weight + ((nint)group * call.GroupChannels * call.GroupFilters * taps);
            for (int filter = 0; filter < call.GroupFilters; filter += call.BlockFilters)
            {
                int used = Math.Min(call.BlockFilters, call.GroupFilters - filter), width = Width(call, used);
                float* block = to;
                for (int channel = 0; channel < call.GroupChannels; channel++)
                {
                    float* from = groupWeight + ((((nint)channel * call.GroupFilters) + filter) * taps);
                    if (usedCount == taps)
                    {
                        Transposition.Run(from, taps, 1, to, width, used, taps);
                        to += (nint)taps * width;
                        continue;
                    }

                    for (int tap = 0; tap < usedCount; tap++, to += width)
                    {
                        float* tapFrom = from + usedTaps[tap];
                        for (int i = 0; i < used; i++)
                        {
                            to[i] = tapFrom[(nint)i * taps];
                        }
                    }
                }

                Fill(block, width, used, (nint)usedCount * call.GroupChannels);
            }
        }
    }

    /// <summary>The bias of each group, filled up with zeros.</summary>
    internal static void Bias(ref CorrelationCall call, float* bias, float* to)
    {
        int padded = call.PaddedFilters;
        call.Bias = to;
        new Span<float>(to, call.Groups * padded).Clear();
        for (int i = 0; i < call.Groups * call.GroupFilters && bias is not null; i++)
        {
            to[(i / call.GroupFilters * padded) + (i % call.GroupFilters)] = bias[i];
        }
    }

    /// <summary>Filters that lie side by side in a block with so many used ones.</summary>
    internal static int Width(in CorrelationCall call, int used) => call.Turned ? call.BlockFilters : used;

    private static void Fill(float* to, int width, int used, nint length)
    {
        for (nint i = 0; i < length && used < width; i++)
        {
            new Span<float>(to + (i * width) + used, width - used).Clear();
        }
    }
}
