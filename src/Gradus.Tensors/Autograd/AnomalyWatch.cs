namespace Gradus.Tensors.Autograd;

/// <summary>What an open <see cref="DetectAnomaly"/> looks for.</summary>
internal sealed record AnomalyWatch(bool Infinities)
{
    /// <summary>The first value that is not as it should be; null when all are.</summary>
    internal string? Find(Tensor tensor)
    {
        if (!tensor.DType.IsFloatingPoint())
        {
            return null;
        }

        Tensor plain = tensor.Detach().Contiguous();
        return plain.DType == DType.Float32 ? FindIn(plain.AsSpan<float>(), plain) : FindIn(plain.To(DType.Float64).AsSpan<double>(), plain);
    }

    private string? FindIn<T>(ReadOnlySpan<T> values, Tensor tensor)
        where T : System.Numerics.IFloatingPointIeee754<T>
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (T.IsNaN(values[i]) || (Infinities && T.IsInfinity(values[i])))
            {
                string what = T.IsNaN(values[i]) ? "NaN" : T.IsPositive(values[i]) ? "infinity" : "-infinity";
                return $"{what} at {Shapes.ShapeMath.FormatIndex(i, tensor.Sizes)}";
            }
        }

        GC.KeepAlive(tensor);
        return null;
    }
}
