using System.Text.Json;
using Gradus.Testing;

namespace Gradus.Learning.Tests.Fixtures;

/// <summary>Reads what the scripts of oracles/ stored.</summary>
internal static class Fixture
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    internal static string Folder => RepositoryRoot.Combine("tests", "Gradus.Learning.Tests", "Fixtures");

    internal static IReadOnlyList<T> Read<T>(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name)));
        return document.RootElement.GetProperty("cases").Deserialize<T[]>(Options)!;
    }
}
