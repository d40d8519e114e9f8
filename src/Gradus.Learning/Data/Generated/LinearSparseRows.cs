namespace Gradus.Learning.Data.Generated;

/// <summary>Rows of <see cref="LinearSparse"/> with the weights that made them.</summary>
public sealed record LinearSparseRows : RegressionRows
{
    /// <summary>The true weight of each feature; most are 0.</summary>
    public required double[] TrueWeights { get; init; }

    /// <summary>The features whose weight is not 0, rising.</summary>
    public IReadOnlyList<int> Relevant => [.. Enumerable.Range(0, Features).Where(feature => TrueWeights[feature] != 0)];
}
