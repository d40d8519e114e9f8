using Gradus.Learning.Losses;
using Gradus.Learning.Models;
using Gradus.Learning.Optimizers;
using Gradus.Learning.Tests.Fixtures;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Models;

/// <summary>A reference model with the data, the loss and the optimizer that oracles/models.py trains it with.</summary>
internal sealed class ModelCase
{
    private readonly Func<int, double> _step;

    private ModelCase(Module model, Func<int, double> step) => (Model, _step) = (model, step);

    internal Module Model { get; }

    internal static ModelCase Make(string name, DType dtype) => name switch
    {
        "mlp" => Classes(new Mlp(20, [32, 16], 3), dtype, HashFill.Real("inputs", 16, 20), 3),
        "clinical-mlp" => Events(new ClinicalMlp(dropout: 0), dtype, HashFill.Real("inputs", 32, 20)),
        "lenet" => Classes(new LeNet(), dtype, HashFill.Real("inputs", 4, 1, 28, 28), 10),
        "mnist-cnn" => Classes(new MnistCnn(10, 0, 0), dtype, HashFill.Real("inputs", 4, 1, 28, 28), 10),
        "resnet8" => Classes(new ResNet(), dtype, HashFill.Real("inputs", 4, 3, 32, 32), 10),
        "resnet14" => Classes(new ResNet(blocks: 2), dtype, HashFill.Real("inputs", 4, 3, 16, 16), 10),
        "rnn" => Events(new RecurrentClassifier(RecurrentKind.Rnn), dtype, HashFill.Real("inputs", 8, 100, 16)),
        "lstm" => Events(new RecurrentClassifier(RecurrentKind.Lstm), dtype, HashFill.Real("inputs", 8, 100, 16)),
        "gru" => Events(new RecurrentClassifier(RecurrentKind.Gru), dtype, HashFill.Real("inputs", 8, 100, 16)),
        "bert-mini" => Tokens(new BertMini(dropout: 0), dtype),
        "char-gpt" => Tokens(new CharacterGpt(), dtype),
        "vit" => Classes(new VisionTransformer(dropout: 0), dtype, HashFill.Real("inputs", 4, 1, 28, 28), 10),
        "autoencoder" => Rebuilding(new Autoencoder(), dtype, (HashFill.Real("inputs", 8, 784) + 1) / 2),
        "gan" => Adversarial(new Gan(), dtype, HashFill.Real("inputs", 8, 784)),
        _ => throw new ArgumentException($"The fixture names an unknown model '{name}'."),
    };

    /// <summary>One step; its loss, in a GAN that of both networks together.</summary>
    internal double Step(int number) => _step(number);

    private static ModelCase Classes(Layer model, DType dtype, Tensor inputs, int classes)
    {
        CrossEntropy loss = new();
        Tensor targets = HashFill.Whole("targets", classes, inputs.Shape[0]);
        return Supervised(model, dtype, inputs, output => loss.Forward(output.AsLogits(), targets), clip: false);
    }

    private static ModelCase Events(Layer model, DType dtype, Tensor inputs)
    {
        BinaryCrossEntropyWithLogits loss = new();
        Tensor targets = HashFill.Whole("targets", 2, inputs.Shape[0]).To(dtype);
        return Supervised(model, dtype, inputs, output => loss.Forward(output.AsLogits(), targets), clip: true);
    }

    private static ModelCase Tokens(TokenTransformer model, DType dtype)
    {
        CrossEntropy loss = new();
        Tensor targets = HashFill.Whole("targets", model.Vocabulary, 4, 64).Flatten();
        return Supervised(model, dtype, HashFill.Whole("inputs", model.Vocabulary, 4, 64), output => loss.Forward(output.Flatten(0, 1).AsLogits(), targets), clip: true);
    }

    private static ModelCase Rebuilding(Layer model, DType dtype, Tensor inputs)
    {
        MeanSquaredError loss = new();
        Tensor targets = inputs.To(dtype);
        return Supervised(model, dtype, inputs, output => loss.Forward(output, targets), clip: false);
    }

    private static ModelCase Supervised(Layer model, DType dtype, Tensor inputs, Func<Tensor, Tensor> loss, bool clip)
    {
        Fill(model, dtype);
        Tensor given = inputs.DType == DType.Int64 ? inputs : inputs.To(dtype);
        AdamW optimizer = new(model.Parameters(), 3e-4);
        return new ModelCase(model, _ =>
        {
            using TensorScope scope = new();
            optimizer.ZeroGrad();
            Tensor value = loss(model.Forward(given));
            value.Backward();
            if (clip)
            {
                GradientNorm.Clip(optimizer.Parameters, 1);
            }

            optimizer.Step();
            return value.Item();
        });
    }

    private static ModelCase Adversarial(Gan model, DType dtype, Tensor inputs)
    {
        Fill(model, dtype);
        Tensor real = inputs.To(dtype);
        Adam generator = new(model.Generator.Parameters(), 2e-4, 0.5), discriminator = new(model.Discriminator.Parameters(), 2e-4, 0.5);
        return new ModelCase(model, number =>
        {
            using TensorScope scope = new();
            Tensor made = model.Generator.Forward(HashFill.Real($"noise{number}", real.Shape[0], 64).To(dtype));
            return Update(model.DiscriminatorLoss(real, made), discriminator) + Update(model.GeneratorLoss(made), generator);
        });
    }

    private static double Update(Tensor loss, Optimizer optimizer)
    {
        double value = loss.Item();
        optimizer.ZeroGrad();
        loss.Backward();
        optimizer.Step();
        return value;
    }

    private static void Fill(Module model, DType dtype)
    {
        model.To(dtype);
        using NoGrad quiet = NoGrad.Enter();
        foreach ((string name, Tensor parameter) in model.NamedParameters())
        {
            parameter.CopyFrom(HashFill.Weight(name, parameter.Shape).To(dtype));
        }
    }
}
