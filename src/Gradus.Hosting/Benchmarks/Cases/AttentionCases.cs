using Gradus.Tensors;

namespace Gradus.Hosting.Benchmarks.Cases;

/// <summary>Attention from the parts of a packed projection to the heads side by side, and embeddings, forward and backward.</summary>
internal static class AttentionCases
{
    internal static IEnumerable<BenchmarkCase> All =>
    [
        Attention("attention", 16, 4, 64, 32, false),
        Attention("attention-causal", 12, 4, 64, 32, true),
        Attention("attention", 32, 4, 50, 16, false),
        Embedding(16, 64, 1000, 128),
        Embedding(12, 64, 65, 128),
    ];

    private static BenchmarkCase Attention(string name, int batch, int heads, int length, int depth, bool causal) => new($"{name}/{batch}x{heads}x{length}x{depth}", "operator", 1, () =>
    {
        Tensor packed = Tensor.Randn(new Rng(0), batch, length, 3 * heads * depth).Reshape(batch, length, 3, heads, depth).Permute(2, 0, 3, 1, 4);
        return NormalizationCases.Step(
            x => x[0].ScaledDotProductAttention(x[1], x[2], causal: causal).Transpose(1, 2).Reshape(batch, length, heads * depth), packed.Select(0, 0), packed.Select(0, 1), packed.Select(0, 2));
    });

    private static BenchmarkCase Embedding(int batch, int length, int words, int width) => new($"embedding/{batch}x{length}/{words}x{width}", "operator", 1, () =>
    {
        Rng rng = new(0);
        Tensor indices = Tensor.From([.. Enumerable.Range(0, batch * length).Select(_ => (long)rng.NextInt(words))], batch, length);
        return NormalizationCases.Step(x => indices.Embedding(x[0]), Tensor.Randn(rng, words, width));
    });
}
