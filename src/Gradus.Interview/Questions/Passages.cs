namespace Gradus.Interview.Questions;

/// <summary>How candidates say a fact or a misconception: short passages from which the grader learns its meaning in other words.</summary>
/// <param name="Said">Passages that state the fact, or assert the misconception.</param>
/// <param name="NotSaid">Passages that come near and do not: they name it, turn it round, or deny it.</param>
public sealed record Passages(IReadOnlyList<string> Said, IReadOnlyList<string> NotSaid)
{
    /// <summary>No passage at all.</summary>
    public static Passages None { get; } = new([], []);
}
