namespace Gradus.Labs;

/// <summary>All labs.</summary>
public static class LabCatalog
{
    /// <summary>The labs in alphabetical order of their ids.</summary>
    public static IReadOnlyList<Lab> All { get; } = [];

    /// <summary>The lab with an id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The lab, or null where there is none.</returns>
    public static Lab? Find(string id) => All.FirstOrDefault(lab => lab.Id == id);
}
