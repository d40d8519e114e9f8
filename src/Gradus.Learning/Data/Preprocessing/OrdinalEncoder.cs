using System.Text.Json.Nodes;
using Gradus.Tensors;

namespace Gradus.Learning.Data.Preprocessing;

/// <summary>Turns columns of categories into whole numbers, as embeddings take them; as scikit-learn's OrdinalEncoder.</summary>
/// <remarks>The order of the numbers is that of the texts and means nothing: a linear layer must not read it as an amount.</remarks>
public sealed class OrdinalEncoder
{
    private readonly CategoryEncoder[] _columns;

    private OrdinalEncoder(CategoryEncoder[] columns) => _columns = columns;

    /// <summary>The categories of each column.</summary>
    public IReadOnlyList<CategoryEncoder> Columns => _columns;

    /// <summary>The fitted categories, from which <see cref="FromState"/> makes the encoder again.</summary>
    public JsonObject State => new() { ["columns"] = new JsonArray([.. _columns.Select(column => column.State)]) };

    /// <summary>Makes an encoder of categories that were kept.</summary>
    /// <param name="state">What <see cref="State"/> gave.</param>
    /// <returns>The same encoder.</returns>
    /// <exception cref="FormatException">It is no state of an encoder.</exception>
    public static OrdinalEncoder FromState(JsonObject state) => new([.. new StateReader(state, "ordinal encoder").Objects("columns").Select(CategoryEncoder.FromState)]);

    /// <summary>Takes the categories of the training rows.</summary>
    /// <param name="columns">The columns, each the values of the training rows; null is missing.</param>
    /// <param name="minimumCount">How often a value must stand to be a category of its own; 1 by default.</param>
    /// <returns>The encoder.</returns>
    public static OrdinalEncoder Fit(IReadOnlyList<IReadOnlyList<string?>> columns, int minimumCount = 1)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return new OrdinalEncoder([.. columns.Select(column => CategoryEncoder.Fit(column, minimumCount))]);
    }

    /// <summary>Encodes rows.</summary>
    /// <param name="columns">As many columns as were fitted, of one length.</param>
    /// <returns>Codes, int64 [N, F]; −1 for what is unknown.</returns>
    /// <exception cref="ArgumentException">There are more or fewer columns, or they differ in length.</exception>
    public Tensor Transform(IReadOnlyList<IReadOnlyList<string?>> columns)
    {
        int rows = CategoryColumns.Rows(columns, _columns.Length, nameof(OrdinalEncoder));
        long[] codes = new long[rows * _columns.Length];
        for (int place = 0; place < codes.Length; place++)
        {
            int column = place % _columns.Length;
            codes[place] = _columns[column].Code(columns[column][place / _columns.Length]);
        }

        return Tensor.From(codes, rows, _columns.Length);
    }
}
