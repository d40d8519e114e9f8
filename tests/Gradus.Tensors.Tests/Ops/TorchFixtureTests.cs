using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gradus.Tensors.Tests.Ops;

/// <summary>Results and gradients as PyTorch computes them: oracles/tensors*.py.</summary>
public sealed class TorchFixtureTests
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Web) { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private static readonly FixtureCase[] All = Load();

    /// <summary>The names of the rows that have a fixture.</summary>
    internal static IReadOnlySet<string> Covered { get; } = All.Select(entry => entry.Name).ToHashSet();

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

    [Fact]
    public void Table_EveryRow_HasAFixtureOrAReason() => Assert.Empty(Without(OpTable.All));

    [Fact]
    public void Without_PlantedRows_AreFound()
    {
        OpSpec add = OpTable.All.Single(spec => spec.Name == "add"), dropout = OpTable.All.Single(spec => spec.Name == "dropout");

        Assert.Equal(["no such row"], Without([add, dropout, add with { Name = "no such row" }]));
    }

    /// <summary>A reason is no excuse for a row that has a fixture, nor for one that is not there.</summary>
    [Fact]
    public void Reasons_AreOfRowsWithoutAFixture() =>
        Assert.DoesNotContain(WithoutFixture.Reasons.Keys, name => Covered.Contains(name) || OpTable.All.All(spec => spec.Name != name));

    [Fact]
    public void Cases_HaveGradientsWhereTheOperatorHas() =>
        Assert.DoesNotContain(All, entry => (entry.Gradients is null) == OpTable.All.Single(spec => spec.Name == entry.Name).Differentiable);

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
            Tensor[] gradients = Gradient.Of(result, inputs, Tensor.From(weight).To(result.DType).Reshape(result.Shape));
            for (int i = 0; i < inputs.Length; i++)
            {
                Close(expected[i], gradients[i], 5 * tolerance);
            }
        }
    }

    /// <summary>The rows that have neither a fixture nor a reason.</summary>
    private static IEnumerable<string> Without(IEnumerable<OpSpec> rows) => rows.Select(spec => spec.Name).Where(name => !Covered.Contains(name) && !WithoutFixture.Reasons.ContainsKey(name));

    private static void Close(double[] expected, Tensor actual, double tolerance)
    {
        double[] values = actual.ToArray<double>();
        double size = expected.Where(double.IsFinite).Select(Math.Abs).Append(1).Max();
        Assert.Equal(expected.Length, values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            Assert.True(double.IsFinite(expected[i]) ? Math.Abs(expected[i] - values[i]) <= tolerance * size : expected[i].Equals(values[i]), $"element {i}: {expected[i]:R} expected, {values[i]:R} came");
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
            .SelectMany(file => JsonSerializer.Deserialize<FixtureCase[]>(File.ReadAllText(file), Options)!),
    ];

    private sealed record FixtureTensor(int[] Shape, double[] Values);

    private sealed record FixtureCase(string Name, FixtureTensor[] Inputs, FixtureTensor Result, double[][]? Gradients);
}
