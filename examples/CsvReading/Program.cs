// What is in a table, and how fast is it read? Finds the type of each column, what is missing and how many different values there are. Without a file it reads the census of 1994 (Adult).
//   dotnet run -c Release --project examples/CsvReading -- --file my.csv --header true
using System.Diagnostics;
using Gradus.Examples;
using Gradus.Learning.Data.Csv;
using Gradus.Learning.Data.Named;
using Gradus.Learning.Data.Tables;

return Example.Run(args, ["file=", "header=false", "times=5"], run =>
{
    string path = run["file"].Length > 0 ? run["file"] : DataFolders.FindFile("adult", ["adult-train.csv.gz"]);
    CsvOptions options = new() { HasHeader = run.Flag("header") };
    Table table = Table.From(CsvTable.Read(path, options));
    Console.WriteLine($"{table.RowCount} rows, {table.Columns.Count} columns");
    foreach (TableColumn column in table.Columns)
    {
        int different = column.Texts.Where(text => text is not null).Distinct(StringComparer.Ordinal).Count();
        Console.WriteLine($"{column.Name,-26}{(column.IsNumber ? "numbers" : "texts"),-10}{column.MissingCount,8} missing{different,8} different");
    }

    // From the file, which may be packed, to arrays of numbers and texts; the best of several times, for the first is that of the compiler.
    double best = double.PositiveInfinity;
    for (int time = 0; time < run.Number("times", least: 1); time++)
    {
        long start = Stopwatch.GetTimestamp();
        Table again = Table.From(CsvTable.Read(path, options));
        best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds / again.RowCount);
    }

    Example.Tell("thousand rows a second", 1e-3 / best);
});
