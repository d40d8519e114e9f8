namespace Gradus.Interview.Grading.Text;

/// <summary>A text with everything that the matchers ask of it, computed once.</summary>
internal sealed class AnalysedText
{
    private readonly int[] _firstToken;
    private readonly int[] _wordsBefore;

    public AnalysedText(string text, Vocabulary vocabulary)
    {
        Source = text;
        Token[] tokens = vocabulary.Read(text);
        Tokens = tokens;
        SentenceOf = new int[tokens.Length];
        ClauseOf = new int[tokens.Length];
        Segmenter.Number(text, tokens, SentenceOf, ClauseOf);
        SentenceCount = tokens.Length == 0 ? 0 : SentenceOf[^1] + 1;
        Skipped = Fillers(tokens);
        DeniedBy = Polarity.Scope(tokens, SentenceOf);
        Reported = Attribution.Reported(tokens, SentenceOf, SentenceCount);
        Rejected = Attribution.Rejected(tokens, SentenceOf, SentenceCount);
        Numbers = NumberReader.Read(tokens);
        Formula = FormulaView.Of(tokens);
        Positions = Index(tokens);
        WordCount = tokens.Count(token => token.IsContent);
        _firstToken = new int[SentenceCount + 1];
        _firstToken[SentenceCount] = tokens.Length;
        for (int i = tokens.Length - 1; i >= 0; i--)
        {
            _firstToken[SentenceOf[i]] = i;
        }

        _wordsBefore = new int[SentenceCount + 1];
        for (int i = 0; i < tokens.Length; i++)
        {
            _wordsBefore[SentenceOf[i] + 1] += tokens[i].IsContent && !Skipped[i] ? 1 : 0;
        }

        for (int s = 0; s < SentenceCount; s++)
        {
            _wordsBefore[s + 1] += _wordsBefore[s];
        }
    }

    public string Source { get; }

    public Token[] Tokens { get; }

    public int[] SentenceOf { get; }

    public int[] ClauseOf { get; }

    public int SentenceCount { get; }

    /// <summary>For each token, whether phrases read over it: fillers, articles and repeated words.</summary>
    public bool[] Skipped { get; }

    /// <summary>For each token, the negator that denies it, or <see cref="Polarity.Asserted"/>.</summary>
    public int[] DeniedBy { get; }

    /// <summary>For each sentence, whether it reports a belief or a mistake.</summary>
    public bool[] Reported { get; }

    /// <summary>For each sentence, whether it calls what it says untrue.</summary>
    public bool[] Rejected { get; }

    public List<NumberSpan> Numbers { get; }

    public FormulaView Formula { get; }

    /// <summary>Where each stem stands.</summary>
    public Dictionary<string, List<int>> Positions { get; }

    public int WordCount { get; }

    /// <summary>The tokens of a sentence as a half-open range.</summary>
    public (int First, int End) Range(int sentence) => (_firstToken[sentence], _firstToken[sentence + 1]);

    /// <summary>The tokens of neighbouring sentences.</summary>
    public ReadOnlySpan<Token> TokensOf(int firstSentence, int lastSentence) => Tokens.AsSpan(_firstToken[firstSentence].._firstToken[lastSentence + 1]);

    /// <summary>How many words and numbers stand in a run of sentences, fillers left out.</summary>
    public int WordsBetween(int firstSentence, int lastSentence) => _wordsBefore[lastSentence + 1] - _wordsBefore[firstSentence];

    private static bool[] Fillers(Token[] tokens)
    {
        bool[] skipped = new bool[tokens.Length];
        for (int i = 0; i < tokens.Length; i++)
        {
            string form = tokens[i].Form;
            string next = i + 1 < tokens.Length ? tokens[i + 1].Form : "";
            bool pair = (form == "you" && next == "know") || (form == "i" && next == "mean") || (form is "kind" or "sort" && next == "of");
            if (pair)
            {
                skipped[i] = true;
                skipped[i + 1] = true;
            }

            bool repeated = i > 0 && tokens[i].IsWord && tokens[i - 1].Form == form;
            skipped[i] |= repeated || (tokens[i].IsWord && (WordLists.Fillers.Contains(form) || WordLists.Articles.Contains(form)));
        }

        return skipped;
    }

    private static Dictionary<string, List<int>> Index(Token[] tokens)
    {
        Dictionary<string, List<int>> positions = new(StringComparer.Ordinal);
        for (int i = 0; i < tokens.Length; i++)
        {
            if (!tokens[i].IsContent)
            {
                continue;
            }

            if (!positions.TryGetValue(tokens[i].Stem, out List<int>? list))
            {
                positions[tokens[i].Stem] = list = [];
            }

            list.Add(i);
        }

        return positions;
    }
}
