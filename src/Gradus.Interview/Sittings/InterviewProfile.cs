namespace Gradus.Interview.Sittings;

/// <summary>Whom an interview is for.</summary>
/// <param name="Id">The id that question files and the command line use.</param>
/// <param name="Title">The name that people read.</param>
public sealed record InterviewProfile(string Id, string Title)
{
    /// <summary>The seven profiles of the curriculum, in its order.</summary>
    public static IReadOnlyList<InterviewProfile> All { get; } =
    [
        new("general", "General deep learning"),
        new("new-graduate", "New graduate"),
        new("engineer", "Deep-learning engineer"),
        new("computer-vision", "Computer vision"),
        new("nlp", "Natural language processing"),
        new("advanced", "Advanced and senior"),
        new("clinical", "Clinical AI"),
    ];

    /// <summary>The profile with an id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The profile, or null where there is none.</returns>
    public static InterviewProfile? Find(string id) => All.FirstOrDefault(profile => profile.Id == id);
}
