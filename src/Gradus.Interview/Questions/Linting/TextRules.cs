using System.Text.RegularExpressions;

namespace Gradus.Interview.Questions.Linting;

/// <summary>Length, form and readability of the texts that people read.</summary>
internal static partial class TextRules
{
    private const int FewestWords = 200;
    private const int MostWords = 400;
    private const int MostCodeLines = 15;
    private const int MostFactWords = 60;
    private const double MostWordsASentence = 30;

    public static void Check(QuestionSource source, LintContext context)
    {
        Question question = source.Question!;
        string prose = Fence().Replace(question.ModelAnswer, " ");
        int words = Words(prose);
        if (words is < FewestWords or > MostWords)
        {
            context.Error(source, "Model answer", $"has {words} words without code, needed {FewestWords} to {MostWords}");
        }

        foreach (Match block in Fence().Matches(question.ModelAnswer))
        {
            int lines = block.Groups["code"].Value.Trim('\n').Split('\n').Length;
            if (lines > MostCodeLines)
            {
                context.Error(source, "Model answer", $"a code block has {lines} lines, at most {MostCodeLines} are meant");
            }
        }

        if (question.Kind == QuestionKind.Concept)
        {
            foreach (Facet facet in Enum.GetValues<Facet>().Where(facet => !question.ModelAnswer.Contains($"### {facet}", StringComparison.OrdinalIgnoreCase)))
            {
                context.Warn(source, "Model answer", $"the part '### {facet}' is missing");
            }
        }

        foreach ((int i, RubricPoint point) in question.Points.Index().Where(item => Words(item.Item.Fact) > MostFactWords))
        {
            context.Warn(source, $"points[{i + 1}].fact", $"has {Words(point.Fact)} words; a fact of more than {MostFactWords} is not atomic");
        }

        int sentences = Math.Max(1, SentenceEnd().Count(prose));
        double mean = (double)words / sentences;
        if (mean > MostWordsASentence)
        {
            context.Warn(source, "Model answer", FormattableString.Invariant($"has {mean:0} words a sentence on average; more than {MostWordsASentence:0} are hard to say aloud"));
        }
    }

    /// <summary>Words as people count them: runs that hold a letter or digit.</summary>
    internal static int Words(string text) => Word().Count(text);

    [GeneratedRegex(@"^```[^\n]*\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\S*[\p{L}\p{N}]\S*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Word();

    [GeneratedRegex(@"[.!?:;](\s|$)|\n\s*\n|\n\s*[-*] ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex SentenceEnd();
}
