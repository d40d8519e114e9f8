namespace Gradus.Interview.Questions;

/// <summary>What a question asks for.</summary>
public enum QuestionKind
{
    /// <summary>A concept, answered in the four facets of PREP.</summary>
    Concept,

    /// <summary>An answer structure, a checklist or a design template.</summary>
    Method,
}
