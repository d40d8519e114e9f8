using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>The options of <see cref="Embedding"/>.</summary>
public sealed record EmbeddingOptions
{
    /// <summary>Checks and keeps the options.</summary>
    /// <param name="numEmbeddings">The rows of the table.</param>
    /// <param name="embeddingDim">The length of a row.</param>
    /// <param name="paddingIndex">The row that stays as it is; a negative one counts from the end. None when null.</param>
    /// <param name="dtype">The element type of the table.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1, or there is no such row.</exception>
    public EmbeddingOptions(int numEmbeddings, int embeddingDim, int? paddingIndex = null, DType dtype = DType.Float32)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(numEmbeddings, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(embeddingDim, 1);
        if (paddingIndex is { } row && (row < -numEmbeddings || row >= numEmbeddings))
        {
            throw new ArgumentOutOfRangeException(nameof(paddingIndex), paddingIndex, $"An embedding of {numEmbeddings} rows has no row {row} for padding.");
        }

        NumEmbeddings = numEmbeddings;
        EmbeddingDim = embeddingDim;
        PaddingIndex = paddingIndex < 0 ? paddingIndex + numEmbeddings : paddingIndex;
        DType = dtype;
    }

    /// <summary>The rows of the table.</summary>
    public int NumEmbeddings { get; }

    /// <summary>The length of a row.</summary>
    public int EmbeddingDim { get; }

    /// <summary>The row that stays as it is, counted from the start, or null.</summary>
    public int? PaddingIndex { get; }

    /// <summary>The element type of the table.</summary>
    public DType DType { get; }
}
