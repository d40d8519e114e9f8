using YamlDotNet.RepresentationModel;

namespace Gradus.Interview.Questions.Reading;

/// <summary>Reads the lists of a question: points, misconceptions, follow-ups, references and the card.</summary>
internal sealed class RubricReader(FrontMatter front)
{
    private static readonly Dictionary<string, Facet> Facets = new()
    {
        ["principle"] = Facet.Principle,
        ["reason"] = Facet.Reason,
        ["example"] = Facet.Example,
        ["pitfall"] = Facet.Pitfall,
    };

    public IReadOnlyList<RubricPoint> Points(YamlMappingNode root)
    {
        List<RubricPoint> points = [];
        foreach ((int i, YamlNode node) in front.Items(root, "points", "").Index())
        {
            string field = $"points[{i + 1}]";
            YamlMappingNode? map = front.Mapping(node, field, ["id", "facet", "fact", "cues"], ["weight"]);
            string? id = Sequential(map, field, "p", i);
            Facet? facet = front.OneOf(map, "facet", field, Facets);
            double? weight = FrontMatter.Child(map, "weight") is null ? 1 : front.Number(map, "weight", field, 0.1, 10);
            string? fact = front.Text(map, "fact", field);
            IReadOnlyList<string> cues = Cues(map, field);
            if (id is not null && facet is not null && weight is not null && fact is not null)
            {
                points.Add(new RubricPoint(id, facet.Value, weight.Value, fact, cues));
            }
        }

        return points;
    }

    public IReadOnlyList<Misconception> Misconceptions(YamlMappingNode root)
    {
        List<Misconception> found = [];
        foreach ((int i, YamlNode node) in front.Items(root, "misconceptions", "").Index())
        {
            string field = $"misconceptions[{i + 1}]";
            YamlMappingNode? map = front.Mapping(node, field, ["id", "wrong", "right", "cues"], []);
            string? id = Sequential(map, field, "m", i);
            string? wrong = front.Text(map, "wrong", field);
            string? right = front.Text(map, "right", field);
            IReadOnlyList<string> cues = Cues(map, field);
            if (id is not null && wrong is not null && right is not null)
            {
                found.Add(new Misconception(id, wrong, right, cues));
            }
        }

        return found;
    }

    public IReadOnlyList<FollowUp> FollowUps(YamlMappingNode root, int pointCount)
    {
        List<FollowUp> found = [];
        foreach ((int i, YamlNode node) in front.Items(root, "follow-ups", "").Index())
        {
            string field = $"follow-ups[{i + 1}]";
            YamlMappingNode? map = front.Mapping(node, field, ["ask"], ["when"]);
            string? ask = front.Text(map, "ask", field);
            IReadOnlyList<string> when = front.Texts(map, "when", field);
            foreach (string id in when.Where(id => !Enumerable.Range(1, pointCount).Any(number => id == $"p{number}")))
            {
                front.Error(FrontMatter.Child(map, "when")!, $"{field}.when", $"'{id}' is no point of this question");
            }

            if (ask is not null)
            {
                found.Add(new FollowUp(ask, when));
            }
        }

        return found;
    }

    public IReadOnlyList<Reference> References(YamlMappingNode root)
    {
        List<Reference> found = [];
        foreach ((int i, YamlNode node) in front.Items(root, "references", "").Index())
        {
            string field = $"references[{i + 1}]";
            YamlMappingNode? map = front.Mapping(node, field, ["title", "authors", "year"], ["url"]);
            string? title = front.Text(map, "title", field);
            string? authors = front.Text(map, "authors", field);
            int? year = front.Whole(map, "year", field, 1600, 2100);
            string? url = front.Text(map, "url", field);
            if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https"))
            {
                front.Error(FrontMatter.Child(map, "url")!, $"{field}.url", $"got '{url}', needed an address that begins with https://");
            }

            if (title is not null && authors is not null && year is not null)
            {
                found.Add(new Reference(title, authors, year.Value, url));
            }
        }

        return found;
    }

    public ConceptCard? Card(YamlMappingNode root)
    {
        YamlMappingNode? map = front.Mapping(FrontMatter.Child(root, "card"), "card", ["what", "why", "how", "when", "pitfall"], []);
        string? what = front.Text(map, "what", "card");
        string? why = front.Text(map, "why", "card");
        string? how = front.Text(map, "how", "card");
        string? when = front.Text(map, "when", "card");
        string? pitfall = front.Text(map, "pitfall", "card");
        return what is null || why is null || how is null || when is null || pitfall is null ? null : new ConceptCard(what, why, how, when, pitfall);
    }

    private IReadOnlyList<string> Cues(YamlMappingNode? map, string field)
    {
        IReadOnlyList<string> cues = front.Texts(map, "cues", field);
        if (cues.Count == 0 && FrontMatter.Child(map, "cues") is YamlSequenceNode { Children.Count: 0 } empty)
        {
            front.Error(empty, $"{field}.cues", "the list is empty; write at least one cue");
        }

        return cues;
    }

    private string? Sequential(YamlMappingNode? map, string field, string letter, int index)
    {
        string? id = front.Text(map, "id", field);
        string needed = $"{letter}{index + 1}";
        if (id is not null && id != needed)
        {
            front.Error(FrontMatter.Child(map, "id")!, $"{field}.id", $"got '{id}', needed '{needed}': ids count up in the order of the list");
        }

        return id;
    }
}
