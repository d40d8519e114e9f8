using System.Text.Json.Nodes;
using Gradus.Learning.Data.Preprocessing;

namespace Gradus.Learning.Data.Tables;

/// <summary>A column of categories: one column of 0 and 1 for each.</summary>
internal sealed class CategoryStep(string name, CategoryEncoder encoder) : ColumnStep(name)
{
    internal const string Kind = "category";

    internal override IReadOnlyList<string> Features => [.. encoder.Names.Select(category => $"{Name}={category}")];

    internal override JsonObject State => new() { ["name"] = Name, ["kind"] = Kind, ["encoder"] = encoder.State };

    internal static CategoryStep Fit(TableColumn column, TablePlan plan)
    {
        ColumnPlan own = plan.Columns.GetValueOrDefault(column.Name, new ColumnPlan());
        return new CategoryStep(column.Name, CategoryEncoder.Fit(column.Texts, own.MinimumCount ?? plan.MinimumCount));
    }

    internal override void Write(TableColumn column, Span<float> values, int first, int width)
    {
        IReadOnlyList<string?> texts = column.Texts;
        for (int row = 0; row < texts.Count; row++)
        {
            int code = encoder.Code(texts[row]);
            if (code != CategoryEncoder.Unknown)
            {
                values[(row * width) + first + code] = 1;
            }
        }
    }
}
