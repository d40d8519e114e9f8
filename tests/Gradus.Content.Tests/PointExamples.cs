using YamlDotNet.RepresentationModel;

namespace Gradus.Content.Tests;

/// <summary>For each point and misconception of a question one sentence that must be recognised and one that must not.</summary>
/// <remarks>Read from <c>Fixtures/&lt;question id&gt;.yaml</c>: <c>points</c> with <c>earns</c> and <c>misses</c>, <c>misconceptions</c> with <c>asserts</c> and <c>denies</c>.</remarks>
internal sealed record PointExamples(IReadOnlyList<PointExample> Points, IReadOnlyList<PointExample> Misconceptions)
{
    /// <summary>Reads a fixture.</summary>
    /// <param name="path">Its path.</param>
    public static PointExamples Load(string path)
    {
        YamlStream stream = [];
        stream.Load(new StringReader(File.ReadAllText(path)));
        YamlMappingNode root = (YamlMappingNode)stream.Documents[0].RootNode;
        return new PointExamples(Read(root, "points", "earns", "misses"), Read(root, "misconceptions", "asserts", "denies"));
    }

    private static PointExample[] Read(YamlMappingNode root, string list, string right, string wrong) =>
        [.. ((YamlSequenceNode)root[list]).Cast<YamlMappingNode>().Select(item => new PointExample(Text(item, "id"), Text(item, right), Text(item, wrong)))];

    private static string Text(YamlMappingNode item, string key) => ((YamlScalarNode)item[key]).Value ?? "";
}
