using System.Text.Json;
using System.Text.Json.Nodes;
using Gradus.Learning.Data.Files;
using Gradus.Learning.Data.Preprocessing;
using Gradus.Tensors;

namespace Gradus.Learning.Data.Tables;

/// <summary>Turns mixed tables into tensors with figures of the training rows: numbers filled and scaled, categories one-hot, what was missing told.</summary>
/// <remarks>
/// <para><c>TablePreprocessor rows = TablePreprocessor.Fit(table.Take(split.Train), new TablePlan { Ignore = ["outcome"] }); Tensor inputs = rows.Transform(table);</c></para>
/// <para>A fitted one never changes, and can be kept beside the network (<see cref="Save"/>): a served model must scale as it was trained.</para>
/// </remarks>
public sealed class TablePreprocessor
{
    private readonly ColumnStep[] _steps;

    private TablePreprocessor(ColumnStep[] steps, IReadOnlyList<int>? fittedOn)
    {
        _steps = steps;
        FittedOn = fittedOn;
        FeatureNames = [.. steps.SelectMany(step => step.Features)];
    }

    /// <summary>What each column of the result is called: <c>age</c>, <c>age missing</c>, <c>sex=f</c>.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>The rows that it was fitted on, as <see cref="Table.Origins"/> numbers them; null for one that was loaded.</summary>
    public IReadOnlyList<int>? FittedOn { get; }

    /// <summary>Takes the figures of the training rows.</summary>
    /// <param name="train">The training rows, and no others.</param>
    /// <param name="plan">What becomes of the columns.</param>
    /// <returns>The fitted preprocessor.</returns>
    /// <exception cref="ArgumentException">A column that the plan names is not there or stands in two lists, no column is left, or one has no value in the training rows.</exception>
    public static TablePreprocessor Fit(Table train, TablePlan? plan = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        plan ??= new TablePlan();
        string[] categories = [.. plan.Categories ?? [.. train.Columns.Where(column => !column.IsNumber).Select(column => column.Name).Except(plan.Ignore).Except(plan.Numbers ?? [])]];
        string[] numbers = [.. plan.Numbers ?? [.. train.Columns.Where(column => column.IsNumber).Select(column => column.Name).Except(plan.Ignore).Except(categories)]];
        string[] named = [.. numbers, .. categories, .. plan.Ignore];
        if (named.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"The plan names the column '{twice.Key}' twice; it is a number, a category or ignored.", nameof(plan));
        }

        // Indexing refuses a name that is not there.
        foreach (string name in named.Concat(plan.Columns.Keys))
        {
            _ = train[name];
        }

        if (numbers.Length + categories.Length == 0)
        {
            throw new ArgumentException("The plan leaves no column; name numbers or categories.", nameof(plan));
        }

        ColumnStep[] steps = [.. train.Columns
            .Where(column => numbers.Contains(column.Name) || categories.Contains(column.Name))
            .Select(column => numbers.Contains(column.Name) ? (ColumnStep)NumberStep.Fit(column, plan) : CategoryStep.Fit(column, plan))];
        return new TablePreprocessor(steps, train.Origins);
    }

    /// <summary>Turns rows into numbers.</summary>
    /// <param name="table">A table with the columns that were fitted; it may have others.</param>
    /// <returns>float32 [N, F], F the number of <see cref="FeatureNames"/>. An unknown category has no 1, or that of the rare ones.</returns>
    /// <exception cref="ArgumentException">A column is not there.</exception>
    /// <exception cref="InvalidOperationException">A column that held numbers holds texts.</exception>
    public Tensor Transform(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        int width = FeatureNames.Count;
        float[] values = new float[table.RowCount * width];
        int first = 0;
        foreach (ColumnStep step in _steps)
        {
            step.Write(table[step.Name], values, first, width);
            first += step.Features.Count;
        }

        return Tensor.From(values, table.RowCount, width);
    }

    /// <summary>Writes the fitted figures to a file.</summary>
    /// <param name="path">The file, JSON; one that is there is replaced.</param>
    public void Save(string path) => File.WriteAllText(path, new JsonObject { ["columns"] = new JsonArray([.. _steps.Select(step => step.State)]) }.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));

    /// <summary>Reads the figures that <see cref="Save"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <returns>A preprocessor that gives the same bits.</returns>
    /// <exception cref="DataFormatException">The file holds something else; what is wrong is named.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static TablePreprocessor Load(string path)
    {
        try
        {
            JsonObject state = JsonNode.Parse(File.ReadAllText(path)) as JsonObject ?? throw new FormatException("It is no JSON object.");
            return new TablePreprocessor([.. new StateReader(state, "table preprocessor").Objects("columns").Select(ColumnStep.FromState)], null);
        }
        catch (Exception broken) when (broken is JsonException or FormatException)
        {
            throw new DataFormatException(path, (broken as JsonException)?.BytePositionInLine ?? 0, "figures", broken.Message);
        }
    }
}
