using System.Text.Json.Serialization;
using Gradus.Interview.Questions;

namespace Gradus.Interview.Sittings;

/// <summary>What kind of interview is wanted.</summary>
public sealed record InterviewOptions
{
    /// <summary>The profile's id; one of <see cref="Questions.Profiles.All"/>. Default <c>general</c>.</summary>
    public string Profile { get; init; } = "general";

    /// <summary>1 foundation, 2 working knowledge, 3 advanced. Default 2.</summary>
    public int Level { get; init; } = 2;

    /// <summary>The time for the whole interview; about five minutes a question, three to eight questions. Default 30.</summary>
    public int Minutes { get; init; } = 30;

    /// <summary>Decides the choice of questions and their openings.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>
    /// Whether the questions that the person is due to review or has missed are preferred; off when the choice must depend
    /// on seed, profile, level and bank alone, as with a script. Default off.
    /// </summary>
    public bool PreferWeak { get; init; }

    /// <summary>The topic that is practised, by its id; one of <see cref="Topics.All"/>. Then every question of the topic may be asked, whatever its profiles. Null for all topics of the profile.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Topic { get; init; }

    /// <summary>Which kinds of rounds it has. Default <see cref="RoundMix.Explain"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public RoundMix Rounds { get; init; }
}
