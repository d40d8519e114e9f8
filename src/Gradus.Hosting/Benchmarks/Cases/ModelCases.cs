using Gradus.Learning;
using Gradus.Learning.Losses;
using Gradus.Learning.Models;
using Gradus.Learning.Optimizers;
using Gradus.Tensors;

namespace Gradus.Hosting.Benchmarks.Cases;

/// <summary>The reference models: one training step of a batch (forward, loss, backward, clipping where the peer has it, the optimizer), or one forward pass.</summary>
internal static class ModelCases
{
    private const int Steps = 100; // of a sequence

    internal static IEnumerable<BenchmarkCase> All =>
    [
        TrainEvents("clinical-mlp", 32, () => new ClinicalMlp(), 20),
        TrainEvents("clinical-mlp", 256, () => new ClinicalMlp(), 20),
        Infer("clinical-mlp", 1, () => new ClinicalMlp(), 20),
        Infer("clinical-mlp", 4096, () => new ClinicalMlp(), 20),
        TrainClasses("mnist-cnn", 64, () => new MnistCnn(), 1, 28, 28),
        Infer("mnist-cnn", 1, () => new MnistCnn(), 1, 28, 28),
        Infer("mnist-cnn", 256, () => new MnistCnn(), 1, 28, 28),
        TrainClasses("resnet8", 32, () => new ResNet(), 3, 32, 32),
        Infer("resnet8", 64, () => new ResNet(), 3, 32, 32),
        TrainEvents("rnn", 32, () => new RecurrentClassifier(RecurrentKind.Rnn), Steps, 16),
        TrainEvents("lstm", 32, () => new RecurrentClassifier(RecurrentKind.Lstm), Steps, 16),
        TrainEvents("gru", 32, () => new RecurrentClassifier(RecurrentKind.Gru), Steps, 16),
        Infer("lstm", 1, () => new RecurrentClassifier(RecurrentKind.Lstm), Steps, 16),
        TrainTokens("bert-mini", 16, () => new BertMini()),
        TrainTokens("char-gpt", 12, () => new CharacterGpt()),
        TrainClasses("vit", 32, () => new VisionTransformer(), 1, 28, 28),
        TrainAutoencoder(128),
        TrainGan(64),
    ];

    private static BenchmarkCase TrainEvents(string name, int batch, Func<Layer> make, params int[] shape) => Train(name, batch, () =>
    {
        Rng rng = new(0);
        Tensor inputs = Tensor.Randn(rng, [batch, .. shape]), targets = Whole(rng, 2, batch).To(DType.Float32);
        BinaryCrossEntropyWithLogits loss = new();
        return Step(make(), inputs, output => loss.Forward(output.AsLogits(), targets), clip: true);
    });

    private static BenchmarkCase TrainClasses(string name, int batch, Func<Layer> make, params int[] shape) => Train(name, batch, () =>
    {
        Rng rng = new(0);
        Tensor inputs = Tensor.Randn(rng, [batch, .. shape]), targets = Whole(rng, 10, batch);
        CrossEntropy loss = new();
        return Step(make(), inputs, output => loss.Forward(output.AsLogits(), targets), clip: false);
    });

    private static BenchmarkCase TrainTokens(string name, int batch, Func<TokenTransformer> make) => Train(name, batch, () =>
    {
        Rng rng = new(0);
        TokenTransformer model = make();
        Tensor inputs = Whole(rng, model.Vocabulary, batch, model.Length), targets = Whole(rng, model.Vocabulary, batch, model.Length).Flatten();
        CrossEntropy loss = new();
        return Step(model, inputs, output => loss.Forward(output.Flatten(0, 1).AsLogits(), targets), clip: true);
    });

    private static BenchmarkCase TrainAutoencoder(int batch) => Train("autoencoder", batch, () =>
    {
        Tensor inputs = Tensor.Rand(new Rng(0), batch, 784);
        MeanSquaredError loss = new();
        return Step(new Autoencoder(), inputs, output => loss.Forward(output, inputs), clip: false);
    });

    private static BenchmarkCase TrainGan(int batch) => Train("gan", batch, () =>
    {
        Gan model = new();
        Rng rng = new(0);
        Tensor real = (Tensor.Rand(rng, batch, 784) * 2) - 1;
        Adam generator = new(model.Generator.Parameters(), 2e-4, beta1: 0.5), discriminator = new(model.Discriminator.Parameters(), 2e-4, beta1: 0.5);
        return new BenchmarkStep(
            () =>
            {
                using TensorScope scope = new();
                Tensor made = model.Make(batch, rng);
                discriminator.ZeroGrad();
                model.DiscriminatorLoss(real, made).Backward();
                discriminator.Step();
                generator.ZeroGrad();
                model.GeneratorLoss(made).Backward();
                generator.Step();
            },
            model.ParameterCount);
    });

    private static BenchmarkCase Infer(string name, int batch, Func<Layer> make, params int[] shape) => new($"{name}/infer/{batch}", "infer", batch, () =>
    {
        Layer model = make();
        Tensor inputs = Tensor.Randn(new Rng(0), [batch, .. shape]);
        model.Eval();
        return new BenchmarkStep(
            () =>
            {
                using TensorScope scope = new();
                using NoGrad quiet = NoGrad.Enter();
                model.Forward(inputs);
            },
            model.ParameterCount);
    });

    private static BenchmarkCase Train(string name, int batch, Func<BenchmarkStep> make) => new($"{name}/train/{batch}", "train", batch, make);

    private static BenchmarkStep Step(Layer model, Tensor inputs, Func<Tensor, Tensor> loss, bool clip)
    {
        AdamW optimizer = new(model.Parameters(), 3e-4);
        return new BenchmarkStep(
            () =>
            {
                using TensorScope scope = new();
                optimizer.ZeroGrad();
                loss(model.Forward(inputs)).Backward();
                if (clip)
                {
                    GradientNorm.Clip(optimizer.Parameters, 1.0);
                }

                optimizer.Step();
            },
            model.ParameterCount);
    }

    private static Tensor Whole(Rng rng, int below, params ReadOnlySpan<int> shape)
    {
        int count = 1;
        foreach (int size in shape)
        {
            count *= size;
        }

        return Tensor.From([.. Enumerable.Range(0, count).Select(_ => (long)rng.NextInt(below))], shape);
    }
}
