using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Gradus.Hosting.Exchange.Anki;

/// <summary>Reads the tables of a foreign SQLite file: checked before it is read, every text strict, every run bounded.</summary>
internal sealed class AnkiRows : IDisposable
{
    // Steps of the database engine between two checks, and the most checks: some 10,000 steps for every row that may come.
    private const int StepsBetween = 100_000;
    private const int MostChecks = 20_000;

    private const int LongestField = 16 * 1024 * 1024;

    private static readonly string[] Tables = ["col", "notes", "cards", "revlog"];

    private readonly HashSet<string> _tables = new(StringComparer.OrdinalIgnoreCase);

    private readonly SqliteConnection _connection;
    private readonly string _source;
    private int _checks;

    /// <summary>Opens a file and checks that it holds plain tables and nothing that runs.</summary>
    public AnkiRows(string path, string source)
    {
        _source = source;
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            _connection.Open();
            // Anki's own order of names, by which newer collections index them; nothing here relies on an order.
            _connection.CreateCollation("unicase", (one, other) => string.Compare(one, other, StringComparison.OrdinalIgnoreCase));
            raw.sqlite3_progress_handler(_connection.Handle, StepsBetween, _ => ++_checks > MostChecks ? 1 : 0, null);
            Execute("PRAGMA trusted_schema = OFF");
            Execute("PRAGMA cell_size_check = ON");
            Check();
        }
        catch (SqliteException error)
        {
            _connection.Dispose();
            throw Damaged(error);
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    /// <summary>Whether the collection has a table.</summary>
    public bool Has(string table) => _tables.Contains(table);

    /// <summary>The rows of a table; columns that hold another type than is wanted are refused.</summary>
    /// <param name="table">One of the collection's tables.</param>
    /// <param name="limit">The most rows.</param>
    /// <param name="wholes">Columns of whole numbers.</param>
    /// <param name="texts">Columns of text.</param>
    /// <param name="bytes">Columns of bytes.</param>
    public IEnumerable<AnkiRow> Read(string table, int limit, string[] wholes, string[] texts, params string[] bytes)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", [.. wholes.Select(name => $"\"{name}\""), .. texts.Concat(bytes).Select(name => $"CAST(\"{name}\" AS BLOB)")])} FROM \"{table}\"";
        using SqliteDataReader reader = Guarded(() => command.ExecuteReader());
        int count = 0;
        while (Guarded(reader.Read))
        {
            if (++count > limit)
            {
                throw new ImportException(_source, $"the collection has more than {limit} rows in {table}.");
            }

            string place = $"row {count} of {table}";
            yield return Guarded(() => new AnkiRow(
                place,
                [.. wholes.Select((name, i) => reader.GetFieldType(i) == typeof(long) && !reader.IsDBNull(i) ? reader.GetInt64(i) : throw new ImportException(_source, $"{place} has no whole number in {name}."))],
                [.. texts.Select((name, i) => StrictUtf8.Decode(Bytes(reader, wholes.Length + i, $"{place}, {name},"), _source, $"{place}, {name},"))],
                [.. bytes.Select((name, i) => Bytes(reader, wholes.Length + texts.Length + i, $"{place}, {name},"))]));
        }
    }

    public void Dispose() => _connection.Dispose();

    private byte[] Bytes(SqliteDataReader reader, int column, string place)
    {
        byte[] bytes = reader.IsDBNull(column) ? [] : reader.GetFieldValue<byte[]>(column);
        return bytes.Length <= LongestField ? bytes : throw new ImportException(_source, $"{place} holds {bytes.Length} bytes.");
    }

    private void Check()
    {
        using (SqliteCommand command = _connection.CreateCommand())
        {
            command.CommandText = "SELECT type, name, sql FROM sqlite_master";
            using SqliteDataReader reader = command.ExecuteReader();
            while (reader.Read())
            {
                string type = reader.GetString(0);
                string name = reader.GetString(1);
                string sql = reader.IsDBNull(2) ? "" : reader.GetString(2);
                if (type is "trigger" or "view" || (type == "table" && !sql.StartsWith("CREATE TABLE", StringComparison.OrdinalIgnoreCase)))
                {
                    throw new ImportException(_source, $"the collection holds a {(type == "table" ? "virtual table" : type)}, which no collection of Anki's does.");
                }

                if (type == "table")
                {
                    _tables.Add(name);
                }
            }

            if (Tables.FirstOrDefault(table => !Has(table)) is { } missing)
            {
                throw new ImportException(_source, $"the collection has no table {missing}, so it is none of Anki's.");
            }
        }

        foreach (string table in Tables.Concat(AnkiSchema.NewerTables.Where(Has)))
        {
            using SqliteCommand command = _connection.CreateCommand();
            command.CommandText = $"SELECT count(*) FROM pragma_table_xinfo('{table}') WHERE hidden > 0";
            if ((long)command.ExecuteScalar()! > 0)
            {
                throw new ImportException(_source, $"the table {table} computes columns, which no collection of Anki's does.");
            }
        }

        using SqliteCommand quick = _connection.CreateCommand();
        quick.CommandText = "PRAGMA quick_check(1)";
        if (quick.ExecuteScalar() is not "ok")
        {
            throw new ImportException(_source, "the collection's database is damaged.");
        }
    }

    private void Execute(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException error)
        {
            throw Damaged(error);
        }
    }

    private ImportException Damaged(SqliteException error) => new(
        _source,
        error.SqliteErrorCode == 9 ? "the collection takes too long to read." : $"the collection is no database of Anki's, or a damaged one ({error.Message.ReplaceLineEndings(" ").TrimEnd('.')}).",
        error);
}
