using Gradus.Tensors;

namespace Gradus.Learning.Data.Preprocessing;

/// <summary>Rows and columns of a tensor in double precision.</summary>
internal sealed class ColumnTable
{
    private readonly double[] _values;
    private readonly DType _dtype;

    /// <summary>Looks at a tensor.</summary>
    /// <exception cref="ArgumentException">It is no [N, F] of float32 or float64 with a row.</exception>
    internal ColumnTable(Tensor features, string what)
    {
        ArgumentNullException.ThrowIfNull(features);
        if (features.Rank != 2 || features.Shape[0] == 0 || !features.DType.IsFloatingPoint())
        {
            throw new ArgumentException($"{what} got {features.DType} [{string.Join(", ", features.Shape.ToArray())}]; it needs rows and columns [N, F] of Float32 or Float64.", nameof(features));
        }

        _values = features.ToArray<double>();
        _dtype = features.DType;
        Rows = features.Shape[0];
        Columns = features.Shape[1];
    }

    /// <summary>Takes rows of numbers.</summary>
    internal ColumnTable(double[] values, int columns) => (_values, Rows, Columns, _dtype) = (values, values.Length / columns, columns, DType.Float64);

    internal int Rows { get; }

    internal int Columns { get; }

    internal double this[int row, int column] => _values[(row * Columns) + column];

    /// <summary>Some of the rows.</summary>
    internal ColumnTable Take(ReadOnlySpan<int> rows)
    {
        double[] taken = new double[rows.Length * Columns];
        for (int place = 0; place < rows.Length; place++)
        {
            _values.AsSpan(rows[place] * Columns, Columns).CopyTo(taken.AsSpan(place * Columns));
        }

        return new ColumnTable(taken, Columns);
    }

    /// <summary>The values of a column that are present.</summary>
    internal double[] Present(int column)
    {
        List<double> present = new(Rows);
        for (int row = 0; row < Rows; row++)
        {
            double value = this[row, column];
            if (!double.IsNaN(value))
            {
                present.Add(value);
            }
        }

        return [.. present];
    }

    /// <summary>The values of a column, all of which must be finite.</summary>
    /// <exception cref="ArgumentException">One is not; its place is named.</exception>
    internal double[] Finite(int column, string what)
    {
        double[] values = new double[Rows];
        for (int row = 0; row < Rows; row++)
        {
            values[row] = this[row, column];
            if (!double.IsFinite(values[row]))
            {
                throw new ArgumentException($"{what} got {values[row]} in row {row}, column {column}; fill or drop missing values first.", "features");
            }
        }

        return values;
    }

    /// <summary>Each value mapped by its column, in the element type that the rows came in.</summary>
    internal Tensor Map(Func<double, int, double> map)
    {
        double[] mapped = new double[_values.Length];
        for (int place = 0; place < mapped.Length; place++)
        {
            mapped[place] = map(_values[place], place % Columns);
        }

        return ToTensor(mapped, Columns);
    }

    /// <summary>Rows of numbers in the element type that these came in.</summary>
    internal Tensor ToTensor(double[] values, int columns) => Tensor.From(values, Rows, columns).To(_dtype);
}
