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
