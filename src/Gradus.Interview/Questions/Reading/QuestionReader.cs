using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Gradus.Interview.Questions.Reading;

/// <summary>Reads one question file; see docs/guide/add-a-question.md for the form.</summary>
internal sealed class QuestionReader(string path, string text)
{
    private static readonly string[] RequiredKeys = ["id", "title", "topic", "kind", "profiles", "level", "openings", "points"];
    private static readonly string[] OptionalKeys = ["lab", "needs", "related", "misconceptions", "follow-ups", "references", "card"];

    private static readonly Dictionary<string, QuestionKind> Kinds = new() { ["concept"] = QuestionKind.Concept, ["method"] = QuestionKind.Method };

    private readonly FrontMatter _front = new(path, lineOffset: 1);

    public QuestionSource Read()
    {
        Question? question = null;
        if (Split() is { } parts)
        {
            YamlMappingNode? root = LoadYaml(parts.Yaml);
            BodySections body = BodySections.Read(parts.Body, parts.BodyLine, _front);
            question = root is null ? null : Build(root, body);
        }

        BankIssue[] issues = [.. _front.Issues.OrderBy(issue => issue.Line)];
        return new QuestionSource(path, _front.HasErrors ? null : question, issues, _front.Lines);
    }

    private (string Yaml, string Body, int BodyLine)? Split()
    {
        if (!text.StartsWith("---\n", StringComparison.Ordinal))
        {
            _front.Error(1, "", "the file must begin with a line '---' that opens the front matter");
            return null;
        }

        int end = text.IndexOf("\n---\n", 3, StringComparison.Ordinal);
        if (end < 0)
        {
            _front.Error(1, "", "the front matter is not closed: a second line '---' is missing");
            return null;
        }

        string yaml = end < 4 ? "" : text[4..(end + 1)];
        int bodyLine = 2 + text.AsSpan(0, end + 1).Count('\n');
        return (yaml, text[(end + 5)..], bodyLine);
    }

    private YamlMappingNode? LoadYaml(string yaml)
    {
        try
        {
            YamlStream stream = [];
            stream.Load(new GuardedParser(new Parser(new StringReader(yaml))));
            YamlNode? root = stream.Documents.Count == 1 ? stream.Documents[0].RootNode : null;
            if (root is null)
            {
                _front.Error(1, "", "the front matter is empty; it needs id, title, topic and the rest");
                return null;
            }

            return _front.Mapping(root, "", RequiredKeys, OptionalKeys);
        }
        catch (YamlException error)
        {
            _front.Error(_front.LineOf(error.Start), "", $"the YAML cannot be read (column {error.Start.Column}): {error.Message}; put texts that hold ':' or '#' in double quotes");
            return null;
        }
    }

    private Question? Build(YamlMappingNode root, BodySections body)
    {
        string? id = _front.Text(root, "id", "");
        string? title = _front.Text(root, "title", "");
        string? topic = _front.Text(root, "topic", "");
        QuestionKind? kind = _front.OneOf(root, "kind", "", Kinds);
        int? level = _front.Whole(root, "level", "", 1, 3);
        IReadOnlyList<string> profiles = _front.Texts(root, "profiles", "");
        IReadOnlyList<string> openings = _front.Texts(root, "openings", "");
        RubricReader rubric = new(_front);
        IReadOnlyList<RubricPoint> points = rubric.Points(root);
        IReadOnlyList<Misconception> misconceptions = rubric.Misconceptions(root);
        IReadOnlyList<FollowUp> followUps = rubric.FollowUps(root, PointCount(root));
        CheckNames(root, topic, profiles, points);

        IReadOnlyList<string> needs = _front.Texts(root, "needs", "");
        IReadOnlyList<string> related = _front.Texts(root, "related", "");
        string? lab = _front.Text(root, "lab", "");
        IReadOnlyList<Reference> references = rubric.References(root);
        ConceptCard? card = rubric.Card(root);
        if (_front.HasErrors || id is null || title is null || topic is null || kind is null || level is null || body.Question is null || body.ModelAnswer is null)
        {
            return null;
        }

        return new Question
        {
            Id = id,
            Title = title,
            Topic = topic,
            Kind = kind.Value,
            Profiles = profiles,
            Level = level.Value,
            Ask = body.Question,
            Openings = openings,
            Points = points,
            Misconceptions = misconceptions,
            FollowUps = followUps,
            ModelAnswer = body.ModelAnswer,
            Card = card,
            Needs = needs,
            Related = related,
            Lab = lab,
            References = references,
            Path = path,
        };
    }

    private static int PointCount(YamlMappingNode root) => (FrontMatter.Child(root, "points") as YamlSequenceNode)?.Children.Count ?? 0;

    private void CheckNames(YamlMappingNode root, string? topic, IReadOnlyList<string> profiles, IReadOnlyList<RubricPoint> points)
    {
        if (topic is not null && Topics.Find(topic) is null)
        {
            _front.Error(FrontMatter.Child(root, "topic")!, "topic", $"got '{topic}', needed one of {string.Join(", ", Topics.All.Select(item => item.Id))}");
        }

        foreach ((int i, string profile) in profiles.Index())
        {
            if (Profiles.Find(profile) is null)
            {
                _front.Error(_front.Lines[$"profiles[{i + 1}]"], $"profiles[{i + 1}]", $"got '{profile}', needed one of {string.Join(", ", Profiles.All.Select(item => item.Id))}");
            }
        }

        if (profiles.Count == 0 && FrontMatter.Child(root, "profiles") is { } none)
        {
            _front.Error(none, "profiles", "the list is empty; name at least one profile");
        }

        if (points.Count == 0 && FrontMatter.Child(root, "points") is YamlSequenceNode { Children.Count: 0 } empty)
        {
            _front.Error(empty, "points", "the list is empty; a question needs at least one point");
        }
    }
}
