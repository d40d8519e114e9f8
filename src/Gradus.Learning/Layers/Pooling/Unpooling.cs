using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>Puts values at their places in planes of zeros.</summary>
internal static class Unpooling
{
    internal static Tensor Run(Tensor values, Tensor places, ReadOnlySpan<int> size)
    {
        int last = 1;
        foreach (int length in size)
        {
            last *= length;
        }

        ReadOnlySpan<int> lead = values.Shape[..^size.Length];
        Tensor planes = Tensor.Zeros(values.DType, [.. lead, last]);
        Tensor full = planes.Scatter(-1, places.Flatten(lead.Length), values.Flatten(lead.Length));
        return full.Reshape([.. lead, .. size]);
    }
}
