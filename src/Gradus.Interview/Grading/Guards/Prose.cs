using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Guards;

/// <summary>Tells an explanation from a list of words and from shuffled words.</summary>
internal sealed class Prose
{
    private const double MostViolations = 0.16;
    private const int FewestFunctionWords = 12;
    private const double LeastRelations = 0.07;
    private const double FunctionWordsOfProse = 0.3;

    private static readonly HashSet<string> Operators = WordLists.Set("= -> / * + < > <= >= ^ ~ -");

    private static readonly HashSet<string> Determined = WordLists.Set("a an the its their every");

    private static readonly HashSet<string> TightPrepositions = WordLists.Set("of at from with into by");

    private static readonly HashSet<string> AfterNone = WordLists.Set("and or but of at from with into by on the a an");

    private readonly bool[] _relationalClause;
    private readonly AnalysedText _text;

    public Prose(AnalysedText text)
    {
        _text = text;
        int clauses = text.Tokens.Count == 0 ? 0 : text.ClauseOf.Max() + 1;
        _relationalClause = new bool[clauses];
        int relations = 0;
        for (int i = 0; i < text.Tokens.Count; i++)
        {
            if (IsRelation(text.Tokens[i]) || IsValue(text.Tokens, i))
            {
                relations++;
                _relationalClause[text.ClauseOf[i]] = true;
            }
        }

        (int violations, int function) = Violations(text);
        IsWordList = text.WordCount > 0 && relations < LeastRelations * text.WordCount && function < FunctionWordsOfProse * text.WordCount;
        IsShuffled = function >= FewestFunctionWords && violations > MostViolations * function;
        ViolationShare = function == 0 ? 0 : (double)violations / function;
        RelationShare = text.WordCount == 0 ? 0 : (double)relations / text.WordCount;
    }

    /// <summary>Whether the text as a whole only names things.</summary>
    public bool IsWordList { get; }

    /// <summary>Whether the order of its words is that of no English text.</summary>
    public bool IsShuffled { get; }

    public double ViolationShare { get; }

    public double RelationShare { get; }

    /// <summary>Whether anything is said about a place: its clause has a verb, an operator or a comparison.</summary>
    public bool IsSaid(int token) => _relationalClause[_text.ClauseOf[token]];

    private static bool IsRelation(Token token) =>
        token.Kind == TokenKind.Symbol
            ? Operators.Contains(token.Form)
            : token.IsWord && (Verbs.IsVerb(token) || WordLists.Auxiliaries.Contains(token.Form) || token.Form is "than" or "because" or "if" or "so" or "when" or "without" or "per" or "then" or "but" or "instead" or "finally");

    /// <summary>Whether a number stands behind a name as its value: "beta2 0.999".</summary>
    private static bool IsValue(IReadOnlyList<Token> tokens, int i) =>
        i > 0 && tokens[i].Kind == TokenKind.Number && tokens[i - 1].IsContent && tokens[i - 1].End < tokens[i].Start;

    private static (int Violations, int FunctionWords) Violations(AnalysedText text)
    {
        int violations = 0;
        int function = 0;
        for (int i = 0; i < text.Tokens.Count; i++)
        {
            Token token = text.Tokens[i];
            if (!token.IsWord || !WordLists.Function.Contains(token.Form))
            {
                continue;
            }

            function++;
            Token? next = i + 1 < text.Tokens.Count ? text.Tokens[i + 1] : null;
            violations += Clashes(token, next) ? 1 : 0;
        }

        return (violations, function);
    }

    private static bool Clashes(Token token, Token? next)
    {
        bool ends = next is null or { Kind: TokenKind.Stop, Form: "." or "!" or "?" };
        if (ends)
        {
            return Determined.Contains(token.Form) || token.Form is "and" or "or" or "of" or "from" or "into";
        }

        Token follower = next!.Value;
        if (!follower.IsWord || follower.Form == token.Form)
        {
            return false;
        }

        if (Determined.Contains(token.Form))
        {
            return Determined.Contains(follower.Form) || WordLists.Prepositions.Contains(follower.Form) || WordLists.Auxiliaries.Contains(follower.Form) || WordLists.Conjunctions.Contains(follower.Form);
        }

        if (TightPrepositions.Contains(token.Form))
        {
            return TightPrepositions.Contains(follower.Form) || WordLists.Auxiliaries.Contains(follower.Form) || follower.Form is "and" or "or" or "but" or "because" or "to";
        }

        bool conjunction = token.Form is "and" or "or" or "but";
        return (conjunction && AfterNone.Contains(follower.Form) && follower.Form is not ("the" or "a" or "an" or "at" or "with" or "by" or "from" or "on" or "of" or "into"))
            || (WordLists.Auxiliaries.Contains(token.Form) && follower.Form is "of" or "and" or "or" or "but");
    }
}
