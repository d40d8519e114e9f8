using System.Text.Json.Nodes;
using Gradus.Tensors;

namespace Gradus.Learning.Data.Preprocessing;

/// <summary>Turns each column of categories into one column of 0 and 1 for each category; as scikit-learn's OneHotEncoder, unknown values without a 1.</summary>
public sealed class OneHotEncoder
{
    private readonly CategoryEncoder[] _columns;

    private OneHotEncoder(CategoryEncoder[] columns) => _columns = columns;

    /// <summary>The categories of each column.</summary>
    public IReadOnlyList<CategoryEncoder> Columns => _columns;

    /// <summary>The columns of the result.</summary>
    public int Width => _columns.Sum(column => column.Count);

    /// <summary>The fitted categories, from which <see cref="FromState"/> makes the encoder again.</summary>
    public JsonObject State => new() { ["columns"] = new JsonArray([.. _columns.Select(column => column.State)]) };

    /// <summary>Makes an encoder of categories that were kept.</summary>
    /// <param name="state">What <see cref="State"/> gave.</param>
    /// <returns>The same encoder.</returns>
    /// <exception cref="FormatException">It is no state of an encoder.</exception>
    public static OneHotEncoder FromState(JsonObject state) => new([.. new StateReader(state, "one-hot encoder").Objects("columns").Select(CategoryEncoder.FromState)]);

    /// <summary>Takes the categories of the training rows.</summary>
    /// <param name="columns">The columns, each the values of the training rows; null is missing.</param>
    /// <param name="minimumCount">How often a value must stand to be a category of its own; 1 by default.</param>
    /// <returns>The encoder.</returns>
    public static OneHotEncoder Fit(IReadOnlyList<IReadOnlyList<string?>> columns, int minimumCount = 1)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return new OneHotEncoder([.. columns.Select(column => CategoryEncoder.Fit(column, minimumCount))]);
    }

    /// <summary>Encodes rows.</summary>
    /// <param name="columns">As many columns as were fitted, of one length.</param>
    /// <returns>float32 [N, <see cref="Width"/>].</returns>
    /// <exception cref="ArgumentException">There are more or fewer columns, or they differ in length.</exception>
    public Tensor Transform(IReadOnlyList<IReadOnlyList<string?>> columns)
    {
        int rows = CategoryColumns.Rows(columns, _columns.Length, nameof(OneHotEncoder));
        int width = Width;
        float[] values = new float[rows * width];
        int first = 0;
        for (int column = 0; column < _columns.Length; column++)
        {
            for (int row = 0; row < rows; row++)
            {
                int code = _columns[column].Code(columns[column][row]);
                if (code != CategoryEncoder.Unknown)
                {
                    values[(row * width) + first + code] = 1;
                }
            }

            first += _columns[column].Count;
        }

        return Tensor.From(values, rows, width);
    }
}
