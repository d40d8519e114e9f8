using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gradus.Learning.Data.Preprocessing;

/// <summary>Reads fitted figures that were kept as JSON, and names what is wrong with them.</summary>
internal sealed class StateReader
{
    private readonly JsonObject _state;
    private readonly string _what;

    internal StateReader(JsonObject state, string what)
    {
        ArgumentNullException.ThrowIfNull(state);
        (_state, _what) = (state, what);
    }

    internal static JsonArray Pack<T>(IEnumerable<T> values) => new([.. values.Select(value => (JsonNode?)JsonValue.Create(value))]);

    internal FormatException Fault(string name, string problem) => new($"The state of a {_what} has no usable '{name}': {problem}");

    internal string Text(string name) => Get<string>(name) ?? throw Fault(name, "a text is needed.");

    internal int Number(string name) => Get<int>(name);

    internal bool Truth(string name) => Get<bool>(name);

    internal double Real(string name) => Get<double>(name);

    internal JsonObject? Object(string name) => _state.TryGetPropertyValue(name, out JsonNode? node) ? node switch
    {
        null => null,
        JsonObject found => found,
        _ => throw Fault(name, "an object is needed."),
    }
    : throw Fault(name, "it is missing.");

    internal double[] Numbers(string name)
    {
        double[] numbers = All<double>(name);
        return numbers.All(double.IsFinite) ? numbers : throw Fault(name, "its numbers must be finite.");
    }

    internal T[] All<T>(string name)
    {
        if (_state[name] is not JsonArray array)
        {
            throw Fault(name, "a list is needed.");
        }

        try
        {
            return [.. array.Select(node => node is null ? default! : node.GetValue<T>())];
        }
        catch (Exception error) when (error is FormatException or InvalidOperationException or OverflowException)
        {
            throw Fault(name, $"each entry must be a {typeof(T).Name}.");
        }
    }

    internal JsonObject[] Objects(string name) =>
        _state[name] is JsonArray array && array.All(node => node is JsonObject) ? [.. array.Select(node => (JsonObject)node!)] : throw Fault(name, "a list of objects is needed.");

    private T? Get<T>(string name)
    {
        try
        {
            return _state[name] is JsonValue value ? value.GetValue<T>() : throw Fault(name, "it is missing.");
        }
        catch (Exception error) when (error is InvalidOperationException or JsonException or OverflowException)
        {
            throw Fault(name, $"a {typeof(T).Name} is needed.");
        }
    }
}
