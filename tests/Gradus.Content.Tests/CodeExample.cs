using System.Globalization;
using System.Reflection;
using Gradus.Evaluation.Calibration;
using Gradus.Learning;
using Gradus.Tensors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Gradus.Content.Tests;

/// <summary>The C# block of a question's model answer, as a console program of top-level statements that may use the engine.</summary>
internal sealed class CodeExample
{
    private static readonly Assembly Tensors = typeof(Tensor).Assembly;
    private static readonly Assembly Learning = typeof(Layer).Assembly;
    private static readonly Assembly Evaluation = typeof(ReliabilityBin).Assembly;

    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp14);
    private static readonly SyntaxTree Usings = CSharpSyntaxTree.ParseText(GlobalUsings(), Language);
    private static readonly MetadataReference[] References = [.. AssemblyFiles().Select(path => MetadataReference.CreateFromFile(path))];
    private static readonly CSharpCompilationOptions Options = new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false);

    private readonly string _file;
    private readonly int _fence;

    private CodeExample(string file, int fence, string[] lines)
    {
        _file = file;
        _fence = fence;
        Lines = lines;
    }

    /// <summary>The lines between the fences.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>Reads the blocks of a question's file.</summary>
    public static IEnumerable<CodeExample> In(string path)
    {
        string[] lines = File.ReadAllLines(path);
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i] == "```csharp")
            {
                string[] block = [.. lines.Skip(i + 1).TakeWhile(line => line != "```")];
                yield return new CodeExample(Path.GetFileName(path), i + 1, block);
                i += block.Length + 1;
            }
        }
    }

    /// <summary>Compiles the block.</summary>
    /// <returns>Each error with the file and the line that it is in.</returns>
    public string[] Errors()
    {
        SyntaxTree program = CSharpSyntaxTree.ParseText(string.Join('\n', Lines), Language);
        var compilation = CSharpCompilation.Create("Example", [Usings, program], References, Options);
        return [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(Describe)];
    }

    private string Describe(Diagnostic error) =>
        $"{_file}({_fence + 1 + error.Location.GetLineSpan().StartLinePosition.Line}): {error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}";

    private static string GlobalUsings()
    {
        IEnumerable<string> engine = Tensors.GetExportedTypes().Concat(Learning.GetExportedTypes()).Select(type => type.Namespace!);
        string[] framework = ["System", "System.Linq", "System.Collections.Generic"];
        return string.Join('\n', framework.Concat(engine.Distinct().Order(StringComparer.Ordinal)).Select(name => $"global using {name};"));
    }

    private static IEnumerable<string> AssemblyFiles()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string[] loadable = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return [.. loadable.Where(path => Path.GetDirectoryName(path) == framework), Tensors.Location, Learning.Location, Evaluation.Location];
    }
}
