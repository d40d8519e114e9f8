using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>Adds waves that tell places apart (Vaswani et al., 2017): PE(t, 2i) = sin(t / 10000^(2i / d)), PE(t, 2i + 1) = cos(t / 10000^(2i / d)).</summary>
/// <remarks>Input and output [time, batch, d], or [batch, time, d], or [time, d]. Nothing is learned; any length will do. A shift in time is a rotation of each pair of waves, the same at every place.</remarks>
public sealed class SinusoidalPositionalEncoding : Layer
{
    private Tensor? _table;

    /// <summary>Makes the layer.</summary>
    /// <param name="dModel">d, the features.</param>
    /// <param name="batchFirst">Whether the input is [batch, time, features] instead of [time, batch, features].</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no feature.</exception>
    public SinusoidalPositionalEncoding(int dModel, bool batchFirst = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dModel, 1);
        DModel = dModel;
        BatchFirst = batchFirst;
    }

    /// <summary>d, the features.</summary>
    public int DModel { get; }

    /// <summary>Whether the input is [batch, time, features].</summary>
    public bool BatchFirst { get; }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input)
    {
        int time = PositionalShape.Time(this, input, DModel, BatchFirst);
        return input + PositionalShape.Lay(Table(time, input.DType), time, input.Rank, BatchFirst);
    }

    /// <inheritdoc/>
    protected override string Describe() => $"{DModel}{(BatchFirst ? ", batch_first=True" : "")}";

    // Kept for the longest input so far.
    private Tensor Table(int time, DType dtype)
    {
        if (_table is { } known && known.Shape[0] >= time && known.DType == dtype)
        {
            return known;
        }

        time = PositionalShape.Roomy(time);
        double[] values = new double[time * DModel];
        for (int i = 0; i < values.Length; i++)
        {
            (int place, int feature) = (i / DModel, i % DModel);
            double angle = place / Math.Pow(10_000, (feature - (feature % 2)) / (double)DModel);
            values[i] = feature % 2 == 0 ? Math.Sin(angle) : Math.Cos(angle);
        }

        using NoGrad quiet = NoGrad.Enter();
        return _table = Tensor.From(values, time, DModel).To(dtype).Keep();
    }
}
