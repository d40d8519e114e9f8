using Gradus.Learning.Initializers;
using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>A table of learned rows, looked up by index: y[i] = weight[x[i]].</summary>
/// <remarks>
/// Input int64 or int32 of any shape, output the same shape with embeddingDim behind. <c>weight</c> [numEmbeddings, embeddingDim] begins normal with mean 0 and deviation 1, the padding row with zeros; that row gets no gradient.
/// </remarks>
public sealed class Embedding : Layer
{
    private readonly ModuleTensor _weight;

    /// <summary>Makes the layer.</summary>
    /// <param name="numEmbeddings">The rows of the table, such as the size of a vocabulary.</param>
    /// <param name="embeddingDim">The length of a row.</param>
    /// <param name="paddingIndex">The row that begins with zeros and gets no gradient; none by default.</param>
    /// <param name="dtype">The element type of the table.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1, or there is no such row.</exception>
    public Embedding(int numEmbeddings, int embeddingDim, int? paddingIndex = null, DType dtype = DType.Float32)
        : this(new EmbeddingOptions(numEmbeddings, embeddingDim, paddingIndex, dtype))
    {
    }

    /// <summary>Makes the layer from its options.</summary>
    /// <param name="options">The options.</param>
    public Embedding(EmbeddingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        _weight = RegisterParameter("weight", Tensor.Zeros(options.DType, options.NumEmbeddings, options.EmbeddingDim));
    }

    /// <summary>How the layer was made.</summary>
    public EmbeddingOptions Options { get; }

    /// <summary>The table, of shape [numEmbeddings, embeddingDim].</summary>
    public Tensor Weight => _weight.Value;

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.Embedding(Weight, Options.PaddingIndex);

    /// <inheritdoc/>
    protected override string Describe() => $"{Options.NumEmbeddings}, {Options.EmbeddingDim}{(Options.PaddingIndex is { } row ? $", padding_idx={row}" : "")}";

    /// <inheritdoc/>
    protected override void Reset(Rng rng)
    {
        new Normal(0, 1).Fill(_weight.Stored, rng);
        if (Options.PaddingIndex is { } row)
        {
            _weight.Stored.Select(0, row).Fill(0);
        }
    }
}
