using Gradus.Interview.Grading.Text;

namespace Gradus.Interview.Grading.Guards;

/// <summary>Finds the sentences of an answer that only repeat the question.</summary>
internal sealed class Echo
{
    private const double MostShared = 0.85;

    /// <summary>Fewer tokens may be an answer even if the question has them: "PyTorch." where it asks which framework.</summary>
    private const int FewestWords = 5;

    private readonly List<HashSet<string>> _asked = [];
    private readonly List<string> _forms = [];

    public Echo(IEnumerable<string> questions, Vocabulary vocabulary)
    {
        foreach (string question in questions)
        {
            _forms.Add(Forms(Tokenizer.Tokens(question)));
            _asked.Add([.. vocabulary.Read(question).Where(token => token.IsContent && !WordLists.Function.Contains(token.Form)).Select(token => token.Stem)]);
        }
    }

    /// <summary>For each sentence, whether it says something of its own.</summary>
    public bool[] Own(AnalysedText text)
    {
        bool[] own = new bool[text.SentenceCount];
        for (int s = 0; s < own.Length; s++)
        {
            (int first, int end) = text.Range(s);
            string[] stems = [.. text.Tokens.Skip(first).Take(end - first).Where(token => token.IsContent && !WordLists.Function.Contains(token.Form)).Select(token => token.Stem)];
            bool asks = end > first && text.Tokens[end - 1].Form == "?";
            string forms = Forms(text.Tokens[first..end]);
            own[s] = !_forms.Exists(asked => end - first >= FewestWords && asked.Contains(forms, StringComparison.Ordinal)) && (stems.Length < 3 || !_asked.Exists(asked => stems.Count(asked.Contains) >= (asks ? 0.6 : MostShared) * stems.Length));
        }

        return own;
    }

    /// <summary>The words in order, between spaces.</summary>
    private static string Forms(IEnumerable<Token> tokens) => $" {string.Join(' ', tokens.Where(token => token.IsWord).Select(token => token.Form))} ";
}
