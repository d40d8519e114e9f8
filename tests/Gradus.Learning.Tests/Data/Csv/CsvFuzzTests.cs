using System.Text;
using Gradus.Learning.Data.Csv;
using Gradus.Learning.Tests.Data.Files;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Data.Csv;

/// <summary>Tables broken at random, as text and as bytes: read, or refused with a typed fault; nothing else may happen.</summary>
public sealed class CsvFuzzTests(ITestOutputHelper output)
{
    private const string Letters = ",,,\"\"\n\r\t 019.-eExNA?\0\uFEFF\uD800é";
    private const string Sound = "id,age,\"na\"\"me\",dose\r\n1,61,\"Doe, J\",0.5\r\n2,,\"two\nlines\",NA\r\n3,48,x,1e-3\r\n";

    [Fact]
    public void Parse_MutatedTables_AreReadOrRefused() => Mutate(3_000, seed: 1);

    [Fact]
    [Trait("Category", "Long")]
    public void Parse_HundredThousandMutatedTables_AreReadOrRefused() => Mutate(100_000, seed: 2);

    private void Mutate(int rounds, ulong seed)
    {
        Rng rng = new(seed);
        CsvOptions strict = new() { Types = new Dictionary<string, CsvType> { ["id"] = CsvType.Integer, ["dose"] = CsvType.Number } };
        CsvOptions[] options = [strict, strict with { BadCellsAreMissing = true }, new() { MergeDelimiters = true }, new() { HasHeader = false, Delimiter = '\t' }];
        (int read, int refused) = (0, 0);
        for (int round = 0; round < rounds; round++)
        {
            CsvOptions how = options[rng.NextInt(options.Length)];
            string text = Mutated(rng);
            byte[]? bytes = rng.NextInt(2) == 0 ? FormatFuzz.Mutated(rng, Encoding.UTF8.GetBytes(Sound)) : null;
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                CsvTable table = bytes is null ? CsvTable.Parse(text, "fuzz", how) : CsvTable.Parse(bytes, "fuzz", how);
                Assert.All(table.Columns, column => Assert.Equal(table.RowCount, column.Count));
                Assert.All(table.Columns, column => Assert.Equal(column.MissingCount, column.Texts().Count(value => value is null)));
                read++;
            }
            catch (CsvException error)
            {
                Assert.NotEmpty(error.Errors);
                Assert.All(error.Errors, entry => Assert.InRange(entry.Line, 1, (bytes?.Length ?? text.Length) + 1));
                refused++;
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"seed {seed}, round {round}: {Convert.ToBase64String(bytes ?? Encoding.Unicode.GetBytes(text))}", error);
            }

            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated < 4 << 20, $"seed {seed}, round {round}: {allocated} bytes were allocated for a table of about {Sound.Length}");
        }

        output.WriteLine($"seed {seed}: {read} read, {refused} refused");
        Assert.True(read > rounds / 100 && refused > rounds / 100, $"seed {seed}: {read} read, {refused} refused");
    }

    private static string Mutated(Rng rng)
    {
        StringBuilder text = new(Sound);
        for (int edits = rng.NextInt(4) + 1; edits > 0; edits--)
        {
            int place = rng.NextInt(text.Length);
            switch (rng.NextInt(3))
            {
                case 0: text[place] = Letters[rng.NextInt(Letters.Length)]; break;
                case 1: text.Insert(place, Letters[rng.NextInt(Letters.Length)]); break;
                default: text.Remove(place, Math.Min(rng.NextInt(6) + 1, text.Length - place)); break;
            }
        }

        return text.ToString();
    }
}
