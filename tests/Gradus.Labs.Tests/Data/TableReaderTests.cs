using Gradus.Labs.Data;
using Gradus.Learning.Data.Csv;
using Gradus.Testing;

namespace Gradus.Labs.Tests.Data;

public sealed class TableReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Read_NumbersAndTarget_GivesRowsInOrder()
    {
        LabTable table = Write("age,ill,weight\n" + string.Concat(Enumerable.Range(0, 30).Select(row => $"{row},{(row % 3 == 0 ? "yes" : "no")},{(row == 4 ? "" : row * 0.5)}\n")));

        LabelledRows rows = TableReader.Read(table);

        Assert.Equal(30, rows.Count);
        Assert.Equal(2, rows.Features);
        Assert.Equal([1, 0, 0, 1], rows.Labels[..4]);
        Assert.Equal([3f, 1.5f, 4f, float.NaN], rows.Inputs[6..10]);
    }

    [Fact]
    public void Read_NoSuchAnswer_NamesWhatTheColumnHolds()
    {
        LabTable table = Write("age,ill\n" + string.Concat(Enumerable.Repeat("1,Y\n2,N\n", 12))) with { Positive = "yes" };

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => TableReader.Read(table));

        Assert.Contains("'Y' 12 times", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TextColumn_NamesLineAndColumn()
    {
        LabTable table = Write("age,ill\n" + string.Concat(Enumerable.Repeat("1,yes\n2,no\n", 12)) + "old,no\n");

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => TableReader.Read(table));

        CsvException all = Assert.IsType<CsvException>(error.InnerException);
        Assert.Equal(("age", 26), (all.Errors[0].Column, all.Errors[0].Line));
        Assert.Equal(all.Errors[0].ToString(), error.Message);
    }

    [Fact]
    public void Read_DamagedPackedFile_IsNoReadableInput()
    {
        LabTable table = Write("");
        File.WriteAllBytes(table.Path, [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xFF, 0xFF, 0xFF]);

        Assert.Contains("gzip", Assert.Throws<InvalidDataException>(() => TableReader.Read(table)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoSuchTarget_Throws() =>
        Assert.Throws<InvalidDataException>(() => TableReader.Read(Write("age,ill\n1,yes\n") with { Target = "sick" }));

    public void Dispose() => _folder.Dispose();

    private LabTable Write(string text)
    {
        string path = _folder.Combine("table.csv");
        File.WriteAllText(path, text);
        return new LabTable(path, "ill", "yes");
    }
}
