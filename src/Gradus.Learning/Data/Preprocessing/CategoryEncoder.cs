using System.Text.Json.Nodes;

namespace Gradus.Learning.Data.Preprocessing;

/// <summary>The categories of one column as they stood in training rows, in ordinal order; missing values are a category of their own, the last.</summary>
public sealed class CategoryEncoder
{
    /// <summary>What <see cref="Code"/> gives for a value that is unknown where rare ones have no place of their own.</summary>
    public const int Unknown = -1;

    private readonly string[] _categories;
    private readonly Dictionary<string, int> _codes;

    private CategoryEncoder(string[] categories, bool rare, bool missing)
    {
        _categories = categories;
        HasRare = rare;
        HasMissing = missing;
        _codes = categories.Select((category, code) => (category, code)).ToDictionary(entry => entry.category, entry => entry.code, StringComparer.Ordinal);
    }

    /// <summary>K, how many codes there are.</summary>
    public int Count => _categories.Length + (HasRare ? 1 : 0) + (HasMissing ? 1 : 0);

    /// <summary>Whether rare and unknown values share a code, the one after the categories.</summary>
    public bool HasRare { get; }

    /// <summary>Whether missing values have a code, the last.</summary>
    public bool HasMissing { get; }

    /// <summary>The categories that have a code of their own.</summary>
    internal IReadOnlyList<string> Categories => _categories;

    /// <summary>What each code stands for.</summary>
    public IReadOnlyList<string> Names => [.. _categories, .. (string[])(HasRare ? ["(rare)"] : []), .. (string[])(HasMissing ? ["(missing)"] : [])];

    /// <summary>The fitted categories, from which <see cref="FromState"/> makes the encoder again.</summary>
    public JsonObject State => new() { ["categories"] = StateReader.Pack(_categories), ["rare"] = HasRare, ["missing"] = HasMissing };

    /// <summary>Makes an encoder of categories that were kept.</summary>
    /// <param name="state">What <see cref="State"/> gave.</param>
    /// <returns>The same encoder.</returns>
    /// <exception cref="FormatException">It is no state of an encoder.</exception>
    public static CategoryEncoder FromState(JsonObject state)
    {
        StateReader reader = new(state, "category encoder");
        string?[] categories = reader.All<string?>("categories");
        return categories.Any(category => category is null) || categories.Distinct(StringComparer.Ordinal).Count() != categories.Length
            ? throw reader.Fault("categories", "each must be a text of its own.")
            : new CategoryEncoder([.. categories.Select(category => category!)], reader.Truth("rare"), reader.Truth("missing"));
    }

    /// <summary>Takes the categories of the training rows.</summary>
    /// <param name="values">The values of the training rows; null is missing.</param>
    /// <param name="minimumCount">How often a value must stand to be a category; rarer ones, and later those that are unknown, share one code. 1 by default: each has its own.</param>
    /// <returns>The encoder.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public static CategoryEncoder Fit(IReadOnlyList<string?> values, int minimumCount = 1)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumCount, 1);
        KeyValuePair<string, int>[] counts = [.. values.OfType<string>().CountBy(value => value, StringComparer.Ordinal)];
        string[] categories = [.. counts.Where(count => count.Value >= minimumCount).Select(count => count.Key).Order(StringComparer.Ordinal)];
        return new CategoryEncoder(categories, counts.Length > categories.Length, values.Any(value => value is null));
    }

    /// <summary>The code of a value.</summary>
    /// <param name="value">The value; null is missing.</param>
    /// <returns>0 to K − 1. An unknown value, or a missing one where none was missing in training, has the code of rare ones, else <see cref="Unknown"/>.</returns>
    public int Code(string? value)
    {
        if (value is null && HasMissing)
        {
            return Count - 1;
        }

        return value is not null && _codes.TryGetValue(value, out int code) ? code : HasRare ? _categories.Length : Unknown;
    }
}
