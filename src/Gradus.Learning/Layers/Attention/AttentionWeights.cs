using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>The weights of attention written out, for callers who want to see them.</summary>
internal static class AttentionWeights
{
    /// <summary>softmax(Q Kᵀ / √d + mask) with dropout; a query that may see no key gets zeros.</summary>
    internal static Tensor Of(Tensor query, Tensor key, Tensor? mask, double dropout, Rng? rng)
    {
        Tensor scores = (query * (1 / Math.Sqrt(query.Shape[^1]))).MatMul(key.Transpose(-2, -1));
        Tensor weights;
        if (mask is null)
        {
            weights = scores.Softmax(-1);
        }
        else
        {
            scores = mask.DType == DType.Bool ? scores.MaskedFill(mask.LogicalNot(), double.NegativeInfinity) : scores + mask;
            Tensor blind = scores.Detach().Max(-1, true).Values.Equal(double.NegativeInfinity);
            weights = scores.MaskedFill(blind, 0).Softmax(-1).MaskedFill(blind, 0);
        }

        return rng is null ? weights : weights.Dropout(dropout, rng);
    }
}
