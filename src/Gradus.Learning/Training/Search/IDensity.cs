using Gradus.Tensors;

namespace Gradus.Learning.Training.Search;

/// <summary>How likely the values of a dimension are.</summary>
internal interface IDensity
{
    /// <summary>Draws a value.</summary>
    double Draw(Rng rng);

    /// <summary>The logarithm of the density at a value, up to a constant of the dimension.</summary>
    double Log(double value);
}
