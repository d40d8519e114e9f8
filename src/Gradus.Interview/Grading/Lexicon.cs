using Gradus.Interview.Questions;
using Gradus.Interview.Questions.Reading;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Gradus.Interview.Grading;

/// <summary>The words of the field: each concept with the surface forms that people use for it.</summary>
/// <remarks>Read from <c>bank/lexicon.yaml</c>, one concept a line: <c>zero-out: [set to zero, switch off, mute]</c>. Forms are in base form; the grader inflects them.</remarks>
public sealed class Lexicon
{
    private Lexicon(IReadOnlyDictionary<string, IReadOnlyList<string>> concepts, IReadOnlyList<BankIssue> issues)
    {
        Concepts = concepts;
        Issues = issues;
    }

    /// <summary>A lexicon without concepts.</summary>
    public static Lexicon Empty { get; } = new(new Dictionary<string, IReadOnlyList<string>>(), []);

    /// <summary>The surface forms of each concept, by its name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Concepts { get; }

    /// <summary>What is wrong in the file.</summary>
    public IReadOnlyList<BankIssue> Issues { get; }

    /// <summary>Reads a lexicon file.</summary>
    /// <param name="path">Its path; a file that is not there is an issue, not an exception.</param>
    public static Lexicon Load(string path)
    {
        try
        {
            return Parse(path, File.ReadAllText(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Lexicon(Empty.Concepts, [new BankIssue(IssueSeverity.Error, path, 1, "", $"the lexicon cannot be read: {error.Message}")]);
        }
    }

    /// <summary>Reads a lexicon from text.</summary>
    /// <param name="path">What issues name as the file.</param>
    /// <param name="text">The YAML.</param>
    public static Lexicon Parse(string path, string text)
    {
        FrontMatter front = new(path, lineOffset: 0);
        Dictionary<string, IReadOnlyList<string>> concepts = [];
        try
        {
            YamlStream stream = [];
            stream.Load(new GuardedParser(new Parser(new StringReader(text))));
            YamlNode? root = stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode;
            if (root is YamlMappingNode map)
            {
                Read(map, front, concepts);
            }
            else if (root is not null)
            {
                front.Error(root, "", "needed one line a concept: 'name: [form, form]'");
            }
        }
        catch (YamlException error)
        {
            front.Error(front.LineOf(error.Start), "", $"the YAML cannot be read: {error.Message}");
        }

        return new Lexicon(concepts, front.Issues);
    }

    private static void Read(YamlMappingNode map, FrontMatter front, Dictionary<string, IReadOnlyList<string>> concepts)
    {
        string before = "";
        foreach (YamlNode key in map.Children.Keys)
        {
            string name = (key as YamlScalarNode)?.Value ?? "";
            if (name.Length == 0 || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            {
                front.Error(key, name, $"got '{name}', needed a concept's name in lower-case letters, digits and hyphens");
                continue;
            }

            if (string.CompareOrdinal(name, before) < 0)
            {
                front.Issues.Add(new BankIssue(IssueSeverity.Warning, front.File, front.LineOf(key.Start), name, $"stands after '{before}'; keep the concepts sorted"));
            }

            before = name;
            IReadOnlyList<string> forms = front.Texts(map, name, "");
            concepts[name] = forms;
            foreach (string twice in forms.GroupBy(form => form, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key))
            {
                front.Issues.Add(new BankIssue(IssueSeverity.Warning, front.File, front.LineOf(key.Start), name, $"the form '{twice}' is listed twice"));
            }
        }
    }
}
