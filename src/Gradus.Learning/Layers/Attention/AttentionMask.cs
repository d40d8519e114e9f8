using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>The masks of <see cref="MultiheadAttention"/> as one, which broadcasts to [batch, heads, queries, keys].</summary>
internal static class AttentionMask
{
    /// <summary>What each query may see (bool, true where it may) or what is added to its scores; null when nothing is hidden.</summary>
    internal static Tensor? Join(Tensor? attention, Tensor? padding, bool causal, int batch, int heads, int queries, int keys, DType dtype)
    {
        Tensor? first = attention is null ? null : Attention(attention, batch, heads, queries, keys);
        Tensor? second = padding is null ? null : Padding(padding, batch, keys);
        Tensor? third = causal ? Later(queries, keys) : null;
        Tensor[] hidden = [.. new[] { first, second, third }.OfType<Tensor>()];
        if (hidden.Length == 0)
        {
            return null;
        }

        return hidden.All(mask => mask.DType == DType.Bool)
            ? hidden.Aggregate((a, b) => a.LogicalOr(b)).LogicalNot()
            : hidden.Select(mask => Additive(mask, dtype)).Aggregate((a, b) => a + b);
    }

    private static Tensor Additive(Tensor mask, DType dtype) => mask.DType == DType.Bool
        ? Tensor.Where(mask, Tensor.Scalar(double.NegativeInfinity, dtype), Tensor.Scalar(0, dtype))
        : mask.To(dtype);

    private static Tensor Later(int queries, int keys) => Tensor.Arange(keys).Unsqueeze(0).Greater(Tensor.Arange(queries).Unsqueeze(1));

    private static Tensor Attention(Tensor mask, int batch, int heads, int queries, int keys)
    {
        DemandType(mask, nameof(mask));
        if (mask.Rank == 2 && mask.Shape.SequenceEqual([queries, keys]))
        {
            return mask;
        }

        return mask.Rank == 3 && mask.Shape.SequenceEqual([batch * heads, queries, keys])
            ? mask.Reshape(batch, heads, queries, keys)
            : throw Wrong("an attention mask", mask, $"[{queries}, {keys}], queries and keys, or [{batch * heads}, {queries}, {keys}] with one for each head of each row");
    }

    private static Tensor Padding(Tensor mask, int batch, int keys)
    {
        DemandType(mask, nameof(mask));
        Tensor rows = mask.Rank == 1 ? mask.Unsqueeze(0) : mask;
        return rows.Rank == 2 && rows.Shape.SequenceEqual([batch, keys])
            ? rows.Reshape(batch, 1, 1, keys)
            : throw Wrong("a key padding mask", mask, $"[{batch}, {keys}], rows and keys");
    }

    private static void DemandType(Tensor mask, string name)
    {
        if (mask.DType != DType.Bool && !mask.DType.IsFloatingPoint())
        {
            throw new ArgumentException($"MultiheadAttention got a mask of {mask.DType}; give bool (true where a key is hidden) or floating-point numbers, which are added to the scores.", name);
        }
    }

    private static ArgumentException Wrong(string what, Tensor mask, string needed) =>
        new($"MultiheadAttention got {what} of shape [{string.Join(", ", mask.Shape.ToArray())}]; it must be {needed}.", nameof(mask));
}
