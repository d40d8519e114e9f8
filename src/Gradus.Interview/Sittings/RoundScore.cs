using System.Text.Json.Serialization;
using Gradus.Interview.Grading.Structures;
using Gradus.Interview.Questions;

namespace Gradus.Interview.Sittings;

/// <summary>How a round went.</summary>
/// <param name="Round">The round's number, from 1.</param>
/// <param name="Question">The question's id.</param>
/// <param name="Title">The question's title.</param>
/// <param name="Topic">The topic's id.</param>
/// <param name="FollowUpOf">The round that it followed up, or null.</param>
/// <param name="Score">The score of its answer less what hints cost, 0 to 1; 0 where it was passed over.</param>
/// <param name="Skipped">Whether it was passed over.</param>
/// <param name="Seconds">How long the answer took.</param>
/// <param name="Words">How many words it had.</param>
/// <param name="ReviewAt">When the question comes back for review, or null.</param>
/// <param name="Kind">How the question was put.</param>
/// <param name="Hints">How many hints were taken.</param>
/// <param name="Parts">The parts of the round's structure, or null where the rubric alone decided.</param>
public sealed record RoundScore(
    int Round,
    string Question,
    string Title,
    string Topic,
    int? FollowUpOf,
    double Score,
    bool Skipped,
    double Seconds,
    int Words,
    DateTimeOffset? ReviewAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] RoundKind Kind = RoundKind.Explain,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Hints = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<StructurePart>? Parts = null);
