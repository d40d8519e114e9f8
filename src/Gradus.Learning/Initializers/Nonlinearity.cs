namespace Gradus.Learning.Initializers;

/// <summary>What follows a layer, for the scale of its first weights.</summary>
public enum Nonlinearity
{
    /// <summary>Nothing.</summary>
    Linear,

    /// <summary>The logistic function.</summary>
    Sigmoid,

    /// <summary>The hyperbolic tangent.</summary>
    Tanh,

    /// <summary>max(0, x).</summary>
    ReLU,

    /// <summary>x above 0, a x below.</summary>
    LeakyReLU,

    /// <summary>The self-normalizing unit.</summary>
    Selu,
}
