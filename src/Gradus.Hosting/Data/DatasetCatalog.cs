using System.Text.Json;
using Gradus.Hosting.Services;
using Gradus.Interview.Questions;

namespace Gradus.Hosting.Data;

/// <summary>The data sets that Gradus knows by name: <c>datasets.json</c> beside this file.</summary>
public static class DatasetCatalog
{
    /// <summary>All of them, in the order of the file.</summary>
    public static IReadOnlyList<CatalogedDataset> All { get; } = Read();

    /// <summary>Finds a data set.</summary>
    /// <param name="id">Its name.</param>
    /// <returns>The data set.</returns>
    /// <exception cref="UnknownIdException">There is none; the nearest names are told.</exception>
    public static CatalogedDataset Find(string id) =>
        All.FirstOrDefault(dataset => dataset.Id == id) ?? throw new UnknownIdException("data set", id, NearestId.Among(All.Select(dataset => dataset.Id), id));

    private static CatalogedDataset[] Read()
    {
        using Stream stream = typeof(DatasetCatalog).Assembly.GetManifestResourceStream("Gradus.Hosting.Data.datasets.json")!;
        return JsonSerializer.Deserialize<CatalogedDataset[]>(stream, new JsonSerializerOptions(JsonSerializerDefaults.Web))!;
    }
}
