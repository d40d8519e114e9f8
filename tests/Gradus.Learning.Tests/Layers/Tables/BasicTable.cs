using Gradus.Learning.Layers;

namespace Gradus.Learning.Tests.Layers.Tables;

/// <summary>Linear layers, activations, embeddings and containers.</summary>
internal static class BasicTable
{
    internal static IReadOnlyList<LayerSpec> Rows { get; } =
    [
        new("Linear", () => new Linear(5, 3)) { Wrong = ([[4, 6]], ["[4, 6]", "[3, 5]"]) },
        new("Linear no bias", () => new Linear(5, 3, bias: false)),
        new("Linear 3-d", () => new Linear(5, 3)),
        new("ReLU", () => new ReLU()),
        new("LeakyReLU", () => new LeakyReLU()),
        new("LeakyReLU slope", () => new LeakyReLU(0.2)),
        new("GELU", () => new GELU()),
        new("GELU tanh", () => new GELU("tanh")),
        new("Sigmoid", () => new Sigmoid()),
        new("Tanh", () => new Tanh()),
        new("Softmax", () => new Softmax(1)) { Call = LayerSpec.With<Softmax>((softmax, inputs) => [softmax.Forward(inputs[0].AsLogits()).Values]) },
        new("Dropout eval", () => new Dropout(0.3)),
        new("Flatten", () => new Flatten()),
        new("Flatten 0", () => new Flatten(0)),
        new("Embedding", () => new Embedding(6, 3)),
        new("Embedding padding", () => new Embedding(6, 3, paddingIndex: 2)) { Smooth = false },
        new("Sequential", () => new Sequential(new Linear(4, 6), new ReLU(), new Linear(6, 2), new Tanh())) { Wrong = ([[3, 5]], ["[3, 5]", "[6, 4]"]) },
        new("Residual", () => new Residual(new Sequential(new Linear(4, 6), new GELU(), new Linear(6, 4)))) { Wrong = ([[2, 3]], ["[2, 3]", "[6, 4]"]) },
        new("Residual shortcut", () => new Residual(new Linear(4, 3), new Linear(4, 3, bias: false))),
    ];
}
