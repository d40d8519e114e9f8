using System.Text.Json;
using Gradus.Testing;

namespace Gradus.Learning.Tests.Fixtures;

/// <summary>Reads what oracles/learning.py stored.</summary>
internal static class Fixture
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    internal static IReadOnlyList<T> Read<T>(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.Combine("tests", "Gradus.Learning.Tests", "Fixtures", name)));
        return document.RootElement.GetProperty("cases").Deserialize<T[]>(Options)!;
    }
}
