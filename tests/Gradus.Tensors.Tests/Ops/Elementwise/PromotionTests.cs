using System.Text.Json;
using Gradus.Tensors.Ops.Elementwise;
using Gradus.Tensors.Tests.Autograd;

namespace Gradus.Tensors.Tests.Ops.Elementwise;

/// <summary>The types of results, for each pair of types with and without dimensions, as PyTorch gives them: oracles/tensors_promotion.py.</summary>
public sealed class PromotionTests
{
    private static readonly JsonElement Fixture = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "promotion.json"))).RootElement;

    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> Pairs = new()
    {
        ["add"] = static (a, b) => a + b,
        ["subtract"] = static (a, b) => a - b,
        ["multiply"] = static (a, b) => a * b,
        ["divide"] = static (a, b) => a / b,
        ["maximum"] = Tensor.Maximum,
        ["minimum"] = Tensor.Minimum,
        ["where"] = static (a, b) => Tensor.Where(Tensor.From([true, false]), a, b),
        ["floor divide"] = static (a, b) => a.FloorDivide(b),
        ["remainder"] = static (a, b) => a.Remainder(b),
        ["fmod"] = static (a, b) => a.Fmod(b),
        ["power"] = static (a, b) => a.Pow(b),
    };

    private static readonly Dictionary<string, (Func<Tensor, Tensor> Whole, Func<Tensor, double, Tensor> Real)> Numbers = new()
    {
        ["add"] = (static a => a + 2, static (a, number) => a + number),
        ["subtract"] = (static a => a - 2, static (a, number) => a - number),
        ["subtract from"] = (static a => 2 - a, static (a, number) => number - a),
        ["multiply"] = (static a => a * 2, static (a, number) => a * number),
        ["divide"] = (static a => a / 2, static (a, number) => a / number),
        ["power"] = (static a => a.Pow(2), static (a, number) => a.Pow(number)),
        ["floor divide"] = (static a => a.FloorDivide(2), static (a, number) => a.FloorDivide(number)),
        ["remainder"] = (static a => a.Remainder(2), static (a, number) => a.Remainder(number)),
        ["fmod"] = (static a => a.Fmod(2), static (a, number) => a.Fmod(number)),
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Unary = new()
    {
        ["negate"] = static a => -a,
        ["square"] = static a => a.Square(),
        ["sign"] = static a => a.Sign(),
        ["abs"] = static a => a.Abs(),
    };

    [Fact]
    public void Promote_EveryPair_IsPyTorchs()
    {
        Assert.Equal(14 * 14, Fixture.GetProperty("pairs").GetArrayLength());
        Assert.All(Fixture.GetProperty("pairs").EnumerateArray(), row => Assert.Equal(row.GetProperty("type").GetString(), ElementwiseDriver.Promote(Operand(row, "a", "rankA"), Operand(row, "b", "rankB")).ToString()));
    }

    [Theory]
    [InlineData("add")]
    [InlineData("subtract")]
    [InlineData("multiply")]
    [InlineData("divide")]
    [InlineData("maximum")]
    [InlineData("minimum")]
    [InlineData("where")]
    [InlineData("floor divide")]
    [InlineData("remainder")]
    [InlineData("fmod")]
    [InlineData("power")]
    public void Pair_EveryPair_HasPyTorchsType(string name) => Assert.All(Fixture.GetProperty("pairs").EnumerateArray(), row =>
    {
        Tensor a = Operand(row, "a", "rankA"), b = Operand(row, "b", "rankB");
        bool stored = name != "where" && (a.DType.IsStorageOnly() || b.DType.IsStorageOnly());
        Expect(stored ? null : row.GetProperty(name).GetString(), () => Pairs[name](a, b), row);
    });

    [Theory]
    [InlineData("add")]
    [InlineData("subtract")]
    [InlineData("subtract from")]
    [InlineData("multiply")]
    [InlineData("divide")]
    [InlineData("power")]
    [InlineData("floor divide")]
    [InlineData("remainder")]
    [InlineData("fmod")]
    public void Number_EveryType_HasPyTorchsType(string name) => Assert.All(Fixture.GetProperty("numbers").EnumerateArray(), row =>
    {
        Tensor a = Operand(row, "a", "rankA");
        Func<Tensor, Tensor> run = row.GetProperty("number").GetString() switch
        {
            "whole" => Numbers[name].Whole,
            "point" => x => Numbers[name].Real(x, 2.0),
            _ => x => Numbers[name].Real(x, 2.5),
        };
        Expect(a.DType.IsStorageOnly() ? null : row.GetProperty(name).GetString(), () => run(a), row);
    });

    [Theory]
    [InlineData("negate")]
    [InlineData("square")]
    [InlineData("sign")]
    [InlineData("abs")]
    public void Unary_EveryType_HasPyTorchsType(string name) => Assert.All(Fixture.GetProperty("unary").EnumerateArray(), row =>
    {
        Tensor a = Operand(row, "a", "rankA");
        Expect(a.DType.IsStorageOnly() ? null : row.GetProperty(name).GetString(), () => Unary[name](a), row);
    });

    [Fact]
    public void Bools_AddMultiplyMaximumMinimum_AreOrAndAnd()
    {
        Tensor a = Tensor.From([true, true, false, false]), b = Tensor.From([true, false, true, false]), yes = Tensor.Scalar(1, DType.Bool);

        Assert.Equal([true, true, true, false], (a + b).ToArray<bool>());
        Assert.Equal([true, false, false, false], (a * b).ToArray<bool>());
        Assert.Equal([true, true, true, false], Tensor.Maximum(a, b).ToArray<bool>());
        Assert.Equal([true, false, false, false], Tensor.Minimum(a, b).ToArray<bool>());
        Assert.Equal([true, true, true, true], (b + yes).ToArray<bool>());
        Assert.Equal([true, true, true, false], a.Clone().AddInPlace(b).ToArray<bool>());
        Assert.Equal([true, false, false, false], a.Clone().MultiplyInPlace(b).ToArray<bool>());
        Assert.Equal([2L, 2, 1, 1], (a + 1).ToArray<long>());
        Assert.Equal([1L, 1, 0, 0], a.Clamp(0, 1).ToArray<long>());
        Assert.Contains("LogicalXor", Assert.Throws<NotSupportedException>(() => a - b).Message, StringComparison.Ordinal);
        Assert.Contains("LogicalNot", Assert.Throws<NotSupportedException>(() => 1 - a).Message, StringComparison.Ordinal);
        Assert.Contains("Subtract", Assert.Throws<NotSupportedException>(() => a.Clone().SubtractInPlace(b)).Message, StringComparison.Ordinal);
    }

    /// <summary>Values of PyTorch 1.13: beside a number bools count as 0 and 1, and among themselves they have neither quotients nor powers.</summary>
    [Fact]
    public void Bools_QuotientsAndPowers_CountOrAreRefused()
    {
        Tensor a = Tensor.From([true, true, false, false]), b = Tensor.From([true, false, true, false]), divisors = Tensor.From([2, 1, 3, -1]);

        Assert.Equal([0, 1, 0, 0], a.FloorDivide(divisors).ToArray<int>());
        Assert.Equal([1, 0, 0, 0], a.Remainder(divisors).ToArray<int>());
        Assert.Equal([1, 0, 0, 0], a.Fmod(divisors).ToArray<int>());
        Assert.Equal([2, 1, 1, 1], divisors.Pow(a).ToArray<int>());
        Assert.Equal([-1L, -1, 0, 0], a.FloorDivide(-1).ToArray<long>());
        Assert.Equal([-1f, -1, -0f, -0f], a.FloorDivide(-2.5).ToArray<float>());
        Assert.Equal([-1.5f, -1.5f, 0, 0], a.Remainder(-2.5).ToArray<float>());
        Assert.Equal([1f, 1, 0, 0], a.Fmod(-2.5).ToArray<float>());
        Assert.Equal([1L, 1, 1, 1], a.Pow(0).ToArray<long>());
        Assert.Equal([1, 1, float.PositiveInfinity, float.PositiveInfinity], a.Pow(-2.5).ToArray<float>());
        Assert.Contains("negative powers", Assert.Throws<ArgumentException>(() => a.Pow(-1)).Message, StringComparison.Ordinal);
        Assert.Throws<DivideByZeroException>(() => a.Remainder(0));
        Assert.All([() => a.FloorDivide(b), () => a.Remainder(b), () => a.Fmod(b), () => a.Pow(b), () => a.Abs()], (Func<Tensor> call) =>
            Assert.Contains("Bool only", Assert.Throws<NotSupportedException>(call).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void SingleNumberOfAWiderType_GetsItsGradientInItsOwnType()
    {
        Tensor factor = Tensor.Scalar(3, DType.Float64), x = Leaves.Of(1, 2);
        factor.RequiresGrad = true;

        Tensor y = x * factor;
        y.Sum().Backward();

        Assert.Equal(DType.Float32, y.DType);
        Assert.Equal((DType.Float64, 3), (factor.Grad!.DType, factor.Grad.Item()));
        Assert.Equal([3f, 3], x.Grad!.ToArray<float>());
    }

    /// <summary>0.1 of float64 is another number than 0.1 of float32; as float32 they are equal, which is what PyTorch compares.</summary>
    [Fact]
    public void Equal_ToASingleNumberOfAWiderType_ComparesInTheTensorsType() =>
        Assert.Equal([true], Tensor.From([0.1f]).Equal(Tensor.Scalar(0.1, DType.Float64)).ToArray<bool>());

    private static Tensor Operand(JsonElement row, string type, string rank) =>
        Tensor.Ones(Enum.Parse<DType>(row.GetProperty(type).GetString()!), row.GetProperty(rank).GetInt32() == 0 ? [] : [2]);

    private static void Expect(string? type, Func<Tensor> run, JsonElement row)
    {
        if (type is null)
        {
            Assert.Throws<NotSupportedException>(run);
            return;
        }

        Assert.True(type == run().DType.ToString(), $"{row}: {run().DType}");
    }
}
