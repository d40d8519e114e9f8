using YamlDotNet.RepresentationModel;

namespace Gradus.Content.Tests;

/// <summary>One more way in which people state a point or a misconception.</summary>
/// <param name="Question">The question's id.</param>
/// <param name="Id">The point or misconception.</param>
/// <param name="Says">The sentence.</param>
internal sealed record Paraphrase(string Question, string Id, string Says)
{
    /// <summary>Reads the list <c>paraphrases</c> of a fixture; none where it has no such list.</summary>
    /// <param name="path">The fixture, <c>&lt;question id&gt;.yaml</c>.</param>
    public static IReadOnlyList<Paraphrase> Load(string path)
    {
        YamlStream stream = [];
        stream.Load(new StringReader(File.ReadAllText(path)));
        YamlMappingNode root = (YamlMappingNode)stream.Documents[0].RootNode;
        string question = Path.GetFileNameWithoutExtension(path);
        return root.Children.TryGetValue("paraphrases", out YamlNode? list)
            ? [.. ((YamlSequenceNode)list).Cast<YamlMappingNode>().Select(item => new Paraphrase(question, Text(item, "id"), Text(item, "says")))]
            : [];
    }

    /// <summary>Reads the list <c>empty</c> of a fixture: sentences that state nothing right; none where it has no such list.</summary>
    /// <param name="path">The fixture, <c>&lt;question id&gt;.yaml</c>.</param>
    public static IReadOnlyList<(string Question, string Says)> LoadEmpty(string path)
    {
        YamlStream stream = [];
        stream.Load(new StringReader(File.ReadAllText(path)));
        YamlMappingNode root = (YamlMappingNode)stream.Documents[0].RootNode;
        return root.Children.TryGetValue("empty", out YamlNode? list)
            ? [.. ((YamlSequenceNode)list).Cast<YamlScalarNode>().Select(item => (Path.GetFileNameWithoutExtension(path), item.Value ?? ""))]
            : [];
    }

    private static string Text(YamlMappingNode item, string key) => ((YamlScalarNode)item[key]).Value ?? "";
}
