namespace Gradus.Interview.Grading.Structures;

/// <summary>The five concerns of a clinical system design, each with the question of the bank whose rubric judges it.</summary>
internal static class SystemConcerns
{
    /// <summary>The question that asks for all five.</summary>
    public const string QuestionId = "clinical-design-template";

    /// <summary>The concerns in the order in which a design takes them.</summary>
    public static IReadOnlyList<(string Id, string Title, string Question)> All { get; } =
    [
        ("data", "Data", "clinical-design-data"),
        ("model", "Model", "clinical-design-model"),
        ("training", "Training", "clinical-design-training"),
        ("evaluation", "Evaluation", "clinical-design-evaluation"),
        ("deployment", "Deployment", "clinical-design-deployment"),
    ];
}
