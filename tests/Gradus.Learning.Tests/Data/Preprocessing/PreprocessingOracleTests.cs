using System.Text.Json.Nodes;
using Gradus.Learning.Data.Preprocessing;
using Gradus.Learning.Data.Tables;
using Gradus.Learning.Tests.Fixtures;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Data.Preprocessing;

/// <summary>Scalers, imputers, encoders and the table preprocessor against scikit-learn.</summary>
public sealed class PreprocessingOracleTests
{
    private const double Tolerance = 1e-12;
    private static readonly IReadOnlyList<Case> Cases = Fixture.Read<Case>("preprocessing.json");

    public static TheoryData<string> Scalers => ["standard", "minmax", "robust", "log", "log standardized"];

    public static TheoryData<string, Imputation, bool> Imputers
    {
        get
        {
            TheoryData<string, Imputation, bool> data = [];
            foreach ((string name, Imputation imputation) in ((string, Imputation)[])[("mean", Imputation.Mean), ("median", Imputation.Median), ("most_frequent", Imputation.MostFrequent), ("constant", Imputation.Constant)])
            {
                data.Add($"impute {name} False", imputation, false);
                data.Add($"impute {name} True", imputation, true);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Scalers))]
    public void Scaler_OracleCase_AgreesAndComesBack(string name)
    {
        Case expected = Find(name);
        Scaler scaler = name switch
        {
            "standard" => StandardScaler.Fit(expected.TrainRows()),
            "minmax" => MinMaxScaler.Fit(expected.TrainRows()),
            "robust" => RobustScaler.Fit(expected.TrainRows()),
            _ => LogScaler.Fit(expected.TrainRows(), standardize: name != "log"),
        };

        Tensor scaled = scaler.Transform(expected.TestRows());

        // Logarithms of 10,000 give or take 0.01 differ in their last ten digits alone.
        Check(expected, scaled, name == "log standardized" ? 1e-7 : 1e-9);
        Close(expected.Test!, scaler.Inverse(scaled).ToArray<double>(), 1e-9);

        // What was kept gives the same bits.
        Scaler kept = Scaler.FromState((JsonObject)JsonNode.Parse(scaler.State.ToJsonString())!);
        Assert.Equal(scaled.ToArray<double>(), kept.Transform(expected.TestRows()).ToArray<double>());
        Assert.Equal(scaler.GetType(), kept.GetType());
    }

    [Theory]
    [MemberData(nameof(Imputers))]
    public void Imputer_OracleCase_Agrees(string name, Imputation imputation, bool indicator)
    {
        Case expected = Find(name);
        Imputer imputer = Imputer.Fit(expected.TrainRows(), imputation, fill: -3.5, indicator);

        Tensor filled = imputer.Transform(expected.TestRows());

        Check(expected, filled, Tolerance);
        Assert.Equal(filled.ToArray<double>(), Imputer.FromState((JsonObject)JsonNode.Parse(imputer.State.ToJsonString())!).Transform(expected.TestRows()).ToArray<double>());
    }

    [Theory]
    [InlineData("onehot", 1)]
    [InlineData("onehot rare", 3)]
    public void OneHotEncoder_OracleCase_Agrees(string name, int minimumCount)
    {
        Case expected = Find(name);

        OneHotEncoder encoder = OneHotEncoder.Fit(expected.Texts(expected.TrainTexts!), minimumCount);

        Check(expected, encoder.Transform(expected.Texts(expected.TestTexts!)), 0);
        Check(expected, OneHotEncoder.FromState((JsonObject)JsonNode.Parse(encoder.State.ToJsonString())!).Transform(expected.Texts(expected.TestTexts!)), 0);
    }

    [Fact]
    public void OrdinalEncoder_OracleCase_Agrees()
    {
        Case expected = Find("ordinal");

        OrdinalEncoder encoder = OrdinalEncoder.Fit(expected.Texts(expected.TrainTexts!));

        Check(expected, encoder.Transform(expected.Texts(expected.TestTexts!)), 0);
        Check(expected, OrdinalEncoder.FromState((JsonObject)JsonNode.Parse(encoder.State.ToJsonString())!).Transform(expected.Texts(expected.TestTexts!)), 0);
    }

    [Fact]
    public void TablePreprocessor_MixedTable_Agrees()
    {
        Case expected = Find("mixed");
        double[] values = expected.TrainRows().ToArray<double>();
        Table table = new(
            new TableColumn("x", [.. values.Where((_, place) => place % 2 == 0)]),
            new TableColumn("y", [.. values.Where((_, place) => place % 2 == 1)]),
            new TableColumn("c", expected.TrainTexts!));

        TablePreprocessor rows = TablePreprocessor.Fit(table.Take([.. Enumerable.Range(0, 14)]), new TablePlan { Indicators = false });

        Check(expected, rows.Transform(table), 1e-6);
    }

    private static Case Find(string name) => Cases.Single(entry => entry.Name == name);

    private static void Check(Case expected, Tensor actual, double tolerance) => Close(expected.Expected, actual.ToArray<double>(), tolerance);

    private static void Close(double?[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int place = 0; place < actual.Length; place++)
        {
            Fixtures.Close.To(expected[place]!.Value, actual[place], tolerance, tolerance, $"value {place}");
        }
    }

    private sealed record Case(string Name, int Columns, double?[]? Train, double?[]? Test, string?[]? TrainTexts, string?[]? TestTexts, double?[] Expected)
    {
        internal Tensor TrainRows() => Rows(Train!);

        internal Tensor TestRows() => Rows(Test!);

        internal IReadOnlyList<string?[]> Texts(string?[] texts) => [.. Enumerable.Range(0, Columns).Select(column => texts.Where((_, place) => place % Columns == column).ToArray())];

        private Tensor Rows(double?[] values) => Tensor.From([.. values.Select(value => value ?? double.NaN)], values.Length / Columns, Columns);
    }
}
