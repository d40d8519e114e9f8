using Gradus.Learning.Initializers;
using Gradus.Learning.Layers;
using Gradus.Learning.Tests.Fixtures;
using Gradus.Tensors;
using Identity = Gradus.Learning.Initializers.Identity;

namespace Gradus.Learning.Tests.Initializers;

/// <summary>Initializers against the moments, bounds and exact values that PyTorch's rules give them, and their properties.</summary>
public sealed class InitializerTests
{
    /// <summary>All of them, under the names of oracles/learning_initializers.py.</summary>
    private static readonly Dictionary<string, Initializer> Table = new(StringComparer.Ordinal)
    {
        ["Normal"] = new Normal(3, 0.5),
        ["Uniform"] = new Uniform(-1, 4),
        ["TruncatedNormal"] = new TruncatedNormal(),
        ["TruncatedNormal narrow"] = new TruncatedNormal(1, 2, 0.5, 2),
        ["TruncatedNormal tail"] = new TruncatedNormal(0, 1, 3, 6),
        ["TruncatedNormal wide"] = new TruncatedNormal(0.3, 0.02),
        ["Zeros"] = new Zeros(),
        ["Ones"] = new Ones(),
        ["Constant"] = new Constant(0.25),
        ["Identity"] = new Identity(),
        ["Dirac"] = new Dirac(),
        ["Dirac groups"] = new Dirac(2),
        ["XavierUniform"] = new XavierUniform(2),
        ["XavierNormal"] = new XavierNormal(Gain.Tanh),
        ["HeUniform"] = new HeUniform(Math.Sqrt(5)),
        ["HeUniform out"] = new HeUniform(0, FanMode.FanOut, Nonlinearity.Selu),
        ["HeNormal"] = new HeNormal(),
        ["HeNormal out"] = new HeNormal(0.2, FanMode.FanOut),
    };

    private static readonly Dictionary<string, Case> Cases = Fixture.Read<Case>("initializers.json").ToDictionary(entry => entry.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Fill_OracleCase_HasItsValuesOrMoments(string name)
    {
        Case expected = Cases[name];
        Initializer initializer = Table.TryGetValue(name, out Initializer? own) ? own : Table[name[..name.LastIndexOf(' ')]];
        foreach (DType dtype in new[] { DType.Float64, DType.Float32 })
        {
            Tensor weight = Tensor.Full(7, dtype, expected.Shape);

            initializer.Fill(weight, new Rng(17));

            if (expected.Exact is { } exact)
            {
                Close.To(exact, weight, 0, 0, name);
                continue;
            }

            // Four standard errors of the mean and of the deviation; even distributions have a smaller one.
            double[] values = weight.ToArray<double>();
            double error = 4 / Math.Sqrt(values.Length), mean = values.Average(), deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
            Assert.InRange(mean, expected.Mean - (error * expected.Deviation), expected.Mean + (error * expected.Deviation));
            Assert.InRange(deviation, (1 - error) * expected.Deviation, (1 + error) * expected.Deviation);
            Assert.InRange(values.Min(), (expected.Low ?? double.NegativeInfinity) - 1e-7, expected.Mean - (0.9 * expected.Deviation));
            Assert.InRange(values.Max(), expected.Mean + (0.9 * expected.Deviation), (expected.High ?? double.PositiveInfinity) + 1e-7);
        }
    }

    [Fact]
    public void Of_EveryNonlinearity_IsPyTorchsGain()
    {
        IReadOnlyList<GainCase> gains = Fixture.Read<GainCase>("gains.json");

        Assert.All(gains, entry => Assert.Equal(entry.Gain, entry.Slope is { } slope ? Gain.Of(Enum.Parse<Nonlinearity>(entry.Nonlinearity), slope) : Gain.Of(Enum.Parse<Nonlinearity>(entry.Nonlinearity)), 1e-15));
        Assert.Equal(Enum.GetNames<Nonlinearity>().Order(), gains.Select(entry => entry.Nonlinearity).Distinct().Order());
    }

    [Fact]
    public void Fill_SameSeed_GivesTheSameBits()
    {
        foreach (Initializer initializer in Table.Values.Where(entry => entry is not Dirac).Append(new Orthogonal()).Append(new Sparse(0.5)))
        {
            Tensor first = Tensor.Zeros(30, 20), second = Tensor.Zeros(30, 20);
            initializer.Fill(first, new Rng(5));
            initializer.Fill(second, new Rng(5));
            Assert.Equal(first.ToArray<float>(), second.ToArray<float>());
        }
    }

    [Theory]
    [InlineData(1.0, 12, 12)]
    [InlineData(1.5, 30, 7)]
    [InlineData(0.5, 6, 50)]
    [InlineData(1.0, 8, 3, 3, 3)]
    [InlineData(2.0, 40, 2, 3)]
    [InlineData(1.0, 1, 5)]
    public void Fill_Orthogonal_ShorterSideIsOrthogonalOfLengthGain(double gain, params int[] shape)
    {
        Tensor weight = Tensor.Zeros(DType.Float64, shape);

        new Orthogonal(gain).Fill(weight, new Rng(3));

        Tensor matrix = weight.Reshape(shape[0], -1);
        Tensor product = matrix.Shape[0] <= matrix.Shape[1] ? matrix.MatMul(matrix.T()) : matrix.T().MatMul(matrix);
        double[] values = product.ToArray<double>();
        int size = product.Shape[0];
        Assert.All(Enumerable.Range(0, values.Length), i => Assert.Equal(i % (size + 1) == 0 ? gain * gain : 0, values[i], 1e-13));
    }

    // The first element of a matrix that is drawn evenly from all orthogonal ones has mean 0 and variance 1 / n; its sign must not be fixed.
    [Fact]
    public void Fill_OrthogonalManyTimes_HasNoPreferredDirection()
    {
        Tensor weight = Tensor.Zeros(DType.Float64, 4, 4);
        double[][] draws = [.. Enumerable.Range(0, 2000).Select(seed =>
        {
            new Orthogonal().Fill(weight, new Rng((ulong)seed));
            return weight.ToArray<double>();
        })];

        for (int place = 0; place < 16; place++)
        {
            Assert.InRange(draws.Average(draw => draw[place]), -0.045, 0.045);
            Assert.InRange(draws.Average(draw => draw[place] * draw[place]), 0.22, 0.28);
        }
    }

    [Fact]
    public void Fill_Sparse_HasItsZerosInEveryColumn()
    {
        Tensor weight = Tensor.Zeros(DType.Float64, 25, 400);

        new Sparse(0.3, 2).Fill(weight, new Rng(1));

        double[] values = weight.ToArray<double>();
        Assert.All(Enumerable.Range(0, 400), column => Assert.Equal(8, Enumerable.Range(0, 25).Count(row => values[(row * 400) + column] == 0)));
        Assert.InRange(Math.Sqrt(values.Where(value => value != 0).Average(value => value * value)), 1.95, 2.05);
        Assert.True(Enumerable.Range(0, 25).Select(row => Enumerable.Range(0, 400).Count(column => values[(row * 400) + column] == 0)).All(zeros => zeros is > 80 and < 180), "zeros should lie in all rows alike");
    }

    [Fact]
    public void Fill_TensorThatDoesNotFit_SaysWhatIsNeeded()
    {
        Refuse("XavierNormal got shape [5]", new XavierNormal(), Tensor.Zeros(5));
        Refuse("HeUniform got shape [5]", new HeUniform(), Tensor.Zeros(5));
        Refuse("Orthogonal got shape [5]; it needs a weight of at least two axes", new Orthogonal(), Tensor.Zeros(5));
        Refuse("Identity got shape [2, 2, 2]; it needs a matrix", new Identity(), Tensor.Zeros(2, 2, 2));
        Refuse("Dirac(1) got shape [2, 2]; it needs the weight of a convolution", new Dirac(), Tensor.Zeros(2, 2));
        Refuse("Dirac(3) got shape [4, 2, 3]", new Dirac(3), Tensor.Zeros(4, 2, 3));
        Refuse("needs a matrix, [out, in], and a sparsity in [0, 1]", new Sparse(1.5), Tensor.Zeros(2, 2));
        Refuse("needs a deviation above 0 and finite bounds with Low below High", new TruncatedNormal(0, 1, 2, -2), Tensor.Zeros(2));
        Refuse("needs Float32 or Float64", new Normal(), Tensor.From([1L]));

        static void Refuse(string message, Initializer initializer, Tensor tensor) =>
            Assert.Contains(message, Assert.Throws<ArgumentException>(() => initializer.Fill(tensor, new Rng(1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_EveryInitializer_IsTested() => Assert.Equal(
        typeof(Initializer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Initializer))).Select(type => type.Name).Order(),
        Table.Keys.Select(name => name.Split(' ')[0]).Append(nameof(Orthogonal)).Append(nameof(Sparse)).Distinct().Order());

    [Fact]
    public void Linear_FirstValues_LieWithinPyTorchsBound()
    {
        Linear linear = new(25, 40);

        Assert.InRange(linear.Weight.ToArray<float>().Max(Math.Abs), 0.18f, 0.2f);
        Assert.InRange(linear.Bias!.ToArray<float>().Max(Math.Abs), 0.15f, 0.2f);
    }

    private sealed record Case(string Name, int[] Shape, double Mean, double Deviation, double? Low, double? High, Packed? Exact);

    private sealed record GainCase(string Nonlinearity, double? Slope, double Gain);
}
