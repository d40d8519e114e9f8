namespace Gradus.Interview.Grading.Text;

/// <summary>Numbers the sentence and the clause of each token; survives formulas, code, lists and transcripts without punctuation.</summary>
internal static class Segmenter
{
    /// <summary>A run of more words without a stop is cut at its conjunctions: people talk so.</summary>
    private const int LongestSentence = 36;
    private const int ShortestPiece = 10;

    private static readonly HashSet<string> Abbreviations = WordLists.Set("e i g vs etc fig eq approx resp al cf ca incl dr mr prof no sec");

    private static readonly HashSet<string> SpokenBreaks = WordLists.Set("so because but then well um uh okay ok right now although whereas however otherwise anyway yeah also oh");

    public static void Number(string text, Token[] tokens, int[] sentences, int[] clauses)
    {
        int sentence = 0;
        int clause = 0;
        int length = 0;
        Stack<bool> formulas = [];
        for (int i = 0; i < tokens.Length; i++)
        {
            Token token = tokens[i];
            if (length > 0 && token.IsWord && WordLists.ClauseOpeners.Contains(token.Form))
            {
                clause++;
            }

            sentences[i] = sentence;
            clauses[i] = clause;
            if (token.Kind != TokenKind.Stop)
            {
                clause += token.Form is "(" or ")" && !TouchesFormula(text, token, formulas) ? 1 : 0;
                length += token.IsContent ? 1 : 0;
                continue;
            }

            bool ends = EndsSentence(text, tokens, i);
            clause += ends || token.Form != "\n" ? 1 : 0;
            if (length > 0 && ends)
            {
                sentence++;
                length = 0;
            }
        }

        CutLong(tokens, sentences);
    }

    /// <summary>Whether a bracket belongs to a call or a formula rather than to an aside; a closing one follows its opening one.</summary>
    private static bool TouchesFormula(string text, Token bracket, Stack<bool> formulas)
    {
        if (bracket.Form == "(")
        {
            formulas.Push((bracket.Start > 0 && !char.IsWhiteSpace(text[bracket.Start - 1])) || Behind(text, bracket.End));
            return formulas.Peek();
        }

        return (formulas.TryPop(out bool formula) && formula) || (bracket.End < text.Length && "*/^+-=·".Contains(text[bracket.End], StringComparison.Ordinal));
    }

    /// <summary>Whether what stands in the bracket is short and has an operator, as 1 - p has.</summary>
    private static bool Behind(string text, int from)
    {
        int close = text.IndexOf(')', from);
        return close > 0 && close - from < 16 && text.AsSpan(from, close - from).IndexOfAny("+-−*/^") >= 0;
    }

    private static bool EndsSentence(string text, Token[] tokens, int i)
    {
        switch (tokens[i].Form)
        {
            case "!" or "?":
                return true;
            case ".":
                bool abbreviation = i > 0 && tokens[i - 1].IsWord && tokens[i - 1].End == tokens[i].Start && Abbreviations.Contains(tokens[i - 1].Form);
                bool lowerNext = i + 1 < tokens.Length && char.IsLower(text[tokens[i + 1].Start]);
                return !abbreviation || (!lowerNext && tokens[i - 1].Form is not ("g" or "e" or "i" or "vs"));
            case "\n":
                return EndsAtLine(text, tokens, i);
            default:
                return false;
        }
    }

    private static bool EndsAtLine(string text, Token[] tokens, int i)
    {
        int lineEnd = tokens[i].Start;
        int next = tokens[i].End;
        int indent = 0;
        while (next < text.Length && text[next] is ' ' or '\t' or '\r')
        {
            next++;
            indent++;
        }

        if (next >= text.Length || text[next] is '\n' or '-' or '*' or '#' or '•' or '`' or '>' || indent >= 4)
        {
            return true;
        }

        int lineStart = lineEnd == 0 ? 0 : text.LastIndexOf('\n', lineEnd - 1) + 1;
        ReadOnlySpan<char> line = text.AsSpan(lineStart, lineEnd - lineStart).TrimEnd();
        bool listed = char.IsAsciiDigit(text[next]) && next + 1 < text.Length && text[next + 1] is '.' or ')';
        bool code = line.Contains('=') || line.EndsWith(")") || line.StartsWith("    ") || line.EndsWith("```");
        bool heading = line.StartsWith("#") || line.EndsWith(":");
        return listed || code || heading || (char.IsUpper(text[next]) && line.Length < 70);
    }

    private static void CutLong(Token[] tokens, int[] sentences)
    {
        int shift = 0;
        int start = 0;
        while (start < tokens.Length)
        {
            int end = start;
            int original = sentences[start];
            int words = 0;
            while (end < tokens.Length && sentences[end] == original)
            {
                words += tokens[end].IsContent ? 1 : 0;
                end++;
            }

            shift = words > LongestSentence ? CutOne(tokens, sentences, start, end, shift) : Shift(sentences, start, end, shift);
            start = end;
        }
    }

    private static int Shift(int[] sentences, int start, int end, int shift)
    {
        for (int i = start; i < end; i++)
        {
            sentences[i] += shift;
        }

        return shift;
    }

    private static int CutOne(Token[] tokens, int[] sentences, int start, int end, int shift)
    {
        int length = 0;
        for (int i = start; i < end; i++)
        {
            Token token = tokens[i];
            bool strong = token.IsWord && SpokenBreaks.Contains(token.Form);
            bool and = token.IsWord && token.Form == "and" && length >= ShortestPiece + 4;
            bool after = i > start && tokens[i - 1].Kind == TokenKind.Stop && length >= ShortestPiece;
            if (length >= LongestSentence || (strong && length >= ShortestPiece) || and || after)
            {
                shift++;
                length = 0;
            }

            length += token.IsContent ? 1 : 0;
            sentences[i] += shift;
        }

        return shift;
    }
}
