using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Guards;

/// <summary>Tells an explanation from a list of words and from shuffled words.</summary>
internal sealed class Prose
{
    private const double MostViolations = 0.05;
    private const int FewestFunctionWords = 8;
    private const double FunctionWordsOfProse = 0.3;
    private const double LeastGlue = 0.17;

    /// <summary>Terse speech has little that joins its words, but verbs; a list of terms has neither.</summary>
    private const double LeastGlueBesideVerbs = 0.11;
    private const int FewestWordsOfList = 7;
    private const double FewestWordsAStop = 2;
    private const double MostWordsAStop = 14;
    private const double FewGlue = 0.24;
    private const double FewOrder = 0.04;
    private const double LeastWords = 0.4;
    private const double LeastOrder = -0.02;
    private const int FewestTokens = 40;
    private const double LeastRelations = 0.04;
    private const double FewRelations = 0.19;
    private const int TooShortToJudge = 25;
    private const double HardlyAnyRelations = 0.13;

    private const int FewestWordsToClip = 20;

    /// <summary>The tersest notes of those labelled have 0.07.</summary>
    private const double LeastShortest = 0.03;

    /// <summary>What joins the words of nearly every sentence; a list of terms, however long, has none.</summary>
    private static readonly HashSet<string> Shortest = WordLists.Set("a an the is are was be of to in it on at by as or and so if but not no you we i for with has its this that per");

    private static readonly HashSet<string> Operators = WordLists.Set("= -> / * + < > <= >= ^ ~ -");

    private static readonly HashSet<string> Determined = WordLists.Set("a an the its their every");

    private static readonly HashSet<string> TightPrepositions = WordLists.Set("of at from with into by");

    private static readonly HashSet<string> AfterNone = WordLists.Set("and or but of at from with into by on the a an");

    private readonly bool[] _relationalClause;
    private readonly AnalysedText _text;

    public Prose(AnalysedText text, WordOrder order)
    {
        _text = text;
        int clauses = text.Tokens.Length == 0 ? 0 : text.ClauseOf.Max() + 1;
        _relationalClause = new bool[clauses];
        int relations = 0;
        for (int i = 0; i < text.Tokens.Length; i++)
        {
            if (IsRelation(text.Tokens[i]) || IsValue(text.Tokens, i))
            {
                relations++;
                _relationalClause[text.ClauseOf[i]] = true;
            }
        }

        int operators = text.Tokens.Count(token => token.Kind == TokenKind.Symbol && Operators.Contains(token.Form));
        int glue = text.Tokens.Index().Count(item => (item.Item.IsWord && IsGlue(item.Item.Form)) || IsValue(text.Tokens, item.Index));
        (int violations, int function) = Violations(Speech.Fluent(text.Tokens));
        bool unrelated = relations < LeastRelations * text.WordCount && function < FunctionWordsOfProse * text.WordCount;
        bool unjoined = text.WordCount >= TooShortToJudge && glue + operators < (relations < FewRelations * text.WordCount ? LeastGlue : LeastGlueBesideVerbs) * text.WordCount;
        int stops = text.Tokens.Count(token => token.Kind == TokenKind.Stop);
        double? inOrder = order.Measure(text.Tokens, TooShortToJudge);
        bool looseWords = stops * MostWordsAStop < text.WordCount && glue + operators < FewGlue * text.WordCount && inOrder < FewOrder;
        bool clipped = text.WordCount >= FewestWordsToClip && text.Tokens.Index().Count(item => Shortest.Contains(item.Item.Form) && (item.Index == 0 || text.Tokens[item.Index - 1].Form != "_")) <= Math.Max(1, LeastShortest * text.WordCount);
        bool figures = text.Tokens.Count(token => token.IsWord) < LeastWords * text.WordCount;
        bool chopped = stops >= FewestWordsOfList && text.WordCount < FewestWordsAStop * stops;
        IsWordList = text.WordCount > 0 && (unrelated || unjoined || chopped || clipped || figures);
        bool clashing = function >= FewestFunctionWords && violations > MostViolations * function;
        IsShuffled = clashing || looseWords || (text.Tokens.Length >= FewestTokens && inOrder < LeastOrder);
        double share = text.WordCount == 0 ? 0 : (double)relations / text.WordCount;
        double enough = Math.Clamp((text.WordCount - TooShortToJudge) / (double)TooShortToJudge, 0, 1);
        Naming = enough * Math.Clamp((FewRelations - share) / (FewRelations - HardlyAnyRelations), 0, 1);
    }

    /// <summary>Whether the text as a whole only names things.</summary>
    public bool IsWordList { get; }

    /// <summary>Whether the order of its words is that of no English text.</summary>
    public bool IsShuffled { get; }

    /// <summary>How far the text names things rather than says something about them: 0 where a fifth of its words are verbs and operators, as in speech and prose, 1 where hardly any are.</summary>
    public double Naming { get; }

    /// <summary>Whether anything is said about a place: its clause has a verb, an operator or a comparison.</summary>
    public bool IsSaid(int token) => _relationalClause[_text.ClauseOf[token]];

    /// <summary>Whether a word joins others, as no word of a bare list does.</summary>
    private static bool IsGlue(string form) =>
        WordLists.Determiners.Contains(form) || WordLists.Prepositions.Contains(form) || WordLists.Auxiliaries.Contains(form) || WordLists.Pronouns.Contains(form) || form is "and" or "or";

    private static bool IsRelation(Token token) =>
        token.Kind == TokenKind.Symbol
            ? Operators.Contains(token.Form)
            : token.IsWord && (Verbs.IsVerb(token) || WordLists.Auxiliaries.Contains(token.Form) || token.Form is "than" or "because" or "if" or "so" or "when" or "without" or "per" or "then" or "but" or "instead" or "finally");

    /// <summary>Whether a number stands behind a name as its value: "beta2 0.999".</summary>
    private static bool IsValue(Token[] tokens, int i) =>
        i > 0 && tokens[i].Kind == TokenKind.Number && tokens[i - 1].IsWord && tokens[i - 1].End < tokens[i].Start;

    private static (int Violations, int FunctionWords) Violations(Token[] tokens)
    {
        int violations = 0;
        int function = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            Token token = tokens[i];
            if (!token.IsWord || !WordLists.Function.Contains(token.Form))
            {
                continue;
            }

            function++;
            Token? next = i + 1 < tokens.Length ? tokens[i + 1] : null;
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
