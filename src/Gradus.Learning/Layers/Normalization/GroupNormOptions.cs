using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>The options of <see cref="GroupNorm"/>.</summary>
public sealed record GroupNormOptions
{
    /// <summary>Checks and keeps the options.</summary>
    /// <param name="numGroups">Into how many groups of neighbours the channels are cut.</param>
    /// <param name="numChannels">The channels.</param>
    /// <param name="epsilon">Added to the variance.</param>
    /// <param name="affine">Whether a scale and a shift are learned for each channel.</param>
    /// <param name="dtype">The element type of the parameters.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is below 1, or epsilon is negative.</exception>
    /// <exception cref="ArgumentException">The groups do not divide the channels.</exception>
    public GroupNormOptions(int numGroups, int numChannels, double epsilon = 1e-5, bool affine = true, DType dtype = DType.Float32)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(numGroups, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(numChannels, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(epsilon);
        if (numChannels % numGroups != 0)
        {
            throw new ArgumentException($"GroupNorm got {numGroups} groups for {numChannels} channels; the groups must divide the channels.", nameof(numGroups));
        }

        NumGroups = numGroups;
        NumChannels = numChannels;
        Epsilon = epsilon;
        Affine = affine;
        DType = dtype;
    }

    /// <summary>Into how many groups of neighbours the channels are cut.</summary>
    public int NumGroups { get; }

    /// <summary>The channels.</summary>
    public int NumChannels { get; }

    /// <summary>Added to the variance.</summary>
    public double Epsilon { get; }

    /// <summary>Whether a scale and a shift are learned for each channel.</summary>
    public bool Affine { get; }

    /// <summary>The element type of the parameters.</summary>
    public DType DType { get; }
}
