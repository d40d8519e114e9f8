using Gradus.Learning.Initializers;
using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>Adds a learned row for each place (Devlin et al., 2018; Radford et al., 2018).</summary>
/// <remarks>Input and output [time, batch, d], or [batch, time, d], or [time, d], of at most maxLength steps. <c>weight</c> [maxLength, d] begins normal with deviation 0.02. Places beyond those seen in training stay as they began.</remarks>
public sealed class LearnedPositionalEncoding : Layer
{
    private readonly ModuleTensor _weight;

    /// <summary>Makes the layer.</summary>
    /// <param name="maxLength">The most steps that an input may have.</param>
    /// <param name="dModel">d, the features.</param>
    /// <param name="batchFirst">Whether the input is [batch, time, features] instead of [time, batch, features].</param>
    /// <param name="dtype">The element type of the rows.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    public LearnedPositionalEncoding(int maxLength, int dModel, bool batchFirst = false, DType dtype = DType.Float32)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(dModel, 1);
        MaxLength = maxLength;
        DModel = dModel;
        BatchFirst = batchFirst;
        _weight = RegisterParameter("weight", Tensor.Zeros(dtype, maxLength, dModel));
    }

    /// <summary>The most steps that an input may have.</summary>
    public int MaxLength { get; }

    /// <summary>d, the features.</summary>
    public int DModel { get; }

    /// <summary>Whether the input is [batch, time, features].</summary>
    public bool BatchFirst { get; }

    /// <summary>The rows, of shape [maxLength, d].</summary>
    public Tensor Weight => _weight.Value;

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input)
    {
        int time = PositionalShape.Time(this, input, DModel, BatchFirst, MaxLength);
        return input + PositionalShape.Lay(Weight, time, input.Rank, BatchFirst);
    }

    /// <inheritdoc/>
    protected override string Describe() => $"{MaxLength}, {DModel}{(BatchFirst ? ", batch_first=True" : "")}";

    /// <inheritdoc/>
    protected override void Reset(Rng rng) => new Normal(0, 0.02).Fill(_weight.Stored, rng);
}
