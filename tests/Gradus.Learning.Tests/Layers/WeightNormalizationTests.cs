using Gradus.Learning.Layers;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Layers;

/// <summary>What the table of layers does not show of weight and spectral normalization.</summary>
public sealed class WeightNormalizationTests
{
    [Fact]
    public void WeightNorm_BeforeOrAfterTheFirstDraw_KeepsTheWeight()
    {
        Linear plain = new(5, 4), before = new Linear(5, 4).WeightNorm(), after = new(5, 4);
        plain.Initialize(9);
        before.Initialize(9);
        after.Initialize(9);
        after.WeightNorm();

        Assert.All(plain.Weight.ToArray<float>().Zip(before.Weight.ToArray<float>()), pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
        Assert.Equal(before.Weight.ToArray<float>(), after.Weight.ToArray<float>());
    }

    [Fact]
    public void WeightNorm_Rows_HaveTheTrainedLength()
    {
        Linear linear = new Linear(5, 4).WeightNorm();
        linear.NamedParameters().Single(entry => entry.Name == "weight_g").Tensor.Detach().Fill(2);

        float[] lengths = linear.Weight.Square().Sum(1).Sqrt().ToArray<float>();

        Assert.All(lengths, length => Assert.Equal(2, length, 1e-5f));
    }

    [Fact]
    public void RemoveWeightNorm_Trained_LeavesThePlainLayer()
    {
        Linear linear = new Linear(5, 4).WeightNorm();
        float[] weight = linear.Weight.ToArray<float>();

        linear.RemoveWeightNorm();

        Assert.Equal(weight, linear.Weight.ToArray<float>());
        Assert.Equal(["bias", "weight"], linear.NamedParameters().Select(entry => entry.Name));
        Assert.True(linear.Weight is { RequiresGrad: true, IsLeaf: true });
    }

    [Fact]
    public void SpectralNorm_ManyPasses_LargestSingularValueIsOne()
    {
        Linear linear = new Linear(6, 4).SpectralNorm();
        for (int i = 0; i < 200; i++)
        {
            linear.Forward(Tensor.Ones(1, 6));
        }

        // The largest eigenvalue of W Wᵀ by repeated squaring of its action on a vector.
        Tensor weight = linear.Weight.Detach().To(DType.Float64), square = weight.MatMul(weight.T());
        Tensor vector = Tensor.Ones(DType.Float64, 4);
        for (int i = 0; i < 500; i++)
        {
            vector = square.Mv(vector).Normalize(0);
        }

        Assert.Equal(1, square.Mv(vector).Norm().Item(), 1e-4);
    }

    [Fact]
    public void SpectralNorm_CalledTwiceBeforeBackward_GradientsOfBothCallsFlow()
    {
        Linear linear = new Linear(3, 2).SpectralNorm();
        Tensor real = linear.Forward(Tensor.Ones(1, 3)), made = linear.Forward(Tensor.Full(2, 1, 3));

        (real - made).Sum().Backward();

        Assert.NotNull(linear.NamedParameters().Single(entry => entry.Name == "weight_orig").Tensor.Grad);
    }

    [Fact]
    public void SpectralNorm_Evaluation_LeavesTheVectors()
    {
        Linear linear = new Linear(3, 2).SpectralNorm();
        linear.Forward(Tensor.Ones(1, 3));
        float[][] before = [.. linear.NamedBuffers().Select(entry => entry.Tensor.ToArray<float>())];

        linear.Eval();
        linear.Forward(Tensor.Ones(1, 3));

        Assert.Equal(before, linear.NamedBuffers().Select(entry => entry.Tensor.ToArray<float>()));
    }

    [Fact]
    public void RemoveSpectralNorm_Trained_LeavesThePlainLayer()
    {
        Conv2d convolution = new Conv2d(2, 3, 2).SpectralNorm();
        float[] weight = convolution.Weight.ToArray<float>();

        convolution.RemoveSpectralNorm();

        Assert.Equal(weight, convolution.Weight.ToArray<float>());
        Assert.Empty(convolution.NamedBuffers());
    }

    [Fact]
    public void Rules_NoSuchParameterOrTwice_Throw()
    {
        ArgumentException missing = Assert.Throws<ArgumentException>(() => new Linear(2, 2).WeightNorm("kernel"));

        Assert.Contains("no parameter 'kernel'", missing.Message, StringComparison.Ordinal);
        Assert.Contains("weight, bias", missing.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Linear(2, 2).WeightNorm("bias").SpectralNorm("bias_v"));
        Assert.Throws<ArgumentException>(() => new Linear(2, 2).RemoveWeightNorm());
        Assert.Throws<ArgumentOutOfRangeException>(() => new Linear(2, 2).WeightNorm(axis: 2));
    }
}
