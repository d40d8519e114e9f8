namespace Gradus.Learning.Losses;

/// <summary>How the losses of the values become one number.</summary>
public enum Reduction
{
    /// <summary>Their mean, so that the scale of gradients does not depend on the size of the batch; the default.</summary>
    Mean,

    /// <summary>Their sum.</summary>
    Sum,
}
