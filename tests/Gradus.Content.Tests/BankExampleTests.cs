using Gradus.Testing;

namespace Gradus.Content.Tests;

/// <summary>The C# block of a model answer is short and compiles.</summary>
public sealed class BankExampleTests
{
    private const int MostLines = 15;

    private static readonly Dictionary<string, CodeExample[]> Examples = ReadExamples();

    private static readonly Lazy<Dictionary<string, string[]>> Errors = new(CompileAll);

    public static TheoryData<string> QuestionIds => [.. Examples.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(QuestionIds))]
    public void Example_OfQuestion_Compiles(string id)
    {
        string[] errors = Errors.Value[id];

        Assert.True(errors.Length == 0, string.Join('\n', errors));
    }

    [Theory]
    [MemberData(nameof(QuestionIds))]
    public void Example_OfQuestion_IsOneShortBlock(string id)
    {
        CodeExample example = Assert.Single(Examples[id]);

        Assert.InRange(example.Lines.Count, 1, MostLines);
    }

    [Fact]
    public void Errors_PlantedFault_AreNamedWithFileAndLine()
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "planted.md");
        File.WriteAllText(path, "### Example\n\n```csharp\nTensor x = Tensor.Ones(2);\nTensor y = x + missing;\n```\n");

        string error = Assert.Single(Assert.Single(CodeExample.In(path)).Errors());

        Assert.StartsWith("planted.md(5): CS0103: ", error, StringComparison.Ordinal);
    }

    private static Dictionary<string, CodeExample[]> ReadExamples() =>
        Directory.EnumerateDirectories(RepositoryRoot.Combine("bank"))
            .SelectMany(topic => Directory.EnumerateFiles(topic, "*.md"))
            .Select(path => (Id: Path.GetFileNameWithoutExtension(path), Blocks: CodeExample.In(path).ToArray()))
            .Where(question => question.Blocks.Length > 0)
            .ToDictionary(question => question.Id, question => question.Blocks, StringComparer.Ordinal);

    private static Dictionary<string, string[]> CompileAll() =>
        Examples.AsParallel()
            .Select(question => (Id: question.Key, Errors: question.Value.SelectMany(example => example.Errors()).ToArray()))
            .ToDictionary(question => question.Id, question => question.Errors, StringComparer.Ordinal);
}
