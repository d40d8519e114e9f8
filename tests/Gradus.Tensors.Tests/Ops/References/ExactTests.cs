using System.Text.Json;

namespace Gradus.Tensors.Tests.Ops.References;

/// <summary>The references of functions of one number, to values of 30 digits: oracles/exact_functions.py.</summary>
public sealed class ExactTests
{
    private static readonly Dictionary<string, double[][]> Fixture =
        JsonSerializer.Deserialize<Dictionary<string, double[][]>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "exact_functions.json")))!;

    public static TheoryData<string> Names => [.. Exact.Functions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Function_AtThePointsOfTheFixture_HasThirteenDigits(string name)
    {
        Assert.InRange(Fixture[name].Length, 20, 70);
        Assert.All(Fixture[name], point =>
        {
            double value = Exact.Functions[name](point[0]);
            Assert.True(Math.Abs(value - point[1]) <= 1e-13 * Math.Abs(point[1]), $"{name}({point[0]:R}) is {point[1]:R}, the reference says {value:R}");
        });
    }
}
