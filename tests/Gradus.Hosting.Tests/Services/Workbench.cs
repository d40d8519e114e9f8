using Gradus.Hosting.Services;
using Gradus.Interview.Questions;
using Gradus.Labs;
using Gradus.Testing;

namespace Gradus.Hosting.Tests.Services;

/// <summary>An application over a small bank in a folder of its own, with a clock that stands still.</summary>
internal sealed class Workbench : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private GradusApplication? _application;

    public FakeTimeProvider Clock { get; } = new();

    public WordGrader Grader { get; } = new();

    public IReadOnlyList<Lab> Labs { get; init; } = [];

    public Bank Bank { get; set; } = MakeBank();

    public string Folder => _folder.Path;

    public GradusApplication Application => _application ??= Another();

    public static Bank MakeBank() => Bank.Of(Enumerable.Range(0, 12).Select(i => Question($"question-{i}", $"topic-{i % 4}", (i % 3) + 1)));

    public static Question Question(string id, string topic = "foundations", int level = 2) => new()
    {
        Id = id,
        Title = "About " + id,
        Topic = topic,
        Kind = QuestionKind.Concept,
        Profiles = ["general", "new-graduate"],
        Level = level,
        Ask = $"What is {id}?",
        Openings = [$"Tell me about {id}."],
        Points =
        [
            new("p1", Facet.Principle, 2, "The principle.", ["principle"]),
            new("p2", Facet.Reason, 1, "The reason.", ["reason"]),
            new("p3", Facet.Pitfall, 1, "The pitfall.", ["pitfall"]),
        ],
        Misconceptions = [new("m1", "It is wrong.", "It is right.", ["wrong"])],
        FollowUps = [new($"And the pitfall of {id}?", ["p3"]), new($"What else about {id}?", ["p2"])],
        ModelAnswer = "p1 p2 p3",
        Lab = id == "question-0" ? "counting" : null,
    };

    /// <summary>One more application on the same files, as another process would open it.</summary>
    public GradusApplication Another() => GradusApplication.Open(new GradusOptions
    {
        Home = new GradusHome(_folder.Path),
        BankFolder = "",
        Bank = Bank,
        Grader = Grader,
        Clock = Clock,
        Labs = Labs,
    });

    /// <summary>Closes the application and opens it again.</summary>
    public GradusApplication Reopen()
    {
        _application?.Dispose();
        return _application = Another();
    }

    public void Dispose()
    {
        _application?.Dispose();
        _folder.Dispose();
    }
}
