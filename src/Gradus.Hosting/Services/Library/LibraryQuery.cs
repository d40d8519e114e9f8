using Gradus.Hosting.Services.Mastery;
using Gradus.Interview.Questions;

namespace Gradus.Hosting.Services.Library;

/// <summary>What somebody looks for in the bank; what is null does not narrow.</summary>
public sealed record LibraryQuery
{
    /// <summary>Words to look for; empty finds every question.</summary>
    public string Text { get; init; } = "";

    /// <summary>A topic's id.</summary>
    public string? Topic { get; init; }

    /// <summary>A level, 1 to 3.</summary>
    public int? Level { get; init; }

    /// <summary>A kind of question.</summary>
    public QuestionKind? Kind { get; init; }

    /// <summary>A profile's id.</summary>
    public string? Profile { get; init; }

    /// <summary>True for questions with a lab, false for those without.</summary>
    public bool? HasLab { get; init; }

    /// <summary>How well it is known.</summary>
    public MasteryState? State { get; init; }
}
