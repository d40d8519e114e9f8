using System.Globalization;
using System.IO.Compression;
using System.Text;
using Gradus.Learning.Data.Csv;
using Gradus.Tensors;
using Gradus.Testing;

namespace Gradus.Learning.Tests.Data.Csv;

public sealed class CsvTableTests
{
    [Fact]
    public void Parse_PlainTable_TypesItsColumns()
    {
        CsvTable table = CsvTable.Parse("age,sex,risk\n61,f,0.25\n48,m,1e-2\n");

        Assert.Equal(2, table.RowCount);
        Assert.Equal(["age", "sex", "risk"], table.Columns.Select(column => column.Name));
        Assert.Equal([CsvType.Number, CsvType.Text, CsvType.Number], table.Columns.Select(column => column.Type));
        Assert.True(table["risk"].Numbers() is [0.25, 0.01]);
        Assert.True(table["age"].Integers() is [61, 48]);
        Assert.True(table["sex"].Texts() is ["f", "m"]);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Parse_AnyLineEnd_SameTable(string end)
    {
        CsvTable table = CsvTable.Parse($"a,b{end}1,x{end}{end}2,\"y{end}z\"{end}3,w");

        Assert.Equal(3, table.RowCount);
        Assert.Equal($"y{end}z", table["b"].Text(1));
        Assert.Equal([2, 4, 6], Enumerable.Range(0, 3).Select(table.LineOf));
    }

    [Fact]
    public void Parse_Quotes_HoldDelimitersAndQuotes()
    {
        CsvTable table = CsvTable.Parse("name,note\n \"Doe, Jane\" ,\"said \"\"no\"\"\"\nplain,5\" tube\n\"\",\" kept \"\n");

        Assert.Equal("Doe, Jane", table["name"].Text(0));
        Assert.Equal("said \"no\"", table["note"].Text(0));
        Assert.Equal("5\" tube", table["note"].Text(1));
        Assert.True(table["name"].IsMissing(2));
        Assert.Equal(" kept ", table["note"].Text(2));
    }

    [Fact]
    public void Parse_MissingValues_AreNullAndNaN()
    {
        CsvTable table = CsvTable.Parse("x\n1\nNA\n ? \nnan\n5\n");

        Assert.Equal(3, table["x"].MissingCount);
        Assert.Null(table["x"].Number(1));
        Assert.True(double.IsNaN(table["x"].Numbers()[2]));
        Assert.Equal(5, table["x"].Number(4));
    }

    [Fact]
    public void Parse_BadCells_AreAllNamed()
    {
        CsvOptions options = new() { Types = new Dictionary<string, CsvType> { ["age"] = CsvType.Integer, ["dose"] = CsvType.Number } };

        CsvException error = Assert.Throws<CsvException>(() => CsvTable.Parse("age,dose\n61,1\n6l,2\n\"4\n8\",12 mg\n70.5,inf\n", "ward.csv", options));

        Assert.Equal(5, error.Total);
        Assert.Equal(
            [("ward.csv", 3, "age", "6l"), ("ward.csv", 4, "age", "4 8"), ("ward.csv", 4, "dose", "12 mg"), ("ward.csv", 6, "age", "70.5"), ("ward.csv", 6, "dose", "inf")],
            error.Errors.Select(entry => (entry.Source, entry.Line, entry.Column!, entry.Value!)));
        Assert.StartsWith("ward.csv, line 3, column 'age': '6l' is no whole number", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_BadCellsAllowed_AreMissingAndListed()
    {
        CsvOptions options = new() { BadCellsAreMissing = true, Types = new Dictionary<string, CsvType> { ["x"] = CsvType.Number } };

        CsvTable table = CsvTable.Parse("x\n1\noops\n", "text", options);

        Assert.True(table["x"].IsMissing(1));
        Assert.Equal(3, Assert.Single(table.Errors).Line);
    }

    [Fact]
    public void Numbers_OfTextColumn_NamesTheCellsInTheWay()
    {
        CsvTable table = CsvTable.Parse("x\n1\ntwo\n3\n");

        CsvException error = Assert.Throws<CsvException>(() => table["x"].Numbers());

        Assert.Equal((3, "two"), (Assert.Single(error.Errors).Line, error.Errors[0].Value));
    }

    [Fact]
    public void Integers_MissingAndFraction_AreNamed()
    {
        CsvTable table = CsvTable.Parse("y\n1\n\"\"\n0.5\n");

        CsvException error = Assert.Throws<CsvException>(() => table["y"].Integers());

        Assert.Equal([3, 4], error.Errors.Select(entry => entry.Line));
    }

    [Theory]
    [InlineData("", 1, "empty")]
    [InlineData("a,b\n1,2\n3\n", 3, "1 cells for 2 columns")]
    [InlineData("a,b\n1,2,3\n", 2, "3 cells for 2 columns")]
    [InlineData("a\n1\n\"open\n2\n", 3, "never closed")]
    [InlineData("a\n\"x\"y\n", 2, "'y' follows a closing quote")]
    [InlineData("a,a\n1,2\n", 1, "names two columns")]
    [InlineData("a\n1\n\0\n", 3, "binary")]
    public void Parse_BrokenTable_NamesLineAndProblem(string text, int line, string problem)
    {
        CsvException error = Assert.Throws<CsvException>(() => CsvTable.Parse(text));

        Assert.Equal(line, error.Errors[0].Line);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_DeclaredColumnAbsent_NamesThoseThereAre()
    {
        CsvOptions options = new() { Types = new Dictionary<string, CsvType> { ["aeg"] = CsvType.Number } };

        CsvException error = Assert.Throws<CsvException>(() => CsvTable.Parse("age,sex\n1,f\n", "text", options));

        Assert.Contains("which has 'age', 'sex'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Indexer_UnknownColumn_NamesThoseThereAre()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => CsvTable.Parse("age\n1\n")["sex"]);

        Assert.Contains("it has 'age'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_ManyFaults_ListsSomeAndCountsAll()
    {
        CsvException error = Assert.Throws<CsvException>(() => CsvTable.Parse("a,b\n" + string.Concat(Enumerable.Repeat("1\n", 500)), "text", new CsvOptions { MostErrors = 20 }));

        Assert.Equal((20, 500), (error.Errors.Count, error.Total));
        Assert.EndsWith("and 490 more", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_NoHeaderAndTabs_NumbersTheColumns()
    {
        CsvTable table = CsvTable.Parse("1\t\t3\n4\t5\t6\n", "text", new CsvOptions { HasHeader = false, Delimiter = '\t' });

        Assert.Equal(["c1", "c2", "c3"], table.Columns.Select(column => column.Name));
        Assert.True(table["c2"].IsMissing(0));
        Assert.Equal(6, table["c3"].Number(1));
    }

    [Fact]
    public void Parse_HeaderEndsWithDelimiter_IsForgiven()
    {
        CsvTable table = CsvTable.Parse("\uFEFFid,x,\n1,2\n");

        Assert.Equal(["id", "x"], table.Columns.Select(column => column.Name));
    }

    [Fact]
    public void ToTensor_NumberColumns_StandSideBySide()
    {
        CsvTable table = CsvTable.Parse("a,b,c\n1,x,2\n3,y,4\n");

        Tensor tensor = table.ToTensor(["c", "a"]);

        Assert.True(tensor.Shape.SequenceEqual([2, 2]));
        Assert.Equal([2f, 1f, 4f, 3f], tensor.ToArray<float>());
    }

    [Fact]
    public void ToTensor_MissingValues_AreAllNamed()
    {
        CsvException error = Assert.Throws<CsvException>(() => CsvTable.Parse("a,b\n1,NA\n,2\n").ToTensor(["a", "b"]));

        Assert.Equal([(2, "b"), (3, "a")], error.Errors.Select(entry => (entry.Line, entry.Column!)));
    }

    [Fact]
    public void Parse_RandomNumbers_AreTheNearestDoubles()
    {
        Rng rng = new(21);
        string[] cells = [.. Enumerable.Range(0, 20_000).Select(_ => Number(rng))];

        double[] numbers = CsvTable.Parse("x\n" + string.Join('\n', cells))["x"].Numbers();

        for (int row = 0; row < cells.Length; row++)
        {
            double expected = double.Parse(cells[row], NumberStyles.Float, CultureInfo.InvariantCulture);
            Assert.True(BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(numbers[row]), $"{cells[row]} was read as {numbers[row]:R}");
        }
    }

    [Theory]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("-.")]
    [InlineData("1.2.3")]
    [InlineData("1-2")]
    [InlineData("1e999")]
    public void Parse_AlmostNumbers_AreText(string cell) => Assert.Equal(CsvType.Text, CsvTable.Parse($"x\n{cell}\n")["x"].Type);

    [Fact]
    public void Parse_MergedDelimiters_CountAsOne()
    {
        CsvTable table = CsvTable.Parse("  1.0   2  3 \n\n4 5 6\n   7 8     9", "text", new CsvOptions { HasHeader = false, Delimiter = ' ', MergeDelimiters = true });

        Assert.Equal(3, table.Columns.Count);
        Assert.Equal([1.0, 4, 7], table["c1"].Numbers());
        Assert.Equal([3.0, 6, 9], table["c3"].Numbers());
    }

    [Fact]
    public void Parse_NamesGiven_AreThoseOfTheColumns()
    {
        CsvOptions options = new() { HasHeader = false, Names = ["age", "sex"], Types = new Dictionary<string, CsvType> { ["sex"] = CsvType.Text } };

        Assert.Equal("1", CsvTable.Parse("61,1\n", "text", options)["sex"].Text(0));
        Assert.Contains("3 cells for 2 columns", Assert.Throws<CsvException>(() => CsvTable.Parse("1,2,3\n", "text", options)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('"')]
    [InlineData('\n')]
    [InlineData('¦')]
    public void Parse_ImpossibleDelimiter_IsRefused(char delimiter) =>
        Assert.Contains($"U+{(int)delimiter:X4}", Assert.Throws<ArgumentException>(() => CsvTable.Parse("a", "text", new CsvOptions { Delimiter = delimiter })).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_LettersOutsideAscii_StayAndAreMissingWhereToldSo()
    {
        CsvTable table = CsvTable.Parse("ä,b\nÉ \"x\"\"y\" ,ß\n\u00A0na\u00A0,Ünbekannt\n", "text", new CsvOptions { Missing = ["NA", "ünbekannt"] });

        Assert.Equal("É \"x\"\"y\"", table["ä"].Text(0));
        Assert.Equal("ß", table["b"].Text(0));
        Assert.Equal((1, 1), (table["ä"].MissingCount, table["b"].MissingCount));
    }

    [Fact]
    public void Parse_HalfASurrogatePair_SaysSo() =>
        Assert.Contains("half a surrogate pair", Assert.Throws<CsvException>(() => CsvTable.Parse("a\n\uD800\n")).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_PackedAndUtf16_GiveTheSameTable()
    {
        using TemporaryFolder folder = new();
        string packed = Path.Combine(folder.Path, "t.csv.gz"), wide = Path.Combine(folder.Path, "t.csv");
        File.WriteAllText(wide, "a,b\n1,ö\n", Encoding.Unicode);
        using (GZipStream zip = new(File.Create(packed), CompressionLevel.Optimal))
        {
            zip.Write("a,b\n1,ö\n"u8);
        }

        Assert.Equal("ö", CsvTable.Read(packed)["b"].Text(0));
        Assert.Equal("ö", CsvTable.Read(wide)["b"].Text(0));
    }

    [Fact]
    public void Parse_HeaderAlone_HasNoRows() => Assert.Equal(0, CsvTable.Parse("a,b\n").RowCount);

    [Fact]
    public void IsMissing_NoSuchRow_IsRefused()
    {
        CsvColumn column = CsvTable.Parse("a\n1\n")["a"];

        Assert.Throws<ArgumentOutOfRangeException>(() => column.IsMissing(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => column.Text(-1));
    }

    [Fact]
    public async Task Read_BrokenUtf8_SaysSo()
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "latin.csv");
        await File.WriteAllBytesAsync(path, Encoding.Latin1.GetBytes("name\nMüller\n"), TestContext.Current.CancellationToken);

        CsvException error = Assert.Throws<CsvException>(() => CsvTable.Read(path));
        CsvTable table = CsvTable.Read(path, new CsvOptions { Encoding = Encoding.Latin1 });

        Assert.Contains("not utf-8", error.Message, StringComparison.Ordinal);
        Assert.Equal("Müller", table["name"].Text(0));
    }

    // Numbers as tables hold them, and some that are longer than a short way of reading them can bear.
    private static string Number(Rng rng)
    {
        string digits = string.Concat(Enumerable.Range(0, 1 + rng.NextInt(19)).Select(_ => (char)('0' + rng.NextInt(10))));
        int point = rng.NextInt(digits.Length + 1);
        string number = rng.NextInt(3) == 0 ? digits : digits.Insert(point, ".");
        return (rng.NextInt(3) == 0 ? "-" : "") + number + (rng.NextInt(5) == 0 ? $"e{rng.NextInt(40) - 20}" : "");
    }
}
