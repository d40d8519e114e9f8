using Gradus.Tensors.Autograd;
using Gradus.Tensors.Ops.Attention;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Attention.</summary>
public static class AttentionOp
{
    extension(Tensor query)
    {
        /// <summary>softmax(Q Kᵀ · scale + mask) V, PyTorch's <c>F.scaled_dot_product_attention</c>.</summary>
        /// <remarks>
        /// Vaswani et al.: Attention is all you need (2017). In float32 scores, softmax and sum are one pass over blocks of queries, whose scores stay in the cache (Dao et al. 2022), and views such as
        /// the parts of a packed projection are read where they lie. A query that may see no key gets 0, as in PyTorch from 2.5 on. The result of a query [.., H, T, D] lies in memory as [.., T, H, D],
        /// so that the heads are put together without a copy by Transpose(-3, -2).Reshape.
        /// </remarks>
        /// <param name="key">K, of shape [.., S, D]; leading dimensions broadcast, as where several heads share keys.</param>
        /// <param name="value">V, of shape [.., S, Dv].</param>
        /// <param name="mask">Which keys a query may see (bool, true where it may), or what is added to the scores; broadcasts to [.., T, S]. None by default.</param>
        /// <param name="dropout">The probability with which a weight after softmax is dropped; 0 by default.</param>
        /// <param name="causal">Whether query i sees keys 0 to i only; cannot be given together with a mask.</param>
        /// <param name="scale">By what scores are multiplied; 1 / √D by default.</param>
        /// <param name="rng">Where dropout is drawn from; needed where dropout is not 0.</param>
        /// <returns>A tensor of shape [.., T, Dv].</returns>
        /// <exception cref="ArgumentException">Shapes or element types do not fit, or both a mask and causal are given.</exception>
        /// <exception cref="ArgumentOutOfRangeException">The probability does not lie from 0 to 1.</exception>
        public Tensor ScaledDotProductAttention(
            Tensor key, Tensor value, Tensor? mask = null, double dropout = 0, bool causal = false, double? scale = null, Rng? rng = null)
        {
            ArgumentNullException.ThrowIfNull(key);
            ArgumentNullException.ThrowIfNull(value);
            query = Arithmetic.Real(query);
            bool fits = query.Rank >= 2 && key.Rank >= 2 && value.Rank >= 2 && key.Sizes[^1] == query.Sizes[^1] && value.Sizes[^2] == key.Sizes[^2];
            if (!fits || key.DType != query.DType || value.DType != query.DType)
            {
                throw new ArgumentException(
                    $"ScaledDotProductAttention got {query.DType} {ShapeMath.Format(query.Sizes)}, {key.DType} {ShapeMath.Format(key.Sizes)} and {value.DType} {ShapeMath.Format(value.Sizes)}; it needs [.., T, D], [.., S, D] and [.., S, Dv] of one type.", nameof(key));
            }

            if (!(dropout >= 0 && dropout <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(dropout), dropout, "ScaledDotProductAttention got a dropout that does not lie from 0 to 1.");
            }

            if ((causal && mask is not null) || (dropout > 0 && rng is null))
            {
                throw new ArgumentException(causal && mask is not null
                    ? "ScaledDotProductAttention got a mask and causal; give one of them, or put the triangle into the mask."
                    : "ScaledDotProductAttention with dropout needs rng.", causal && mask is not null ? nameof(mask) : nameof(rng));
            }

            if (mask is not null && mask.DType != DType.Bool && !mask.DType.IsFloatingPoint())
            {
                throw new ArgumentException($"ScaledDotProductAttention got a mask of {mask.DType}; give bool (true where a key may be seen) or floating-point numbers, which are added to the scores.", nameof(mask));
            }

            if (dropout == 1)
            {
                return query.ScaledDotProductAttention(key, value, mask, 0, causal, scale) * 0;
            }

            AttentionPlan plan = new(query, key, value, Additive(mask, query.DType), causal, scale ?? (1 / Math.Sqrt(query.Sizes[^1])), dropout, rng);
            return query.DType == DType.Float32 && (plan.Mask is null || !Recording.Of(plan.Mask))
                ? FusedAttention.Run(plan, query, key, value)
                : plan.Forward(query, key, value);
        }
    }

    private static Tensor? Additive(Tensor? mask, DType dtype) => mask?.DType == DType.Bool
        ? Tensor.Where(mask, Tensor.Scalar(0, dtype), Tensor.Scalar(double.NegativeInfinity, dtype))
        : mask?.To(dtype);
}
