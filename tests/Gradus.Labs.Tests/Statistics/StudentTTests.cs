using System.Text.Json;
using Gradus.Labs.Statistics;
using Gradus.Testing;

namespace Gradus.Labs.Tests.Statistics;

public sealed class StudentTTests
{
    [Fact]
    public void TwoSided_SciPyTable_Agrees()
    {
        using JsonDocument fixture = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.Combine("tests", "Gradus.Labs.Tests", "Fixtures", "student-t.json")));
        int checkedValues = 0;

        foreach (JsonElement row in fixture.RootElement.GetProperty("quantiles").EnumerateArray())
        {
            double expected = row.GetProperty("value").GetDouble();
            double actual = StudentT.TwoSided(row.GetProperty("confidence").GetDouble(), row.GetProperty("degrees").GetInt32());
            Assert.InRange(actual / expected, 1 - 1e-10, 1 + 1e-10);
            checkedValues++;
        }

        Assert.Equal(96, checkedValues);
    }

    [Fact]
    public void Central_OneDegree_IsCauchy() => Assert.Equal(0.5, StudentT.Central(1, 1), 1e-15);

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void TwoSided_ConfidenceOutside_Throws(double confidence) => Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.TwoSided(confidence, 4));

    [Fact]
    public void Central_NoDegrees_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Central(1, 0));
}
