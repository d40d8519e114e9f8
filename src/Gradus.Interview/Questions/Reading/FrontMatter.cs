using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Gradus.Interview.Questions.Reading;

/// <summary>Typed access to YAML nodes that collects every fault with its line and field.</summary>
internal sealed class FrontMatter(string file, int lineOffset)
{
    public string File => file;

    public List<BankIssue> Issues { get; } = [];

    public Dictionary<string, int> Lines { get; } = [];

    public bool HasErrors => Issues.Exists(issue => issue.Severity == IssueSeverity.Error);

    public void Error(int line, string field, string message) => Issues.Add(new BankIssue(IssueSeverity.Error, file, line, field, message));

    public void Error(YamlNode node, string field, string message) => Error(LineOf(node.Start), field, message);

    public int LineOf(Mark mark) => (int)mark.Line + lineOffset;

    /// <summary>The mapping behind a node, with every unknown and missing key reported.</summary>
    public YamlMappingNode? Mapping(YamlNode? node, string field, IReadOnlyList<string> required, IReadOnlyList<string> optional)
    {
        if (node is not YamlMappingNode map)
        {
            if (node is not null)
            {
                Error(node, field, $"got {Describe(node)}, needed a mapping with {string.Join(", ", required)}");
            }

            return null;
        }

        foreach ((YamlNode keyNode, YamlNode value) in map.Children)
        {
            string key = (keyNode as YamlScalarNode)?.Value ?? "";
            string full = Join(field, key);
            Lines[full] = LineOf(value.Start);
            if (!required.Contains(key) && !optional.Contains(key))
            {
                Error(keyNode, full, $"unknown key '{key}'; known are {string.Join(", ", required.Concat(optional))}");
            }
        }

        foreach (string key in required.Where(key => !map.Children.ContainsKey(new YamlScalarNode(key))))
        {
            Error(map, Join(field, key), "is missing");
        }

        return map;
    }

    public static YamlNode? Child(YamlMappingNode? map, string key) =>
        map is not null && map.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? node) ? node : null;

    public string? Text(YamlMappingNode? map, string key, string field)
    {
        YamlNode? node = Child(map, key);
        return node is null ? null : Text(node, Join(field, key));
    }

    public string? Text(YamlNode node, string field)
    {
        if (node is not YamlScalarNode scalar)
        {
            Error(node, field, $"got {Describe(node)}, needed a text");
            return null;
        }

        if (string.IsNullOrWhiteSpace(scalar.Value))
        {
            Error(node, field, "is empty, needed a text; leave the key out where it is optional");
            return null;
        }

        return scalar.Value.Trim();
    }

    public IReadOnlyList<YamlNode> Items(YamlMappingNode? map, string key, string field)
    {
        YamlNode? node = Child(map, key);
        if (node is null)
        {
            return [];
        }

        string full = Join(field, key);
        if (node is not YamlSequenceNode list)
        {
            Error(node, full, $"got {Describe(node)}, needed a list");
            return [];
        }

        for (int i = 0; i < list.Children.Count; i++)
        {
            Lines[$"{full}[{i + 1}]"] = LineOf(list.Children[i].Start);
        }

        return [.. list.Children];
    }

    public IReadOnlyList<string> Texts(YamlMappingNode? map, string key, string field)
    {
        List<string> texts = [];
        IReadOnlyList<YamlNode> items = Items(map, key, field);
        for (int i = 0; i < items.Count; i++)
        {
            if (Text(items[i], $"{Join(field, key)}[{i + 1}]") is { } text)
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    public double? Number(YamlMappingNode? map, string key, string field, double low, double high)
    {
        if (Text(map, key, field) is not { } text)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= low && value <= high)
        {
            return value;
        }

        Error(Child(map, key)!, Join(field, key), string.Create(CultureInfo.InvariantCulture, $"got '{text}', needed a number from {low} to {high}"));
        return null;
    }

    public int? Whole(YamlMappingNode? map, string key, string field, int low, int high)
    {
        if (Text(map, key, field) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value >= low && value <= high)
        {
            return value;
        }

        Error(Child(map, key)!, Join(field, key), $"got '{text}', needed a whole number from {low} to {high}");
        return null;
    }

    public T? OneOf<T>(YamlMappingNode? map, string key, string field, IReadOnlyDictionary<string, T> choices)
        where T : struct
    {
        if (Text(map, key, field) is not { } text)
        {
            return null;
        }

        if (choices.TryGetValue(text, out T value))
        {
            return value;
        }

        Error(Child(map, key)!, Join(field, key), $"got '{text}', needed one of {string.Join(", ", choices.Keys)}");
        return null;
    }

    public static string Join(string field, string key) => field.Length == 0 ? key : $"{field}.{key}";

    private static string Describe(YamlNode node) => node switch
    {
        YamlScalarNode scalar => string.IsNullOrEmpty(scalar.Value) ? "nothing" : $"'{scalar.Value}'",
        YamlSequenceNode => "a list",
        YamlMappingNode => "a mapping",
        _ => "something else",
    };
}
