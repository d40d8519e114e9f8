using Gradus.Tensors;

namespace Gradus.Learning.Tests.Layers;

/// <summary>First values are distributed as PyTorch's.</summary>
public sealed class LayerFirstValueTests
{
    private const int Fresh = 400;

    /// <summary>The tests compare about a thousand statistics: 5 standard errors of each side leave no chance hit.</summary>
    private const double Errors = 5 * 1.42;

    public static TheoryData<string> Names => [.. LayerTable.All.Where(spec => LayerCase.All[spec.Name].First.Count > 0).Select(spec => spec.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Initialize_ManySeeds_HasPyTorchsDistribution(string name)
    {
        Module module = LayerTable.Get(name).Make();
        Dictionary<string, List<float>> drawn = [];
        for (int seed = 0; seed < Fresh; seed++)
        {
            module.Initialize((ulong)seed);
            foreach ((string key, Tensor tensor) in module.NamedParameters().Concat(module.NamedBuffers()).Where(entry => entry.Tensor.DType == DType.Float32))
            {
                if (!drawn.TryGetValue(key, out List<float>? values))
                {
                    drawn.Add(key, values = []);
                }

                values.AddRange(tensor.ToArray<float>());
            }
        }

        Assert.Equal(LayerCase.All[name].First.Keys.Order(StringComparer.Ordinal), drawn.Keys.Order(StringComparer.Ordinal));
        foreach ((string key, FirstValues expected) in LayerCase.All[name].First)
        {
            Compare(expected, [.. drawn[key]], key);
        }
    }

    private static void Compare(FirstValues expected, double[] values, string key)
    {
        double mean = values.Average(), deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        if (expected.Deviation == 0)
        {
            Assert.All(values, value => Assert.Equal(expected.Mean, value, 1e-6));
            return;
        }

        double kurtosis = values.Average(value => Math.Pow((value - mean) / deviation, 4)), root = Math.Sqrt(values.Length);
        Within(expected.Mean, mean, Errors * expected.Deviation / root, $"mean of {key}");
        Within(expected.Deviation, deviation, Errors * expected.Deviation * Math.Sqrt((expected.Kurtosis - 1) / 4) / root, $"deviation of {key}");
        Within(expected.Kurtosis, kurtosis, Errors * 10 / root, $"kurtosis of {key}");
        if (expected.Kurtosis < 2)
        {
            // Uniform: bounds are sharp, and the extremes of n values miss them by about 1 / n of the width.
            double width = expected.Most - expected.Least, slack = width * 20 / values.Length;
            Within(expected.Least, values.Min(), slack, $"least of {key}");
            Within(expected.Most, values.Max(), slack, $"most of {key}");
        }
    }

    private static void Within(double expected, double actual, double slack, string what) =>
        Assert.True(Math.Abs(actual - expected) <= slack + 1e-6, $"{what} is {actual:R}; PyTorch has {expected:R}, and {slack:R} could be chance");
}
