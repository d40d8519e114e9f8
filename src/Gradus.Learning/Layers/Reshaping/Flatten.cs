using System.Globalization;
using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>Joins the axes from one to another into one.</summary>
public sealed class Flatten : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="startAxis">The first axis that is joined; 1 by default, which keeps the rows of a batch.</param>
    /// <param name="endAxis">The last axis that is joined; the last by default.</param>
    public Flatten(int startAxis = 1, int endAxis = -1)
    {
        StartAxis = startAxis;
        EndAxis = endAxis;
    }

    /// <summary>The first axis that is joined.</summary>
    public int StartAxis { get; }

    /// <summary>The last axis that is joined.</summary>
    public int EndAxis { get; }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.Flatten(StartAxis, EndAxis);

    /// <inheritdoc/>
    protected override string Describe() => string.Create(CultureInfo.InvariantCulture, $"start_dim={StartAxis}, end_dim={EndAxis}");
}
