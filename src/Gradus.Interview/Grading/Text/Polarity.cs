namespace Gradus.Interview.Grading.Text;

/// <summary>Finds what an answer denies: for each token the negator in whose scope it stands.</summary>
internal static class Polarity
{
    /// <summary>The value for a token that is asserted.</summary>
    public const int Asserted = -1;

    private const int LongScope = 9;
    private const int ShortScope = 5;

    private static readonly HashSet<string> LongNegators = WordLists.Set("not never nobody nothing none hardly barely rarely seldom neither nor");

    private static readonly HashSet<string> ShortNegators = WordLists.Set("no without lack lacks lacking absent absence zero-shot unable");

    private static readonly HashSet<string> NotReally = WordLists.Set("only just merely simply necessarily");

    private static readonly HashSet<string> NoReally = WordLists.Set("matter doubt wonder");

    private static readonly HashSet<string> Ends = WordLists.Set("but because so since although though while whereas if unless until however except therefore which hence then");

    /// <summary>The index of the negator that denies each token, or <see cref="Asserted"/>.</summary>
    public static int[] Scope(Token[] tokens, int[] sentences)
    {
        int[] denied = new int[tokens.Length];
        Array.Fill(denied, Asserted);
        for (int i = 0; i < tokens.Length; i++)
        {
            (int first, int reach) = Negator(tokens, i);
            if (reach > 0)
            {
                Spread(tokens, sentences, denied, i, first, reach);
            }
        }

        return denied;
    }

    /// <summary>Where the scope of a negator begins and how many words it reaches; a reach of 0 for other tokens.</summary>
    private static (int First, int Reach) Negator(Token[] tokens, int i)
    {
        Token token = tokens[i];
        if (!token.IsWord)
        {
            return (0, 0);
        }

        string next = i + 1 < tokens.Length ? tokens[i + 1].Form : "";
        if (token.Form == "no" && next is "_" or "grad" or "op")
        {
            // Part of a name, as in no_grad.
            return (0, 0);
        }

        if (LongNegators.Contains(token.Form))
        {
            return token.Form == "not" && NotReally.Contains(next) ? (0, 0) : (i + 1, LongScope);
        }

        if (ShortNegators.Contains(token.Form))
        {
            return token.Form == "no" && (NoReally.Contains(next) || next == "longer") ? (i + 2, next == "longer" ? LongScope : 0) : (i + 1, ShortScope);
        }

        bool instead = (token.Form == "instead" && next == "of") || (token.Form == "rather" && next == "than") || (token.Stem == "fail" && next == "to") || (token.Stem == "free" && next == "of");
        return instead ? (i + 2, ShortScope) : (0, 0);
    }

    private static void Spread(Token[] tokens, int[] sentences, int[] denied, int negator, int first, int reach)
    {
        int words = 0;
        bool content = false;
        for (int i = first; i < tokens.Length && words < reach && sentences[i] == sentences[negator]; i++)
        {
            Token token = tokens[i];
            bool stop = (token.Kind == TokenKind.Stop && token.Form != "\n") || Ends.Contains(token.Form) || (content && WordLists.Adjuncts.Contains(token.Form)) || token.Form == "and";
            if (stop)
            {
                return;
            }

            if (!token.IsContent)
            {
                continue;
            }

            words++;
            content |= !WordLists.Function.Contains(token.Form);

            // Two negations in one clause cancel: "you cannot do it without".
            denied[i] = denied[i] == Asserted ? negator : Asserted;
        }
    }
}
