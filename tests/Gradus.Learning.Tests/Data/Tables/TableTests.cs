using Gradus.Learning.Data.Csv;
using Gradus.Learning.Data.Generated;
using Gradus.Learning.Data.Tables;

namespace Gradus.Learning.Tests.Data.Tables;

public sealed class TableTests
{
    private static readonly Table Patients = Table.From(CsvTable.Parse("age,sex,bp\n61,f,0\n48,m,120\n,f,130\n70,,0\n"));

    [Fact]
    public void From_Csv_KeepsNumbersTextsAndWhatIsMissing()
    {
        Assert.Equal(4, Patients.RowCount);
        Assert.Equal([61, 48, double.NaN, 70], Patients["age"].Numbers);
        Assert.Equal(["f", "m", "f", null], Patients["sex"].Texts);
        Assert.Equal(["61", "48", null, "70"], Patients["age"].Texts);
        Assert.Equal((1, 1, 0), (Patients["age"].MissingCount, Patients["sex"].MissingCount, Patients["bp"].MissingCount));
    }

    [Fact]
    public void Take_OfTake_RemembersTheFirstRows()
    {
        Table taken = Patients.Take([3, 1, 0]).Take([0, 2, 2]);

        Assert.Equal([3, 0, 0], taken.Origins);
        Assert.Equal([70.0, 61, 61], taken["age"].Numbers);
        Assert.Throws<ArgumentOutOfRangeException>(() => Patients.Take([4]));
    }

    [Fact]
    public void MarkMissing_Zeros_BecomeNaN()
    {
        Assert.Equal([double.NaN, 120, 130, double.NaN], Patients.MarkMissing(0, "bp")["bp"].Numbers);
        Assert.Throws<InvalidOperationException>(() => Patients.MarkMissing(0, "sex"));
    }

    [Fact]
    public void Without_Columns_KeepsTheOthers()
    {
        Assert.Equal(["age"], Patients.Without("sex", "bp").Columns.Select(column => column.Name));
        Assert.Contains("'age', 'sex', 'bp'", Assert.Throws<ArgumentException>(() => Patients.Without("weight")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_AndClasses_NameWhatIsThere()
    {
        TableColumn outcome = new("y", ["no", "yes", "no"]);
        TableColumn stage = new("s", [10.0, 2, 10]);

        Assert.Equal([0, 1, 0], outcome.Labels("yes"));
        Assert.Equal([1, 0, 1], stage.Labels("10"));
        Assert.Equal([1, 0, 1], stage.Classes(out IReadOnlyList<string> classes));
        Assert.Equal(["2", "10"], classes);
        Assert.Contains("'no', 'yes'", Assert.Throws<ArgumentException>(() => outcome.Labels("1")).Message, StringComparison.Ordinal);
        Assert.Contains("missing in row 3", Assert.Throws<ArgumentException>(() => Patients["sex"].Labels("f")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Patients["sex"].Classes(out _));
    }

    [Fact]
    public void From_Generated_HasOneColumnAFeature()
    {
        GeneratedRows rows = new Xor().Generate(1);

        Table table = Table.From(rows);

        Assert.Equal(["x1", "x2"], table.Columns.Select(column => column.Name));
        Assert.Equal([0.0, 1, 0, 1], table["x2"].Numbers);
    }

    [Fact]
    public void Constructor_UnequalColumns_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new Table(new TableColumn("a", [1.0]), new TableColumn("b", [1.0, 2])));
        Assert.Throws<ArgumentException>(() => new Table(new TableColumn("a", [1.0]), new TableColumn("a", [2.0])));
        Assert.Throws<ArgumentException>(() => new Table());
    }
}
