using System.Text.RegularExpressions;

namespace Gradus.Tensors.Tests.Kernels.Products.Disassembly;

/// <summary>The machine code of methods, as the runtime writes it.</summary>
/// <param name="text">What it wrote.</param>
internal sealed partial class Listing(string text)
{
    private const int TimeoutMilliseconds = 10_000;

    /// <summary>The instructions of a method's loop that has the most fused multiply-adds; none where the method is not there or has no loop.</summary>
    /// <param name="method">Its name, and words that the line with its type arguments must have.</param>
    internal IReadOnlyList<string> Loop(params string[] method)
    {
        string[] lines = text.Split('\n');
        int begin = Array.FindIndex(lines, line => line.Contains("Assembly listing for method", StringComparison.Ordinal) && method.All(word => line.Contains(word, StringComparison.Ordinal)));
        if (begin < 0)
        {
            return [];
        }

        int end = Array.FindIndex(lines, begin + 1, line => line.Contains("Assembly listing for method", StringComparison.Ordinal));
        string[] body = lines[begin..(end < 0 ? lines.Length : end)];
        Dictionary<string, int> labels = [];
        IReadOnlyList<string> best = [];
        for (int i = 0; i < body.Length; i++)
        {
            if (Label().Match(body[i]) is { Success: true } label)
            {
                labels[label.Groups[1].Value] = i;
            }
            else if (Jump().Match(body[i]) is { Success: true } jump && labels.TryGetValue(jump.Groups[1].Value, out int from))
            {
                string[] loop = [.. body[from..(i + 1)].Where(line => line.StartsWith(' ') && line.Trim().Length > 0)];
                best = MultiplyAdds(loop) > MultiplyAdds(best) ? loop : best;
            }
        }

        return best;
    }

    /// <summary>How many instructions are fused multiply-adds of vectors.</summary>
    internal static int MultiplyAdds(IEnumerable<string> loop) => loop.Count(line => line.Contains("vfmadd", StringComparison.Ordinal));

    /// <summary>The instructions that move a vector from or to the stack.</summary>
    internal static IEnumerable<string> Spills(IEnumerable<string> loop) => loop.Where(line => Stack().IsMatch(line) && Vector().IsMatch(line));

    [GeneratedRegex(@"^(G_M\w+):", RegexOptions.None, TimeoutMilliseconds)]
    private static partial Regex Label();

    [GeneratedRegex(@"^\s+j\w+\s+(?:SHORT\s+)?(G_M\w+)", RegexOptions.None, TimeoutMilliseconds)]
    private static partial Regex Jump();

    [GeneratedRegex(@"\[r[sb]p\b", RegexOptions.None, TimeoutMilliseconds)]
    private static partial Regex Stack();

    [GeneratedRegex(@"\b[xyz]mm\d|\b[xyz]mmword", RegexOptions.None, TimeoutMilliseconds)]
    private static partial Regex Vector();
}
