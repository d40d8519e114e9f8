using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Guards;

/// <summary>Takes out of speech what only hesitates.</summary>
internal static class Speech
{
    /// <summary>The tokens without fillers and without words that are said twice in a row: "the the uh the loss" is "the loss".</summary>
    public static Token[] Fluent(Token[] tokens)
    {
        List<Token> fluent = new(tokens.Length);
        foreach (Token token in tokens)
        {
            bool again = token.IsWord && fluent.Count > 0 && fluent[^1].Form == token.Form;
            if (!again && !WordLists.Fillers.Contains(token.Form))
            {
                fluent.Add(token);
            }
        }

        return [.. fluent];
    }
}
