namespace Gradus.Hosting.Exchange;

/// <summary>A file cannot be imported; nothing of it was.</summary>
/// <param name="source">The file's name.</param>
/// <param name="problem">Where in it, what was found, what is needed. What it quotes of the file, or of others' words about it, may hold anything: control characters are shown as �, and what is too long is cut.</param>
/// <param name="inner">What told of it, or null.</param>
public sealed class ImportException(string source, string problem, Exception? inner = null) : Exception($"{source}: {Shown(problem)} Nothing was imported.", inner)
{
    private const int MostLetters = 500;

    private static string Shown(string problem)
    {
        string plain = string.Concat(problem.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter));
        return plain.Length <= MostLetters ? plain : $"{plain[..MostLetters]} ….";
    }
}
