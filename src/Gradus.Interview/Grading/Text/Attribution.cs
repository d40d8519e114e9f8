namespace Gradus.Interview.Grading.Text;

/// <summary>Finds what an answer reports rather than asserts: "people think that", "it is a myth that", "a common mistake is".</summary>
internal static class Attribution
{
    private static readonly HashSet<string> Rejecting = WordLists.Set("myth misconception fallacy wrong false incorrect untrue nonsense mistaken mistakenly wrongly falsely contrary");

    private static readonly HashSet<string> Believing = [.. WordLists.Set("think believe assume claim say expect suppose imagine hope tempting naive naively intuitively").Select(Stemmer.Stem)];

    private static readonly HashSet<string> Others = WordLists.Set("people some many others beginners beginner candidates someone somebody one folks textbooks blog blogs students often sometimes they");

    /// <summary>Behind "wrong" or "false": what is wrong is a prediction, not a belief.</summary>
    private static readonly HashSet<string> Described = WordLists.Set("half every alarm alarms positive positives negative negatives prediction predictions class classes label labels answer answers");

    private static readonly HashSet<string> Predicted = WordLists.Set("prediction predictions model classifier patient patients case cases label labels answer answers half");

    /// <summary>Behind "no": the speaker takes back what was just said.</summary>
    private static readonly HashSet<string> TakingBack = WordLists.Set("wait sorry not i you it that actually");

    private const int FirstWords = 3;

    private static readonly HashSet<string> Erring = [.. WordLists.Set("mistake pitfall trap bug confusion confuse").Select(Stemmer.Stem)];

    /// <summary>For each sentence, whether it rejects or reports a belief; such a sentence asserts no misconception.</summary>
    public static bool[] Reported(Token[] tokens, int[] sentences, int count)
    {
        bool[] reported = new bool[count];
        for (int i = 0; i < tokens.Length; i++)
        {
            Token token = tokens[i];
            if (!token.IsWord)
            {
                continue;
            }

            bool believed = Believing.Contains(token.Stem) && HasBefore(tokens, sentences, i, Others, reach: 8);
            bool halfTrue = token.Form == "true" && i > 0 && tokens[i - 1].Form is "half" or "partly" or "hardly";
            int next = i + 1 < tokens.Length && tokens[i + 1].Form == "," ? i + 2 : i + 1;
            bool takenBack = token.Form == "no" && next < tokens.Length && TakingBack.Contains(tokens[next].Form);
            if ((Rejecting.Contains(token.Form) && !Describes(tokens, i)) || Erring.Contains(token.Stem) || believed || halfTrue || takenBack)
            {
                reported[sentences[i]] = true;
            }

            // "you concatenate it. Uh no, you add it"
            if (takenBack && sentences[i] > 0 && (i < FirstWords || sentences[i - FirstWords] != sentences[i]))
            {
                reported[sentences[i] - 1] = true;
            }
        }

        return reported;
    }

    /// <summary>For each sentence, whether it says that a belief is false, so that it asserts nothing at all.</summary>
    public static bool[] Rejected(Token[] tokens, int[] sentences, int count)
    {
        bool[] rejected = new bool[count];
        for (int i = 0; i < tokens.Length; i++)
        {
            bool myth = tokens[i].Form is "myth" or "misconception" or "fallacy" || (tokens[i].Form is "true" && i > 0 && tokens[i - 1].Form == "not");
            bool others = Believing.Contains(tokens[i].Stem) && HasBefore(tokens, sentences, i, Others, reach: 4) && tokens[i].Stem is "think" or "believ" or "assum" or "claim";
            rejected[sentences[i]] |= myth || (others && i + 1 < tokens.Length && tokens[i].IsWord);
        }

        return rejected;
    }

    /// <summary>Whether "wrong" or "false" speaks of predictions ("false alarm", "half of the predictions are wrong") and rejects no belief.</summary>
    private static bool Describes(Token[] tokens, int i) =>
        (i + 1 < tokens.Length && Described.Contains(tokens[i + 1].Form))
        || (i > 1 && tokens[i - 1].Form is "is" or "are" && Predicted.Contains(tokens[i - 2].Form));

    private static bool HasBefore(Token[] tokens, int[] sentences, int at, HashSet<string> words, int reach)
    {
        for (int i = at - 1; i >= 0 && i >= at - reach && sentences[i] == sentences[at]; i--)
        {
            if (words.Contains(tokens[i].Form))
            {
                return true;
            }
        }

        return false;
    }
}
