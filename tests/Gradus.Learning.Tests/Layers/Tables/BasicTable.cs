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
        new("Softmin", () => new Softmin(1)) { Call = LayerSpec.With<Softmin>((softmin, inputs) => [softmin.Forward(inputs[0].AsLogits()).Values]) },
        new("LogSoftmax", () => new LogSoftmax(1)) { Call = LayerSpec.With<LogSoftmax>((softmax, inputs) => [softmax.Forward(inputs[0].AsLogits()).Values]) },
        new("ELU", () => new ELU()),
        new("ELU alpha", () => new ELU(0.7)),
        new("SELU", () => new SELU()),
        new("CELU", () => new CELU(1.5)),
        new("SiLU", () => new SiLU()),
        new("Mish", () => new Mish()),
        new("ReLU6", () => new ReLU6()),
        new("Hardtanh", () => new Hardtanh()),
        new("Hardtanh bounds", () => new Hardtanh(-0.5, 2)),
        new("Hardswish", () => new Hardswish()),
        new("Hardsigmoid", () => new Hardsigmoid()) { Exactness = 3e-8 }, // PyTorch 1.13 rounds its 1/6 to float32
        new("Softplus", () => new Softplus()),
        new("Softplus beta", () => new Softplus(2, 3)),
        new("Softsign", () => new Softsign()),
        new("LogSigmoid", () => new LogSigmoid()),
        new("Tanhshrink", () => new Tanhshrink()),
        new("Softshrink", () => new Softshrink()),
        new("Hardshrink", () => new Hardshrink(0.7)),
        new("Threshold", () => new Threshold(0.1, -3)),
        new("PReLU", () => new PReLU()),
        new("PReLU channels", () => new PReLU(3, 0.1)) { Wrong = ([[2, 4, 3]], ["[2, 4, 3]", "[3]"]) },
        new("RReLU eval", () => new RReLU()),
        new("GLU", () => new GLU()) { Wrong = ([[2, 3]], ["[2, 3]", "even"]) },
        new("GLU axis", () => new GLU(1)),
        new("Dropout1d eval", () => new Dropout1d()),
        new("Dropout2d eval", () => new Dropout2d(0.4)),
        new("AlphaDropout eval", () => new AlphaDropout(0.1)),
        new("Identity", () => new Identity()),
        new("Bilinear", () => new Bilinear(3, 4, 5)) { Call = LayerSpec.With<Bilinear>((layer, x) => [layer.Forward(x[0], x[1])]), Wrong = ([[2, 3], [2, 5]], ["[2, 5]", "[.., 4]"]) },
        new("Bilinear 3-d", () => new Bilinear(3, 4, 2, bias: false)) { Call = LayerSpec.With<Bilinear>((layer, x) => [layer.Forward(x[0], x[1])]) },
        new("Unflatten", () => new Unflatten(1, 2, -1)) { Wrong = ([[2, 7]], ["[2, 7]", "[2, -1]"]) },
        new("ModuleList", () => new ModuleList(new Linear(3, 4), new Tanh(), new Linear(4, 2))) { Call = LayerSpec.With<ModuleList>((list, x) => [list.Aggregate(x[0], (y, layer) => layer.Forward(y))]) },
        new("ModuleDictionary", Named) { Call = LayerSpec.With<ModuleDictionary>((layers, x) => [layers["a"].Forward(layers["b"].Forward(x[0]))]) },
        new("Dropout eval", () => new Dropout(0.3)),
        new("Flatten", () => new Flatten()),
        new("Flatten 0", () => new Flatten(0)),
        new("Embedding", () => new Embedding(6, 3)),
        new("Embedding padding", () => new Embedding(6, 3, paddingIndex: 2)) { Smooth = false },
        new("Sequential", () => new Sequential(new Linear(4, 6), new ReLU(), new Linear(6, 2), new Tanh())) { Wrong = ([[3, 5]], ["[3, 5]", "[6, 4]"]) },
        new("Residual", () => new Residual(new Sequential(new Linear(4, 6), new GELU(), new Linear(6, 4)))) { Wrong = ([[2, 3]], ["[2, 3]", "[6, 4]"]) },
        new("Residual shortcut", () => new Residual(new Linear(4, 3), new Linear(4, 3, bias: false))),
    ];

    private static ModuleDictionary Named()
    {
        ModuleDictionary layers = new();
        layers.Add("b", new Linear(3, 4));
        layers.Add("a", new Tanh());
        return layers;
    }
}
