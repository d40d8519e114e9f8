using Gradus.Learning.Models;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Models;

/// <summary>What the oracle of the reference models cannot see.</summary>
public sealed class ModelTests
{
    [Theory]
    [InlineData(4_999, "64, 32, 1", 0.4)]
    [InlineData(5_000, "128, 64, 32, 1", 0.3)]
    [InlineData(49_999, "128, 64, 32, 1", 0.3)]
    [InlineData(50_000, "256, 128, 64, 32, 1", 0.2)]
    public void ForRows_Thresholds_GiveWidthsAndDropout(int rows, string widths, double dropout)
    {
        ClinicalMlp model = ClinicalMlp.ForRows(20, rows);

        Assert.Equal(widths, string.Join(", ", model.Layers.OfType<Learning.Layers.Linear>().Select(layer => layer.Options.OutFeatures)));
        Assert.All(model.Layers.OfType<Learning.Layers.Dropout>(), layer => Assert.Equal(dropout, layer.Probability));
    }

    [Fact]
    public void ResNet_Blocks_CountItsDepth()
    {
        ResNet model = new(blocks: 3);

        int layers = model.NamedParameters().Count(entry => entry.Tensor.Rank > 1 && !entry.Name.Contains("short", StringComparison.Ordinal));

        Assert.Equal(20, layers);
        Assert.Equal([2, 10], model.Forward(Tensor.Zeros(2, 3, 32, 32)).Shape.ToArray());
    }

    /// <summary>Rows of unequal lengths are read as each would be alone.</summary>
    [Theory]
    [InlineData(RecurrentKind.Rnn)]
    [InlineData(RecurrentKind.Lstm)]
    [InlineData(RecurrentKind.Gru)]
    public void RecurrentClassifier_Lengths_ReadsEachRowToItsEnd(RecurrentKind kind)
    {
        RecurrentClassifier model = new(kind, features: 3, hidden: 5, outputs: 2, layers: 2);
        Tensor input = Tensor.Randn(new Rng(1), 2, 7, 3);

        Tensor both = model.Forward(input, Tensor.From([4, 7], 2));
        Tensor first = model.Forward(input.Narrow(0, 0, 1).Narrow(1, 0, 4)), second = model.Forward(input.Narrow(0, 1, 1));

        Assert.Equal([2, 2], both.Shape.ToArray());
        Assert.Equal([.. first.ToArray<float>(), .. second.ToArray<float>()], both.ToArray<float>(), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Autoencoder_EncodeThenDecode_IsForward()
    {
        Autoencoder model = new(12, 8, 3);
        Tensor input = Tensor.Rand(new Rng(1), 5, 12);

        Tensor codes = model.Encode(input);

        Assert.Equal([5, 3], codes.Shape.ToArray());
        Assert.Equal(model.Forward(input).ToArray<float>(), model.Decode(codes).ToArray<float>());
    }

    [Fact]
    public void Gan_Losses_SendGradientsToTheirOwnNetworkAlone()
    {
        Gan model = new(4, 6);
        Tensor made = model.Make(3, new Rng(1));

        model.DiscriminatorLoss(Tensor.Rand(new Rng(2), 3, 6), made).Backward();
        Assert.All(model.Generator.Parameters(), parameter => Assert.Null(parameter.Grad));
        Assert.All(model.Discriminator.Parameters(), parameter => Assert.NotNull(parameter.Grad));

        model.ZeroGrad();
        model.GeneratorLoss(made).Backward();
        Assert.All(model.Generator.Parameters(), parameter => Assert.True(parameter.Grad!.Abs().Sum().Item() > 0));
        Assert.All(model.Discriminator.Parameters(), parameter => Assert.True(parameter.RequiresGrad && (parameter.Grad is null || parameter.Grad.Abs().Sum().Item() == 0)));
    }

    [Fact]
    public void VisionTransformer_PatchesThatDoNotFit_AreRefused() => Assert.Throws<ArgumentException>(() => new VisionTransformer(size: 28, patch: 5));

    [Fact]
    public void SelfAttention_HeadsThatDoNotFit_AreRefused() => Assert.Throws<ArgumentException>(() => new SelfAttention(10, 3));

    [Fact]
    public void LeNet_ParameterCount_IsTheTextbooks() => Assert.Equal(61_706, new LeNet().ParameterCount);
}
