namespace Gradus.Learning.Losses;

/// <summary>How the losses of values become the result of <see cref="KlDivergence"/>.</summary>
public enum KlReduction
{
    /// <summary>Their mean over all values, as PyTorch's default has it.</summary>
    Mean,

    /// <summary>Their sum over the size of the first axis: the mean divergence of the rows.</summary>
    BatchMean,

    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>Each by itself.</summary>
    None,
}
