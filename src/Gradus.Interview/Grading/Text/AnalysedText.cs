namespace Gradus.Interview.Grading.Text;

/// <summary>A text with everything that the matchers ask of it, computed once.</summary>
internal sealed class AnalysedText
{
    private readonly int[] _firstToken;

    public AnalysedText(string text, Vocabulary vocabulary)
    {
        Source = text;
        List<Token> tokens = vocabulary.Mend(Tokenizer.Tokens(text));
        Tokens = tokens;
        SentenceOf = new int[tokens.Count];
        ClauseOf = new int[tokens.Count];
        Segmenter.Number(text, tokens, SentenceOf, ClauseOf);
        SentenceCount = tokens.Count == 0 ? 0 : SentenceOf[^1] + 1;
        Skipped = Fillers(tokens);
        DeniedBy = Polarity.Scope(tokens, SentenceOf);
        Reported = Attribution.Reported(tokens, SentenceOf, SentenceCount);
        Rejected = Attribution.Rejected(tokens, SentenceOf, SentenceCount);
        Numbers = NumberReader.Read(tokens);
        Formula = FormulaView.Of(tokens);
        Positions = Index(tokens);
        WordCount = tokens.Count(token => token.IsContent);
        _firstToken = new int[SentenceCount + 1];
        _firstToken[SentenceCount] = tokens.Count;
        for (int i = tokens.Count - 1; i >= 0; i--)
        {
            _firstToken[SentenceOf[i]] = i;
        }
    }

    public string Source { get; }

    public IReadOnlyList<Token> Tokens { get; }

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

    public IReadOnlyList<NumberSpan> Numbers { get; }

    public FormulaView Formula { get; }

    /// <summary>Where each stem stands.</summary>
    public IReadOnlyDictionary<string, List<int>> Positions { get; }

    public int WordCount { get; }

    /// <summary>The tokens of a sentence as a half-open range.</summary>
    public (int First, int End) Range(int sentence) => (_firstToken[sentence], _firstToken[sentence + 1]);

    /// <summary>How many words and numbers stand in a run of sentences, fillers left out.</summary>
    public int WordsBetween(int firstSentence, int lastSentence)
    {
        int words = 0;
        for (int i = _firstToken[firstSentence]; i < _firstToken[lastSentence + 1]; i++)
        {
            words += Tokens[i].IsContent && !Skipped[i] ? 1 : 0;
        }

        return words;
    }

    private static bool[] Fillers(List<Token> tokens)
    {
        bool[] skipped = new bool[tokens.Count];
        for (int i = 0; i < tokens.Count; i++)
        {
            string form = tokens[i].Form;
            string next = i + 1 < tokens.Count ? tokens[i + 1].Form : "";
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

    private static Dictionary<string, List<int>> Index(List<Token> tokens)
    {
        Dictionary<string, List<int>> positions = new(StringComparer.Ordinal);
        for (int i = 0; i < tokens.Count; i++)
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
