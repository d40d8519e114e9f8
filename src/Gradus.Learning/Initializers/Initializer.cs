using Gradus.Tensors;

namespace Gradus.Learning.Initializers;

/// <summary>A rule for the first values of a parameter.</summary>
public abstract record Initializer
{
    /// <summary>Overwrites all values; gradients do not see it.</summary>
    /// <param name="parameter">A tensor of float32 or float64.</param>
    /// <param name="rng">Where random values come from.</param>
    /// <exception cref="ArgumentException">The rule needs a fan and the tensor has fewer than two axes.</exception>
    public abstract void Fill(Tensor parameter, Rng rng);
}
