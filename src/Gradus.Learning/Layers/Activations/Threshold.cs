using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>x above a threshold, a value at and below it.</summary>
/// <remarks>Any shape. It jumps where value and threshold differ; no gradient flows below.</remarks>
public sealed class Threshold : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="limit">The threshold.</param>
    /// <param name="value">What stands at and below it.</param>
    public Threshold(double limit, double value)
    {
        Limit = limit;
        Value = value;
    }

    /// <summary>The threshold.</summary>
    public double Limit { get; }

    /// <summary>What stands at and below it.</summary>
    public double Value { get; }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => input.Threshold(Limit, Value);

    /// <inheritdoc/>
    protected override string Describe() => $"threshold={PythonText.Number(Limit)}, value={PythonText.Number(Value)}";
}
