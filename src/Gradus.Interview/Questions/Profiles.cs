namespace Gradus.Interview.Questions;

/// <summary>The closed list of profiles.</summary>
public static class Profiles
{
    /// <summary>The id of the profile of clinical roles.</summary>
    public const string Clinical = "clinical";

    /// <summary>All profiles, the most general first.</summary>
    public static IReadOnlyList<Profile> All { get; } =
    [
        new("general", "General deep learning"),
        new("new-graduate", "New graduate"),
        new("engineer", "Deep-learning engineer"),
        new("computer-vision", "Computer vision"),
        new("nlp", "Natural language processing"),
        new("advanced", "Advanced and senior"),
        new(Clinical, "Clinical AI"),
    ];

    /// <summary>The profile with this id, or null.</summary>
    /// <param name="id">A profile's id, such as <c>new-graduate</c>.</param>
    public static Profile? Find(string id) => All.FirstOrDefault(profile => profile.Id == id);
}
