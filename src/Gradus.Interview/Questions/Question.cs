namespace Gradus.Interview.Questions;

/// <summary>One interview question with everything needed to ask it, grade the answer and teach what was missed.</summary>
public sealed record Question
{
    /// <summary>The id, which never changes: lower-case words joined by hyphens, equal to the file's name.</summary>
    public required string Id { get; init; }

    /// <summary>A short title for lists.</summary>
    public required string Title { get; init; }

    /// <summary>The topic's id, equal to the name of the folder.</summary>
    public required string Topic { get; init; }

    /// <summary>What the question asks for.</summary>
    public required QuestionKind Kind { get; init; }

    /// <summary>The profiles whose interviews may ask it.</summary>
    public required IReadOnlyList<string> Profiles { get; init; }

    /// <summary>1 foundation, 2 working knowledge, 3 advanced.</summary>
    public required int Level { get; init; }

    /// <summary>The question as an interviewer says it (Markdown).</summary>
    public required string Ask { get; init; }

    /// <summary>Two or three other ways to ask the same.</summary>
    public required IReadOnlyList<string> Openings { get; init; }

    /// <summary>The rubric, in the order of the curriculum.</summary>
    public required IReadOnlyList<RubricPoint> Points { get; init; }

    /// <summary>Known wrong statements, in the order of the curriculum.</summary>
    public required IReadOnlyList<Misconception> Misconceptions { get; init; }

    /// <summary>Second questions, most fitting first.</summary>
    public required IReadOnlyList<FollowUp> FollowUps { get; init; }

    /// <summary>The model answer in PREP form (Markdown), 200 to 400 words.</summary>
    public required string ModelAnswer { get; init; }

    /// <summary>Five lines for rehearsal, or null.</summary>
    public ConceptCard? Card { get; init; }

    /// <summary>Ids of questions to know first.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Ids of questions that cover neighbouring ground.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>The id of the lab that proves the answer, or null.</summary>
    public string? Lab { get; init; }

    /// <summary>What the question rests on.</summary>
    public IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>The file that it was read from, or null for one made in memory.</summary>
    public string? Path { get; init; }

    /// <summary>The same question, whose points and misconceptions have the passages of another reading of it where they say the same and have none of their own.</summary>
    /// <param name="other">The other reading, such as the shipped one of a question that a person edits.</param>
    public Question WithPassagesOf(Question other) => this with
    {
        Points = [.. Points.Select(point => point.Passages.Said.Count == 0 && other.Points.FirstOrDefault(old => old.Fact == point.Fact) is { } old ? point with { Passages = old.Passages } : point)],
        Misconceptions = [.. Misconceptions.Select(wrong => wrong.Passages.Said.Count == 0 && other.Misconceptions.FirstOrDefault(old => old.Wrong == wrong.Wrong) is { } old ? wrong with { Passages = old.Passages } : wrong)],
    };
}
