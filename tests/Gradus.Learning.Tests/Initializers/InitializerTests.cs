using Gradus.Learning.Initializers;
using Gradus.Learning.Layers;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Initializers;

public sealed class InitializerTests
{
    private const int In = 200;
    private const int Out = 300;

    [Fact]
    public void Fill_XavierUniform_KeepsItsBoundAndVariance() => CheckUniform(new XavierUniform(2), 2 * Math.Sqrt(6.0 / (In + Out)));

    [Fact]
    public void Fill_HeUniform_KeepsItsBoundAndVariance() => CheckUniform(new HeUniform(), Math.Sqrt(6.0 / In));

    [Fact]
    public void Fill_HeUniformWithSlopeRootFive_IsPyTorchsDefault() => CheckUniform(new HeUniform(Math.Sqrt(5)), 1 / Math.Sqrt(In));

    [Fact]
    public void Fill_XavierNormal_HasItsDeviation() => CheckNormal(new XavierNormal(), 0, Math.Sqrt(2.0 / (In + Out)));

    [Fact]
    public void Fill_HeNormal_HasItsDeviation() => CheckNormal(new HeNormal(), 0, Math.Sqrt(2.0 / In));

    [Fact]
    public void Fill_Normal_HasItsMeanAndDeviation() => CheckNormal(new Normal(3, 0.5), 3, 0.5);

    [Fact]
    public void Fill_ZerosAndConstant_AreThat()
    {
        Assert.All(Filled(new Zeros()), value => Assert.Equal(0, value));
        Assert.All(Filled(new Constant(0.25)), value => Assert.Equal(0.25, value));
    }

    [Fact]
    public void Fill_Kernel_CountsItsSizeInTheFan()
    {
        Tensor weight = Tensor.Zeros(DType.Float64, 8, 4, 3, 3);

        new HeUniform().Fill(weight, new Rng(1));

        double bound = Math.Sqrt(6.0 / 36);
        Assert.InRange(weight.ToArray<double>().Max(), 0.9 * bound, bound);
    }

    [Fact]
    public void Fill_XavierOfABias_SaysWhatItNeeds()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new XavierNormal().Fill(Tensor.Zeros(5), new Rng(1)));

        Assert.Contains("XavierNormal got shape [5]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Linear_FirstValues_LieWithinPyTorchsBound()
    {
        Linear linear = new(25, 40);

        Assert.InRange(linear.Weight.ToArray<float>().Max(Math.Abs), 0.18f, 0.2f);
        Assert.InRange(linear.Bias!.ToArray<float>().Max(Math.Abs), 0.15f, 0.2f);
    }

    private static double[] Filled(Initializer initializer)
    {
        Tensor weight = Tensor.Ones(DType.Float64, Out, In);
        initializer.Fill(weight, new Rng(17));
        return weight.ToArray<double>();
    }

    private static void CheckUniform(Initializer initializer, double bound)
    {
        double[] values = Filled(initializer);
        Assert.InRange(values.Max(), 0.999 * bound, bound);
        Assert.InRange(values.Min(), -bound, -0.999 * bound);
        Assert.InRange(values.Average(value => value * value), 0.98 * bound * bound / 3, 1.02 * bound * bound / 3);
    }

    // Four standard errors of the mean and of the deviation.
    private static void CheckNormal(Initializer initializer, double mean, double deviation)
    {
        double[] values = Filled(initializer);
        double error = 4 / Math.Sqrt(values.Length);
        Assert.InRange(values.Average(), mean - (error * deviation), mean + (error * deviation));
        Assert.InRange(Math.Sqrt(values.Average(value => (value - mean) * (value - mean))), (1 - error) * deviation, (1 + error) * deviation);
    }
}
