using Gradus.Learning.Data.Csv;
using Gradus.Learning.Data.Files;
using Gradus.Learning.Data.Preprocessing;
using Gradus.Learning.Data.Tables;
using Gradus.Testing;

namespace Gradus.Learning.Tests.Data.Tables;

public sealed class TablePreprocessorTests
{
    private static readonly Table Patients = Table.From(CsvTable.Parse("id,age,sex,stage,y\n1,60,f,1,0\n2,40,m,2,1\n3,,f,1,0\n4,50,,3,1\n"));
    private static readonly TablePlan Plan = new() { Ignore = ["id", "y"], Categories = ["sex", "stage"] };

    [Fact]
    public void Fit_MixedTable_NamesAndFillsEveryColumn()
    {
        TablePreprocessor rows = TablePreprocessor.Fit(Patients, Plan);

        float[] values = rows.Transform(Patients).ToArray<float>();

        Assert.Equal(["age", "age missing", "sex=f", "sex=m", "sex=(missing)", "stage=1", "stage=2", "stage=3"], rows.FeatureNames);

        // Ages 60, 40, the median 50, 50: mean 50, deviation √50.
        float z = (float)(10 / Math.Sqrt(50));
        Assert.Equal(
            [z, 0, 1, 0, 0, 1, 0, 0, -z, 0, 0, 1, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1],
            values);
    }

    [Fact]
    public void Transform_OtherRows_UsesTheFittedFigures()
    {
        TablePreprocessor rows = TablePreprocessor.Fit(Patients.Take([0, 1]), Plan);

        float[] values = rows.Transform(Patients.Take([2, 3])).ToArray<float>();

        // Neither was missing in training: no column tells it, age becomes the median, an unknown stage and a missing sex have no 1.
        Assert.Equal(["age", "sex=f", "sex=m", "stage=1", "stage=2"], rows.FeatureNames);
        Assert.Equal([0f, 1, 0, 1, 0, 0, 0, 0, 0, 0], values);
        Assert.Equal([0, 1], rows.FittedOn!);
    }

    // Ages 60, 40, 40 in place of the missing one, and 50; the logarithm's figure is NumPy's.
    [Theory]
    [InlineData(Scaling.MinMax, 1f)]
    [InlineData(Scaling.Robust, 1.2f)]
    [InlineData(Scaling.None, 60f)]
    [InlineData(Scaling.Log, 1.46281f)]
    public void Fit_OtherScaling_IsTaken(Scaling scaling, float first)
    {
        TablePlan plan = Plan with { Columns = new Dictionary<string, ColumnPlan> { ["age"] = new() { Scaling = scaling, Imputation = Imputation.Constant, Fill = 40, Indicator = false } } };

        TablePreprocessor rows = TablePreprocessor.Fit(Patients, plan);

        Assert.Equal("age", rows.FeatureNames[0]);
        Assert.Equal("sex=f", rows.FeatureNames[1]);
        Assert.Equal(first, rows.Transform(Patients).ToArray<float>()[0], scaling == Scaling.Log ? 5e-5f : 0);
    }

    [Fact]
    public void Load_OfSave_GivesTheSameBits()
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "rows.json");
        foreach (Scaling scaling in Enum.GetValues<Scaling>())
        {
            TablePreprocessor rows = TablePreprocessor.Fit(Patients, Plan with { Scaling = scaling, MinimumCount = 2 });

            rows.Save(path);
            TablePreprocessor kept = TablePreprocessor.Load(path);

            Assert.Equal(rows.FeatureNames, kept.FeatureNames);
            Assert.Equal(rows.Transform(Patients).ToArray<float>(), kept.Transform(Patients).ToArray<float>());
            Assert.Null(kept.FittedOn);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"columns":[{"name":"x","kind":"strange"}]}""")]
    [InlineData("""{"columns":[{"name":"x","kind":"number","imputer":{"strategy":"Mean","fill":[1,2],"indicated":[]},"scaler":null}]}""")]
    [InlineData("""{"columns":[{"name":"x","kind":"number","imputer":{"strategy":"Mean","fill":[1],"indicated":[4]},"scaler":null}]}""")]
    public void Load_SomethingElse_IsRefused(string content)
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "rows.json");
        File.WriteAllText(path, content);

        Assert.Equal(path, Assert.Throws<DataFormatException>(() => TablePreprocessor.Load(path)).File);
    }

    [Fact]
    public void Fit_BadPlan_NamesTheColumn()
    {
        Assert.Contains("'sex' twice", Assert.Throws<ArgumentException>(() => TablePreprocessor.Fit(Patients, Plan with { Ignore = ["sex"] })).Message, StringComparison.Ordinal);
        Assert.Contains("no column 'weight'", Assert.Throws<ArgumentException>(() => TablePreprocessor.Fit(Patients, Plan with { Numbers = ["weight"] })).Message, StringComparison.Ordinal);
        Assert.Contains("leaves no column", Assert.Throws<ArgumentException>(() => TablePreprocessor.Fit(Patients, new TablePlan { Numbers = [], Categories = [] })).Message, StringComparison.Ordinal);
        Assert.Contains("'age' has no value", Assert.Throws<ArgumentException>(() => TablePreprocessor.Fit(Patients.Take([2]), Plan)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => TablePreprocessor.Fit(Patients, Plan).Transform(Patients.Without("age")));
    }

    [Fact]
    public void Transform_TextsForNumbers_NamesTheColumn()
    {
        Table other = Table.From(CsvTable.Parse("age,sex,stage\nold,f,1\n"));

        Assert.Contains("'age' holds texts", Assert.Throws<InvalidOperationException>(() => TablePreprocessor.Fit(Patients, Plan).Transform(other)).Message, StringComparison.Ordinal);
    }

    // ln(1 + x) of −1 is −∞, of −2 there is none: both count as missing when they turn up later.
    [Fact]
    public void Transform_NumberWithoutALogarithm_CountsAsMissing()
    {
        Table seen = Table.From(CsvTable.Parse("a\n0\n1\n\"\"\n3\n")), later = Table.From(CsvTable.Parse("a\n-1\n-2\n\"\"\n1\n"));
        TablePlan plan = new() { Columns = new Dictionary<string, ColumnPlan> { ["a"] = new() { Scaling = Scaling.Log, Indicator = true } } };

        float[] values = TablePreprocessor.Fit(seen, plan).Transform(later).ToArray<float>();

        Assert.All(values, value => Assert.True(float.IsFinite(value)));
        Assert.Equal([1f, 1, 1, 0], values.Where((_, place) => place % 2 == 1));
        Assert.Equal((values[4], values[4]), (values[0], values[2]));
    }
}
