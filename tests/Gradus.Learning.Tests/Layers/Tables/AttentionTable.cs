using Gradus.Learning.Layers;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Layers.Tables;

/// <summary>Attention and what is built on it.</summary>
internal static class AttentionTable
{
    internal static IReadOnlyList<LayerSpec> Rows { get; } =
    [
        Attend("MultiheadAttention", () => new(6, 2), (layer, x) => layer.Forward(x[0], x[1], x[2])) with { Wrong = ([[3, 2, 6], [4, 2, 5], [4, 2, 6]], ["[4, 2, 5]", "[time, batch, 6]"]) },
        Attend("MultiheadAttention self", () => new(6, 3, batchFirst: true), (layer, x) => layer.Forward(x[0], x[0], x[0], averageWeights: false)),
        Attend("MultiheadAttention self fused", () => new(6, 3, batchFirst: true), (layer, x) => layer.Forward(x[0], x[0], x[0], needWeights: false)),
        Attend("MultiheadAttention causal", () => new(6, 2), (layer, x) => layer.Forward(x[0], x[0], x[0], causal: true)),
        Attend("MultiheadAttention causal fused", () => new(6, 2), (layer, x) => layer.Forward(x[0], x[0], x[0], needWeights: false, causal: true)),
        Attend("MultiheadAttention masks", () => new(6, 2, batchFirst: true), (layer, x) => layer.Forward(x[0], x[1], x[1], x[2], attentionMask: x[3])),
        Attend("MultiheadAttention masks fused", () => new(6, 2, batchFirst: true), (layer, x) => layer.Forward(x[0], x[1], x[1], x[2], needWeights: false, attentionMask: x[3])),
        Attend("MultiheadAttention additive mask", () => new(6, 2), (layer, x) => layer.Forward(x[0], x[1], x[1], x[2], attentionMask: x[3])),
        Attend("MultiheadAttention other sizes", () => new(6, 2, bias: false, keyDim: 5, valueDim: 4), (layer, x) => layer.Forward(x[0], x[1], x[2])),
        Attend("MultiheadAttention extended", () => new(6, 2, addBiasKv: true, addZeroAttention: true), (layer, x) => layer.Forward(x[0], x[1], x[1], attentionMask: x[2])),
        Attend("MultiheadAttention unbatched", () => new(6, 2), (layer, x) => layer.Forward(x[0], x[1], x[1])),
        new("TransformerEncoderLayer", () => new TransformerEncoderLayer(6, 2, 8)) { Wrong = ([[3, 2, 5]], ["[3, 2, 5]", "[time, batch, 6]"]) },
        new("TransformerEncoderLayer pre-norm", () => new TransformerEncoderLayer(6, 3, 8, 0, "gelu", 1e-3, batchFirst: true, normFirst: true)),
        new("TransformerEncoderLayer masks", () => new TransformerEncoderLayer(6, 2, 8, 0, batchFirst: true))
        {
            Call = LayerSpec.With<TransformerEncoderLayer>((layer, x) => [layer.Forward(x[0], null, x[1], causal: true)]),
            Wrong = ([[2, 4, 6], [3, 4]], ["mask of shape [3, 4]", "[2, 4]"]),
        },
        new("TransformerDecoderLayer", () => new TransformerDecoderLayer(6, 2, 8)) { Call = LayerSpec.With<TransformerDecoderLayer>((layer, x) => [layer.Forward(x[0], x[1])]), Wrong = ([[3, 2, 6], [4, 3, 6]], ["[3, 2, 6]", "[4, 3, 6]"]) },
        new("TransformerDecoderLayer pre-norm", () => new TransformerDecoderLayer(6, 2, 8, 0, "gelu", batchFirst: true, normFirst: true))
        {
            Call = LayerSpec.With<TransformerDecoderLayer>((layer, x) => [layer.Forward(x[0], x[1], memoryMask: x[3], memoryKeyPaddingMask: x[2], causal: true)]),
        },
        new("TransformerEncoder", () => new TransformerEncoder(new TransformerEncoderLayer(6, 2, 8, 0, normFirst: true), 2, new LayerNorm(6))) { Wrong = ([[3, 2, 5]], ["[3, 2, 5]", "[6]"]) },
        new("TransformerDecoder", () => new TransformerDecoder(new TransformerDecoderLayer(6, 2, 8, 0), 2, new LayerNorm(6)))
        {
            Call = LayerSpec.With<TransformerDecoder>((stack, x) => [stack.Forward(x[0], x[1], causal: true)]),
            Wrong = ([[3, 2, 6], [4, 2, 5]], ["[3, 2, 6]", "[4, 2, 5]"]),
        },
        new("SinusoidalPositionalEncoding", () => new SinusoidalPositionalEncoding(6)) { Wrong = ([[5, 2, 4]], ["[5, 2, 4]", "[time, batch, 6]"]) },
        new("SinusoidalPositionalEncoding batch first", () => new SinusoidalPositionalEncoding(5, batchFirst: true)),
        new("LearnedPositionalEncoding", () => new LearnedPositionalEncoding(6, 4, batchFirst: true)) { Wrong = ([[2, 7, 4]], ["[2, 7, 4]", "at most 6 steps"]) },
        new("RotaryEmbedding", () => new RotaryEmbedding(6)) { Wrong = ([[2, 5, 4]], ["[2, 5, 4]", "[.., time, 6]"]) },
        new("RotaryEmbedding halves", () => new RotaryEmbedding(6, interleaved: false)),
        new("RotaryEmbedding offset", () => new RotaryEmbedding(4, 500)) { Call = LayerSpec.With<RotaryEmbedding>((layer, x) => [layer.Forward(x[0], 7)]) },
    ];

    private static LayerSpec Attend(string name, Func<MultiheadAttention> make, Func<MultiheadAttention, IReadOnlyList<Tensor>, (Tensor Output, Tensor? Weights)> call) => new(name, make)
    {
        Call = LayerSpec.With<MultiheadAttention>((layer, inputs) =>
        {
            (Tensor output, Tensor? weights) = call(layer, inputs);
            return weights is null ? [output] : [output, weights];
        }),
    };
}
