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
}
