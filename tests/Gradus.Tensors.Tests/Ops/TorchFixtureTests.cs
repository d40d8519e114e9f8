using System.Text.Json;

namespace Gradus.Tensors.Tests.Ops;

/// <summary>Results and gradients as PyTorch computes them: oracles/tensors*.py.</summary>
public sealed class TorchFixtureTests
{
    private static readonly FixtureCase[] All = Load();

    public static TheoryData<int, string> Cases
    {
        get
        {
            TheoryData<int, string> data = [];
            for (int i = 0; i < All.Length; i++)
            {
                data.Add(i, All[i].Name);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Run_AtTheInputsOfTheFixture_GivesResultAndGradientsOfPyTorch(int index, string name)
    {
        foreach ((DType dtype, double tolerance) in ((DType, double)[])[(DType.Float64, 1e-11), (DType.Float32, 1e-5)])
        {
            Tensor[] inputs = [.. All[index].Inputs.Select(input => Leaf(input, dtype))];

            Tensor result = OpTable.All.Single(spec => spec.Name == name).Run(inputs);
            Assert.Equal(All[index].Result.Shape, result.Shape.ToArray());
            Close(All[index].Result.Values, result, tolerance);
            if (All[index].Gradients is not { } expected)
            {
                continue;
            }

            double[] weight = [.. Enumerable.Range(0, result.ElementCount).Select(i => (double)((i % 3) + 1))];
            Tensor[] gradients = Gradient.Of(result, inputs, Tensor.From(weight).To(dtype).Reshape(result.Shape));
            for (int i = 0; i < inputs.Length; i++)
            {
                Close(expected[i], gradients[i], 5 * tolerance);
            }
        }
    }

    private static void Close(double[] expected, Tensor actual, double tolerance)
    {
        double[] values = actual.ToArray<double>();
        double size = Math.Max(1, expected.Max(Math.Abs));
        Assert.Equal(expected.Length, values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            Assert.Equal(expected[i], values[i], tolerance * size);
        }
    }

    private static Tensor Leaf(FixtureTensor input, DType dtype)
    {
        Tensor leaf = Tensor.From(input.Values).Reshape(input.Shape).To(dtype);
        leaf.RequiresGrad = true;
        return leaf;
    }

    private static FixtureCase[] Load() =>
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures"), "operators*.json").Order(StringComparer.Ordinal)
            .SelectMany(file => JsonSerializer.Deserialize<FixtureCase[]>(File.ReadAllText(file), JsonSerializerOptions.Web)!),
    ];

    private sealed record FixtureTensor(int[] Shape, double[] Values);

    private sealed record FixtureCase(string Name, FixtureTensor[] Inputs, FixtureTensor Result, double[][]? Gradients);
}
