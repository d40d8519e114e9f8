using System.Text.Json.Nodes;
using Gradus.Learning.Data.Preprocessing;

namespace Gradus.Learning.Data.Tables;

/// <summary>What becomes of one column, with the figures of the training rows.</summary>
internal abstract class ColumnStep(string name)
{
    internal string Name { get; } = name;

    /// <summary>What each column of the result is called.</summary>
    internal abstract IReadOnlyList<string> Features { get; }

    internal abstract JsonObject State { get; }

    /// <summary>Writes the values of a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="values">The rows of the result.</param>
    /// <param name="first">The first column that is this step's.</param>
    /// <param name="width">The columns of the result.</param>
    internal abstract void Write(TableColumn column, Span<float> values, int first, int width);

    internal static ColumnStep FromState(JsonObject state)
    {
        StateReader reader = new(state, "column");
        string name = reader.Text("name");
        return reader.Text("kind") switch
        {
            NumberStep.Kind => new NumberStep(name, Imputer.FromState(reader.Object("imputer") ?? throw reader.Fault("imputer", "it is null.")), reader.Object("scaler") is { } scaler ? Scaler.FromState(scaler) : null),
            CategoryStep.Kind => new CategoryStep(name, CategoryEncoder.FromState(reader.Object("encoder") ?? throw reader.Fault("encoder", "it is null."))),
            string other => throw reader.Fault("kind", $"'{other}' is no kind of column."),
        };
    }
}
