namespace Gradus.Learning.Data.Text;

/// <summary>Joins neighbouring tokens.</summary>
internal static class TokenPairs
{
    /// <summary>Replaces each pair, from the left on, by one token.</summary>
    internal static void Merge(List<int> tokens, (int Left, int Right) pair, int merged)
    {
        int to = 0;
        for (int from = 0; from < tokens.Count; from++, to++)
        {
            bool meets = from + 1 < tokens.Count && (tokens[from], tokens[from + 1]) == pair;
            tokens[to] = meets ? merged : tokens[from];
            from += meets ? 1 : 0;
        }

        tokens.RemoveRange(to, tokens.Count - to);
    }
}
