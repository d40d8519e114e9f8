using Gradus.Interview.Questions;

namespace Gradus.Web.Tests.Samples;

/// <summary>Two questions whose verdicts a test can decide by the words of its answer, see <see cref="WordGrader"/>.</summary>
internal static class SampleQuestions
{
    public static Question Scaling { get; } = Make("sample-scaling", "Scaling of inputs", "optimization", 1) with { Lab = "sample-lab", Needs = ["sample-depth"] };

    public static Question Depth { get; } = Make("sample-depth", "Depth and <width>", "architectures", 2);

    public static Bank Bank { get; } = Bank.Of([Scaling, Depth]);

    private static Question Make(string id, string title, string topic, int level) => new()
    {
        Id = id,
        Title = title,
        Topic = topic,
        Kind = QuestionKind.Concept,
        Profiles = ["general", "new-graduate", "engineer", "computer-vision", "nlp", "advanced", "clinical"],
        Level = level,
        Ask = $"What do you know of **{id}**? <script>alert(1)</script> [here](javascript:alert(1)) [there](https://example.org/)",
        Openings = ["Tell me about it."],
        Points = [new("p1", Facet.Principle, 1, "The first fact & more.", ["first"]), new("p2", Facet.Pitfall, 1, "The second fact.", ["second"])],
        Misconceptions = [new("m1", "It is magic.", "It is arithmetic.", ["magic"])],
        FollowUps = [new("And the second?", ["p2"])],
        ModelAnswer = "### Principle\n\nFirst, then second.\n\n```csharp\nint x = 1;\n```\n",
        Card = new("what it is", "why it works", "how it is done", "when to use it", "what goes wrong"),
        References = [new("A paper", "Somebody et al.", 2020, "https://example.org/paper"), new("A trap", "Nobody", 2021, "javascript:alert(1)")],
    };
}
