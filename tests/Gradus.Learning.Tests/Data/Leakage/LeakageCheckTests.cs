using Gradus.Learning.Data;
using Gradus.Learning.Data.Leakage;
using Gradus.Learning.Data.Preprocessing;
using Gradus.Learning.Data.Tables;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Data.Leakage;

public sealed class LeakageCheckTests
{
    private static readonly DataSplit Split = new([0, 1, 2, 3], [4, 5], [6, 7]);
    private static readonly Tensor Features = Tensor.From([1.0, 2, 3, 4, 5, 6, 1, 2, 9, 9, 11, 12, 13, 14, 9, 9], 8, 2);

    [Fact]
    public void Duplicates_PlantedRows_AreNamedForEachTwoParts()
    {
        // Row 3 is row 0, both in training: no leak. Row 7 in test is row 4 in validation.
        IReadOnlyList<Leak> found = LeakageCheck.Duplicates(Features, Split);

        Leak leak = Assert.Single(found);
        Assert.Equal(LeakKind.DuplicateRows, leak.Kind);
        Assert.Equal([7], leak.Rows);
        Assert.StartsWith("1 rows of test stand in validation too, as row 7", leak.Message, StringComparison.Ordinal);
        Assert.Empty(LeakageCheck.Duplicates(Features, new DataSplit([0, 3], [4, 7], [6])));
    }

    [Fact]
    public void Groups_SharedPatients_AreNamed()
    {
        IReadOnlyList<Leak> found = LeakageCheck.Groups(["p1", "p1", "p2", "p3", "p2", "p4", "p5", "p2"], Split);

        Assert.Equal(3, found.Count);
        Assert.All(found, leak => Assert.Equal(LeakKind.SharedGroup, leak.Kind));
        Assert.Contains("1 groups, p2, have rows in training and in validation", found[0].Message, StringComparison.Ordinal);
        Assert.Empty(LeakageCheck.Groups([1, 1, 2, 3, 4, 4, 5, 5], Split));
    }

    [Fact]
    public void Groups_GroupedSplit_HasNoLeakWhereARandomOneHas()
    {
        Rng rng = new(1);
        int[] patients = [.. Enumerable.Range(0, 500).Select(_ => rng.NextInt(120))];

        DataSplit grouped = DataSplit.Grouped(patients, seed: 3);

        Assert.Empty(LeakageCheck.Groups(patients, grouped));
        Assert.NotEmpty(LeakageCheck.Groups(patients, DataSplit.Random(500, seed: 3)));
        Assert.Equal(Enumerable.Range(0, 500), grouped.Train.Concat(grouped.Validation).Concat(grouped.Test).Order());
        Assert.InRange(grouped.Test.Length, 50, 150);
        Assert.NotEqual(grouped.Test, DataSplit.Grouped(patients, seed: 4).Test);
    }

    // Every part has ends of its own, so that even a range tells them apart.
    [Theory]
    [InlineData(new[] { 0, 1, 2, 3 }, null)]
    [InlineData(new[] { 0, 1, 2, 3, 4, 5, 6, 7 }, "of all rows, validation and test among them")]
    [InlineData(new[] { 0, 1, 2, 3, 4, 5 }, "of training and validation rows")]
    [InlineData(new[] { 0, 1, 2, 3, 6, 7 }, "of training and test rows")]
    [InlineData(new[] { 4, 5 }, "of the validation rows")]
    [InlineData(new[] { 6, 7 }, "of the test rows")]
    [InlineData(new[] { 0, 5 }, "not those of the training rows")]
    public void Fit_ScalerOfOtherRows_IsNamed(int[] fitted, string? problem)
    {
        double[] values = [6, 5, 8, 7, 1, 2, 19, 20];
        Tensor features = Tensor.From(values, 8, 1);
        Tensor rows = Tensor.From([.. fitted.Select(row => values[row])], fitted.Length, 1);
        foreach (Scaler scaler in (Scaler[])[StandardScaler.Fit(rows), MinMaxScaler.Fit(rows), RobustScaler.Fit(rows), LogScaler.Fit(rows)])
        {
            IReadOnlyList<Leak> found = LeakageCheck.Fit(scaler, features, Split);

            Assert.Equal(problem is null ? 0 : 1, found.Count);
            Assert.All(found, leak => Assert.Contains(problem!, leak.Message, StringComparison.Ordinal));
            Assert.All(found, leak => Assert.Equal(LeakKind.FittedOutsideTraining, leak.Kind));
        }
    }

    [Fact]
    public void Fit_PreprocessorOfAllRows_NamesTheParts()
    {
        Table table = new(new TableColumn("x", [1.0, 2, 3, 4, 5, 6, 7, 8]));

        Assert.Empty(LeakageCheck.Fit(TablePreprocessor.Fit(table.Take(Split.Train)), Split));
        IReadOnlyList<Leak> found = LeakageCheck.Fit(TablePreprocessor.Fit(table), Split);
        Assert.Equal(2, found.Count);
        Assert.Contains("2 of the 2 rows of validation, row 4 first", found[0].Message, StringComparison.Ordinal);
        Assert.Equal([6, 7], found[1].Rows);
    }

    [Fact]
    public void Target_PlantedColumns_AreNamedAndSoundOnesAreNot()
    {
        int[] labels = [.. Enumerable.Range(0, 20).Select(row => row % 2)];
        Table table = new(
            new TableColumn("same", [.. labels.Select(label => label == 1 ? "yes" : "no")]),
            new TableColumn("body", [.. labels.Select(label => label == 1 ? 100 + label : double.NaN)]),
            new TableColumn("score", [.. labels.Select((label, row) => (label * 50.0) + row)]),
            new TableColumn("age", [.. labels.Select((label, row) => (label * 5.0) + row)]),
            new TableColumn("id", [.. labels.Select((_, row) => $"p{row}")]),
            new TableColumn("ward", [.. labels.Select((_, row) => row % 3 == 0 ? null : "a")]));

        IReadOnlyList<Leak> found = LeakageCheck.Target(table, labels);

        Assert.Equal(3, found.Count);
        Assert.StartsWith("The column 'same' has one value for each class", found[0].Message, StringComparison.Ordinal);
        Assert.StartsWith("The column 'body' has one value for each class", found[1].Message, StringComparison.Ordinal);
        Assert.StartsWith("The column 'score' separates the classes at one threshold", found[2].Message, StringComparison.Ordinal);
        Assert.Contains("is missing in every row of one class", Assert.Single(LeakageCheck.Target(new Table(new TableColumn("body", [.. labels.Select((label, row) => label == 1 ? row : double.NaN)])), labels)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => LeakageCheck.Target(table, labels.AsSpan(1)));
    }

    [Fact]
    public void Fit_Imputer_OnAllRowsIsNamedAndOnTrainingRowsIsNot()
    {
        Tensor rows = Tensor.From([1.0, double.NaN, 3, 4, 50, 60, 70, double.NaN], 8, 1), train = rows.Slice(0, 0, 4);

        Leak leak = Assert.Single(LeakageCheck.Fit(Imputer.Fit(rows), rows, Split));

        Assert.Equal(LeakKind.FittedOutsideTraining, leak.Kind);
        Assert.Equal("The figures of Imputer are of all rows, validation and test among them; fit it on the training rows alone.", leak.Message);
        Assert.Empty(LeakageCheck.Fit(Imputer.Fit(train, indicator: true), rows, Split));
        Assert.Empty(LeakageCheck.Fit(Imputer.Fit(train, Imputation.Median), rows, Split));
        Assert.Empty(LeakageCheck.Fit(Imputer.Fit(rows, Imputation.Constant, 7), rows, Split));

        // A figure for a column that no training row has a value in is from elsewhere.
        Tensor unseen = Tensor.From([double.NaN, double.NaN, double.NaN, double.NaN, 50, 60, 70, 80], 8, 1);
        Assert.Contains("of all rows", Assert.Single(LeakageCheck.Fit(Imputer.Fit(unseen), unseen, Split)).Message, StringComparison.Ordinal);
        Assert.Equal("features", Assert.Throws<ArgumentException>(() => LeakageCheck.Fit(Imputer.Fit(rows), Features, Split)).ParamName);
    }

    [Fact]
    public void Fit_Encoders_CategoriesOfOtherRowsAreNamed()
    {
        string?[][] columns = [["a", "b", "a", "b", "c", "a", "d", "a"], ["x", "x", "x", "x", "x", null, "x", "x"]], train = [.. columns.Select(column => column[..4])];

        IReadOnlyList<Leak> oneHot = LeakageCheck.Fit(OneHotEncoder.Fit(columns), columns, Split), ordinal = LeakageCheck.Fit(OrdinalEncoder.Fit(columns), columns, Split);

        Assert.Equal(["OneHotEncoder knows c and 1 more of column 0, which no training row has; fit it on the training rows alone.", "OneHotEncoder knows missing values of column 1, which no training row has; fit it on the training rows alone."], oneHot.Select(leak => leak.Message));
        Assert.Equal([[4, 6], [5]], oneHot.Select(leak => leak.Rows));
        Assert.Equal(2, ordinal.Count);
        Assert.Empty(LeakageCheck.Fit(OneHotEncoder.Fit(train), columns, Split));
        Assert.Empty(LeakageCheck.Fit(OrdinalEncoder.Fit(train, minimumCount: 2), columns, Split));
    }
}
