namespace Gradus.Labs.Running;

/// <summary>The heart of a lab as it stands in the source that was compiled: the build embeds each lab's file, and what lies between the marks is shown.</summary>
internal static class LabCode
{
    private const string Begin = "// begin: shown";
    private const string End = "// end: shown";

    /// <summary>The shown lines of a lab.</summary>
    /// <param name="lab">The lab's type; its file has the type's name.</param>
    /// <returns>The lines between the marks, moved to the left margin.</returns>
    /// <exception cref="InvalidOperationException">The file is not embedded or has no marks.</exception>
    public static string Of(Type lab)
    {
        string name = $"labs/{lab.Name}.cs";
        using Stream stream = lab.Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The source {name} is not in {lab.Assembly.GetName().Name}; name the file after the lab's type and let it end in Lab.cs.");
        using StreamReader reader = new(stream);
        return Shown(reader.ReadToEnd(), name);
    }

    /// <summary>The lines of a source between the marks.</summary>
    /// <param name="source">The source.</param>
    /// <param name="name">Its name, for the error.</param>
    /// <returns>The lines, moved to the left margin.</returns>
    /// <exception cref="InvalidOperationException">A mark is missing.</exception>
    public static string Shown(string source, string name)
    {
        string[] lines = source.ReplaceLineEndings("\n").Split('\n');
        int begin = Array.FindIndex(lines, line => line.Trim() == Begin);
        int end = Array.FindIndex(lines, line => line.Trim() == End);
        if (begin < 0 || end <= begin + 1)
        {
            throw new InvalidOperationException($"{name} shows no code; put its heart between the lines '{Begin}' and '{End}'.");
        }

        string[] shown = lines[(begin + 1)..end];
        int margin = shown.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', shown.Select(line => line.Length >= margin ? line[margin..] : ""));
    }
}
