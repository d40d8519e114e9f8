using System.Text.Json.Serialization;

namespace Gradus.Interview.Sittings;

/// <summary>One thing to fix first.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Question">The question's id.</param>
/// <param name="Title">The question's title.</param>
/// <param name="Item">The id of the misconception, of the point or of the part.</param>
/// <param name="Sentence">The sentence that shows it: the candidate's own words for a misconception, the question that was left unanswered, the point that was missed or the part that was not heard.</param>
/// <param name="Correction">What is true instead, or what to say.</param>
/// <param name="Lab">The id of the lab that proves it, or null.</param>
/// <param name="ReviewAt">When the question comes back for review, or null.</param>
/// <param name="Near">The candidate's own sentence that comes nearest to a point that was missed, or null where none is near.</param>
/// <param name="WrongWord">The one word of that sentence that turns the fact into another, or null where there is none such.</param>
public sealed record Fix(
    FixKind Kind, string Question, string Title, string Item, string Sentence, string Correction, string? Lab, DateTimeOffset? ReviewAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Near = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? WrongWord = null);
