using System.Text.Json.Serialization;
using Gradus.Interview.Questions;

namespace Gradus.Interview.Grading;

/// <summary>Whether an answer earned one point of the rubric, and why.</summary>
/// <param name="Id">The point's id.</param>
/// <param name="Facet">The point's facet.</param>
/// <param name="Fact">The fact that the point stands for.</param>
/// <param name="Earned">Whether it was earned.</param>
/// <param name="Credit">How surely it was recognised, 0 to 1; points are earned from 0.5 up.</param>
/// <param name="Evidence">The words that earned it, or null.</param>
/// <param name="Note">One sentence that teaches: what earned it, or what is missing.</param>
/// <param name="Near">The candidate's sentence that comes nearest to a point that was missed, or null where none is near.</param>
/// <param name="WrongWord">The one word of that sentence that turns the fact into another, or null where there is none such.</param>
public sealed record PointVerdict(
    string Id, Facet Facet, string Fact, bool Earned, double Credit, Evidence? Evidence, string Note,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Evidence? Near = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? WrongWord = null);
