using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Guards;

/// <summary>Knows which kinds of words follow each other in the bank's own texts, spoken ones among them, and so tells prose from shuffled words.</summary>
/// <remarks>
/// The measure is the mean over neighbouring tokens of ln(P(b | a) / P(b)) for their word classes, with counts smoothed by
/// <see cref="Smoothing"/>: above zero for prose, also terse or spoken, at or below zero where the order is random.
/// </remarks>
internal sealed class WordOrder
{
    private const double Smoothing = 3;
    private const int FewestPairs = 1500;
    private static readonly int Classes = Enum.GetValues<WordClass>().Length;

    private readonly int[,] _pairs = new int[Classes, Classes];
    private readonly int[] _left = new int[Classes];
    private readonly int[] _right = new int[Classes];
    private int _total;

    private enum WordClass
    {
        Article,
        Determiner,
        Of,
        To,
        Preposition,
        And,
        Conjunction,
        Be,
        Auxiliary,
        Pronoun,
        Not,
        Adverb,
        Verb,
        Gerund,
        Participle,
        Number,
        Operator,
        Bracket,
        Stop,
        Noun,
    }

    /// <summary>Learns from a text in good order.</summary>
    public void Add(string text)
    {
        List<WordClass> classes = ClassesOf(Tokenizer.Tokens(text));
        for (int i = 1; i < classes.Count; i++)
        {
            _pairs[(int)classes[i - 1], (int)classes[i]]++;
            _left[(int)classes[i - 1]]++;
            _right[(int)classes[i]]++;
            _total++;
        }
    }

    /// <summary>How much the order of a text looks like prose; null for a text too short, or where too little was learnt.</summary>
    public double? Measure(Token[] tokens, int fewest)
    {
        List<WordClass> classes = ClassesOf(tokens);
        if (_total < FewestPairs || classes.Count <= fewest)
        {
            return null;
        }

        double sum = 0;
        for (int i = 1; i < classes.Count; i++)
        {
            int a = (int)classes[i - 1];
            int b = (int)classes[i];
            double share = (_right[b] + 1.0) / (_total + Classes);
            double given = (_pairs[a, b] + (Smoothing * share)) / (_left[a] + Smoothing);
            sum += Math.Log(given / share);
        }

        return sum / (classes.Count - 1);
    }

    private static List<WordClass> ClassesOf(Token[] tokens)
    {
        List<WordClass> classes = new(tokens.Length);
        foreach (Token token in Speech.Fluent(tokens))
        {
            WordClass next = ClassOf(token);
            bool repeatedStop = next is WordClass.Stop or WordClass.Bracket && classes.Count > 0 && classes[^1] == next;
            if (!repeatedStop)
            {
                classes.Add(next);
            }
        }

        return classes;
    }

    private static WordClass ClassOf(Token token) => token.Kind switch
    {
        TokenKind.Number => WordClass.Number,
        TokenKind.Stop => WordClass.Stop,
        TokenKind.Symbol => token.Form is "(" or ")" or "[" or "]" or "{" or "}" ? WordClass.Bracket : WordClass.Operator,
        _ => token.Form switch
        {
            "a" or "an" or "the" => WordClass.Article,
            "of" => WordClass.Of,
            "to" => WordClass.To,
            "and" or "or" => WordClass.And,
            "not" or "no" or "never" => WordClass.Not,
            "is" or "are" or "was" or "were" or "be" or "been" or "being" => WordClass.Be,
            _ when WordLists.Determiners.Contains(token.Form) => WordClass.Determiner,
            _ when WordLists.Pronouns.Contains(token.Form) => WordClass.Pronoun,
            _ when WordLists.Auxiliaries.Contains(token.Form) => WordClass.Auxiliary,
            _ when WordLists.Conjunctions.Contains(token.Form) => WordClass.Conjunction,
            _ when WordLists.Prepositions.Contains(token.Form) => WordClass.Preposition,
            _ when WordLists.Function.Contains(token.Form) => WordClass.Adverb,
            _ when token.Form.EndsWith("ing", StringComparison.Ordinal) => WordClass.Gerund,
            _ when token.Form.EndsWith("ed", StringComparison.Ordinal) => WordClass.Participle,
            _ when Verbs.IsVerb(token) => WordClass.Verb,
            _ => WordClass.Noun,
        },
    };
}
