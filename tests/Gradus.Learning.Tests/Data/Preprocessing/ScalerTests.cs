using System.Text.Json.Nodes;
using Gradus.Learning.Data.Preprocessing;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Data.Preprocessing;

public sealed class ScalerTests
{
    private static readonly Tensor Rows = Tensor.From([1.0, 10, 5, 2, 20, 5, 3, 60, 5], 3, 3);

    [Fact]
    public void MinMaxScaler_FittedRows_ReachFromZeroToOne()
    {
        MinMaxScaler scaler = MinMaxScaler.Fit(Rows);

        Assert.Equal([0.0, 0, 0, 0.5, 0.2, 0, 1, 1, 0], scaler.Transform(Rows).ToArray<double>());
        Assert.Equal([1.0, 10, 5], scaler.Minimum);
    }

    [Fact]
    public void RobustScaler_OneFarValue_HardlyMoves()
    {
        RobustScaler scaler = RobustScaler.Fit(Tensor.From([1.0, 2, 3, 4, 1e9], 5, 1));

        Assert.Equal([3.0], scaler.Median);
        Assert.Equal([2.0], scaler.Scale);
    }

    [Fact]
    public void LogScaler_ValueWithoutLogarithm_NamesItsPlace() =>
        Assert.Contains("-1 in row 1, column 0", Assert.Throws<ArgumentException>(() => LogScaler.Fit(Tensor.From([0.0, -1], 2, 1))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(1e-12)]
    [InlineData(0.5)]
    [InlineData(1e9)]
    [InlineData(-0.999)]
    public void LogScaler_Inverse_IsExact(double value)
    {
        LogScaler scaler = LogScaler.Fit(Tensor.From([0.0, 3], 2, 1), standardize: false);
        Tensor one = Tensor.From([value], 1, 1);

        Assert.Equal(value, scaler.Inverse(scaler.Transform(one)).Item(), Math.Abs(value) * 1e-13);
    }

    [Theory]
    [InlineData("{}", "kind")]
    [InlineData("""{"kind":"nonsense"}""", "nonsense")]
    [InlineData("""{"kind":"standard","shift":[1],"scale":[0]}""", "scale")]
    [InlineData("""{"kind":"standard","shift":[1],"scale":[1,2]}""", "scale")]
    [InlineData("""{"kind":"minmax","shift":["a"],"scale":[1]}""", "shift")]
    [InlineData("""{"kind":"log","columns":2,"after":{"kind":"standard","shift":[1],"scale":[1]}}""", "columns")]
    [InlineData("""{"kind":"log","columns":1.5,"after":null}""", "columns")]
    public void FromState_SomethingElse_NamesTheField(string state, string field) =>
        Assert.Contains(field, Assert.Throws<FormatException>(() => Scaler.FromState((JsonObject)JsonNode.Parse(state)!)).Message, StringComparison.Ordinal);

    [Fact]
    public void Imputer_ColumnWithoutValues_IsNamedUnlessConstant()
    {
        Tensor empty = Tensor.From([1.0, double.NaN, 2, double.NaN], 2, 2);

        Assert.Contains("column 1", Assert.Throws<ArgumentException>(() => Imputer.Fit(empty)).Message, StringComparison.Ordinal);
        Assert.Equal([1.0, 9, 2, 9], Imputer.Fit(empty, Imputation.Constant, 9).Transform(empty).ToArray<double>());
        Assert.Throws<ArgumentException>(() => Imputer.Fit(Tensor.From([double.PositiveInfinity], 1, 1)));
        Assert.Throws<ArgumentException>(() => Imputer.Fit(empty, Imputation.Constant).Transform(Tensor.Zeros(1, 3)));
    }

    [Fact]
    public void CategoryEncoder_State_MakesItAgain()
    {
        CategoryEncoder encoder = CategoryEncoder.Fit(["a", "a", "b", null, "c"], minimumCount: 2);

        CategoryEncoder kept = CategoryEncoder.FromState((JsonObject)JsonNode.Parse(encoder.State.ToJsonString())!);

        Assert.Equal(["a", "(rare)", "(missing)"], kept.Names);
        Assert.Equal([0, 1, 1, 2], ((string?[])["a", "b", "never", null]).Select(kept.Code));
        Assert.Equal(CategoryEncoder.Unknown, CategoryEncoder.Fit(["a"]).Code("b"));
        Assert.Equal(CategoryEncoder.Unknown, CategoryEncoder.Fit(["a"]).Code(null));
        Assert.Throws<FormatException>(() => CategoryEncoder.FromState((JsonObject)JsonNode.Parse("""{"categories":["a","a"],"rare":false,"missing":false}""")!));
    }

    [Fact]
    public void OneHotEncoder_OtherColumns_AreRefused() =>
        Assert.Contains("fitted on 1 columns and got 2", Assert.Throws<ArgumentException>(() => OneHotEncoder.Fit([["a"]]).Transform([["a"], ["b"]])).Message, StringComparison.Ordinal);
}
