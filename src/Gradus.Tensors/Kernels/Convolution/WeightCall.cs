namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>The weight gradient of a convolution. Images are summed in groups that depend on nothing but their count, and the groups in their order.</summary>
internal unsafe struct WeightCall
{
    /// <summary>The most groups of images.</summary>
    private const int MostImageGroups = 8;

    internal Isa Isa;
    internal ConvolutionShape Shape;
    internal SourcePlanes Planes;
    internal float* X;
    internal float* Gradient;

    /// <summary>Where each tap of each channel of a group lies: with filters in lanes in the order of <see cref="Groups"/>, else in that of the weights.</summary>
    internal nint* Offsets;

    /// <summary>Taps with the same output rows, so that those which meet padding alone are left out; the bias's is the last. Used when filters lie in lanes.</summary>
    internal TapGroup* Groups;
    internal int GroupCount;

    /// <summary>Output rows that are laid out at a time.</summary>
    internal int BandRows;

    /// <summary>Images that are laid out at a time, where they are small: sums run on over all of them.</summary>
    internal readonly int RunImages => Planes.Images;

    /// <summary>Whether the filters' sums over all places, the gradient of a bias, are wanted: one more tap, which meets a plane of ones.</summary>
    internal bool Bias;

    /// <summary>The sums of each group of images.</summary>
    internal float* Partial;
    internal nint PartialSize;

    /// <summary>Filters of a strip that lie side by side; used when filters lie in lanes.</summary>
    internal int StripFilters;

    /// <summary>Whether places lie in lanes instead.</summary>
    internal bool Dots;

    /// <summary>The taps of a group of filters, with that of the bias.</summary>
    internal readonly int Taps => (Shape.GroupChannels * Shape.Taps) + (Bias ? 1 : 0);

    internal readonly int Strips => (Shape.GroupFilters + StripFilters - 1) / StripFilters;

    internal readonly int ImageGroups => Math.Clamp(Shape.Batch, 1, MostImageGroups);

    /// <summary>The first image of a group.</summary>
    internal readonly int FirstImage(int group) => (int)((long)Shape.Batch * group / ImageGroups);

    /// <summary>Where the plane of ones begins in the laid-out planes.</summary>
    internal readonly nint Ones => Planes.Size;

    /// <summary>Sets the groups, and the offsets in their order.</summary>
    /// <param name="natural">The offsets in the order of the weights.</param>
    internal void Order(nint* natural)
    {
        int taps = 0;
        nint* offsets = Offsets;
        for (int row = 0, end; row < Shape.KernelHeight; row = end)
        {
            TapReach reach = TapReach.Of(Shape, row);
            end = row + 1;
            while (end < Shape.KernelHeight && TapReach.Of(Shape, end) == reach)
            {
                end++;
            }

            int chunk = (end - row) * Shape.KernelWidth;
            for (int channel = 0; channel < Shape.GroupChannels; channel++, offsets += chunk)
            {
                new ReadOnlySpan<nint>(natural + (channel * Shape.Taps) + (row * Shape.KernelWidth), chunk).CopyTo(new Span<nint>(offsets, chunk));
            }

            Groups[GroupCount++] = new TapGroup(taps, row, end - row, chunk * Shape.GroupChannels, reach);
            taps += chunk * Shape.GroupChannels;
        }

        if (!Bias)
        {
            return;
        }

        ref TapGroup last = ref Groups[GroupCount - 1];
        if (last.Reach == new TapReach(0, Shape.OutHeight))
        {
            last = last with { Count = last.Count + 1 };
        }
        else
        {
            Groups[GroupCount++] = new TapGroup(taps, 0, 0, 1, new TapReach(0, Shape.OutHeight));
        }
    }

    /// <summary>Where each of some taps meets the first place of a row.</summary>
    internal readonly void Meet(float* planes, int group, int tap, int count, int row, float** x)
    {
        int channelTaps = Shape.GroupChannels * Shape.Taps;
        nint first = (group * Shape.GroupChannels * Planes.ChannelSize) + ((nint)row * Planes.Columns);
        for (int i = 0; i < count; i++)
        {
            x[i] = planes + (tap + i < channelTaps ? first + Offsets[tap + i] : Ones);
        }
    }
}
