using Gradus.Tensors;

namespace Gradus.Hosting.Benchmarks.Cases;

/// <summary>Convolutions and pooling at the shapes of the reference models. Training is forward and backward; inference is one image.</summary>
internal static class ConvolutionCases
{
    // The first layer of a network sends no gradient to its input.
    private static readonly Layer[] Layers =
    [
        new("mnist-1", 64, 1, 28, 32, 3, InputGradient: false),
        new("mnist-2", 64, 32, 26, 64, 3),
        new("resnet-stem", 32, 3, 32, 16, 3, Padding: 1, Bias: false, InputGradient: false),
        new("resnet-16", 32, 16, 32, 16, 3, Padding: 1, Bias: false),
        new("resnet-16-32", 32, 16, 32, 32, 3, Stride: 2, Padding: 1, Bias: false),
        new("resnet-32", 32, 32, 16, 32, 3, Padding: 1, Bias: false),
        new("resnet-32-64", 32, 32, 16, 64, 3, Stride: 2, Padding: 1, Bias: false),
        new("resnet-64", 32, 64, 8, 64, 3, Padding: 1, Bias: false),
        new("resnet-short-32", 32, 16, 32, 32, 1, Stride: 2, Bias: false),
        new("resnet-short-64", 32, 32, 16, 64, 1, Stride: 2, Bias: false),
        new("pointwise", 32, 64, 16, 64, 1, Bias: false),
        new("vit-patch", 32, 1, 28, 64, 4, Stride: 4, InputGradient: false),
        new("depthwise", 32, 64, 16, 64, 3, Padding: 1, Groups: 64, Bias: false),
    ];

    internal static IEnumerable<BenchmarkCase> All =>
    [
        .. Layers.Select(Train),
        .. Layers.Where(layer => layer.Name is "mnist-2" or "resnet-16" or "depthwise").Select(Infer),
        Pool("maxpool2d/mnist/train", 64, 24, x => x.MaxPool2d(2), 64),
        Pool("avgpool2d/resnet/train", 64, 8, x => x.AvgPool2d(2), 32),
        Pool("adaptiveavgpool2d/resnet/train", 64, 8, x => x.AdaptiveAvgPool2d(1), 32),
    ];

    private static BenchmarkCase Train(Layer layer) => new($"conv2d/{layer.Name}/train", "operator", layer.Batch, () =>
    {
        (Tensor x, Tensor weight, Tensor? bias) = layer.Make(layer.Batch);
        Tensor gradient = Tensor.Randn(new Rng(1), layer.Run(x, weight, bias).Shape);
        x.RequiresGrad = layer.InputGradient;
        weight.RequiresGrad = true;
        bias?.RequiresGrad = true;
        return new BenchmarkStep(
            () =>
            {
                using TensorScope scope = new();
                x.ZeroGrad();
                weight.ZeroGrad();
                bias?.ZeroGrad();
                layer.Run(x, weight, bias).Backward(gradient);
            },
            weight.ElementCount + (bias?.ElementCount ?? 0));
    });

    private static BenchmarkCase Infer(Layer layer) => new($"conv2d/{layer.Name}/infer", "operator", 1, () =>
    {
        (Tensor x, Tensor weight, Tensor? bias) = layer.Make(1);
        return new BenchmarkStep(
            () =>
            {
                using TensorScope scope = new();
                using NoGrad quiet = NoGrad.Enter();
                layer.Run(x, weight, bias);
            },
            weight.ElementCount + (bias?.ElementCount ?? 0));
    });

    private static BenchmarkCase Pool(string name, int channels, int size, Func<Tensor, Tensor> run, int batch) => new(name, "operator", batch, () =>
    {
        Tensor x = Tensor.Randn(new Rng(0), batch, channels, size, size), gradient = Tensor.Randn(new Rng(1), run(x).Shape);
        x.RequiresGrad = true;
        return new BenchmarkStep(
            () =>
            {
                using TensorScope scope = new();
                x.ZeroGrad();
                run(x).Backward(gradient);
            },
            Parameters: 0);
    });

    private sealed record Layer(
        string Name, int Batch, int Channels, int Size, int Filters, int Kernel, int Stride = 1, int Padding = 0, int Groups = 1, bool Bias = true, bool InputGradient = true)
    {
        internal (Tensor X, Tensor Weight, Tensor? Bias) Make(int batch)
        {
            Rng rng = new(0);
            return (Tensor.Randn(rng, batch, Channels, Size, Size), Tensor.Randn(rng, Filters, Channels / Groups, Kernel, Kernel), Bias ? Tensor.Randn(rng, Filters) : null);
        }

        internal Tensor Run(Tensor x, Tensor weight, Tensor? bias) => x.Conv2d(weight, bias, Stride, Padding, null, Groups);
    }
}
