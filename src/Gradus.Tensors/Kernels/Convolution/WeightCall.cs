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

    /// <summary>Where each tap of each channel of a group lies.</summary>
    internal nint* Offsets;

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
