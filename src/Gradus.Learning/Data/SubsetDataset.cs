namespace Gradus.Learning.Data;

/// <summary>Some rows of another set, without a copy.</summary>
internal sealed class SubsetDataset : Dataset
{
    private readonly Dataset _whole;
    private readonly int[] _rows;

    internal SubsetDataset(Dataset whole, ReadOnlySpan<int> rows)
    {
        _whole = whole;
        _rows = rows.ToArray();
        foreach (int row in rows)
        {
            if ((uint)row >= (uint)whole.Count)
            {
                throw new ArgumentOutOfRangeException(nameof(rows), row, $"There is no row {row}; the data set has {whole.Count} rows, numbered from 0.");
            }
        }
    }

    public override int Count => _rows.Length;

    internal override int Origin(int row) => _whole.Origin(_rows[row]);

    public override Batch Take(ReadOnlySpan<int> rows)
    {
        int[] mapped = new int[rows.Length];
        for (int place = 0; place < rows.Length; place++)
        {
            Demand(rows[place]);
            mapped[place] = _rows[rows[place]];
        }

        return _whole.Take(mapped);
    }
}
