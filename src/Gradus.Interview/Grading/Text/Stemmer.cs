namespace Gradus.Interview.Grading.Text;

/// <summary>Takes English inflection off a word, so that scale, scales, scaled and scaling agree.</summary>
/// <remarks>Light on purpose: derivation stays ("general" is not "generate"), except that -ization joins -ize, and British -ise joins -ize. A stem need not be a word; both sides of a comparison pass through here.</remarks>
internal static class Stemmer
{
    private const string Vowels = "aeiouy";

    /// <summary>The stem of a lower-case word.</summary>
    public static string Stem(string word)
    {
        if (Irregulars.BaseOf(word) is { } root)
        {
            return Finish(root);
        }

        if (word.Length <= 3 || Irregulars.IsFixed(word))
        {
            return Finish(word);
        }

        string stem = Plural(word);
        stem = Irregulars.BaseOf(stem) ?? stem;
        if (Irregulars.IsFixed(stem))
        {
            return Finish(stem);
        }

        return Finish(Adverb(Verb(stem)));
    }

    private static string Plural(string word)
    {
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4)
        {
            return word[..^3] + "y";
        }

        if (EndsWithAny(word, "sses", "xes", "ches", "shes", "zzes"))
        {
            return word[..^2];
        }

        return word[^1] == 's' && !EndsWithAny(word, "ss", "us", "is") ? word[..^1] : word;
    }

    private static string Verb(string word)
    {
        if (word.EndsWith("ied", StringComparison.Ordinal) && word.Length > 4)
        {
            return word[..^3] + "y";
        }

        foreach (string ending in (ReadOnlySpan<string>)["ing", "ed"])
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                string rest = word[..^ending.Length];
                return rest.Length >= 2 && rest.AsSpan().ContainsAny(Vowels) && (rest.Length > 2 || ending == "ing") ? rest : word;
            }
        }

        return word;
    }

    private static string Adverb(string word)
    {
        if (word.Length < 6 || !word.EndsWith("ly", StringComparison.Ordinal))
        {
            return word;
        }

        return word.EndsWith("ily", StringComparison.Ordinal) ? word[..^3] + "y" : word[..^2];
    }

    private static string Finish(string stem)
    {
        // "not" must stay apart from what a note is.
        if (stem == "note")
        {
            return stem;
        }

        stem = Spelling(stem);
        if (stem.Length > 3 && stem[^1] == 'e')
        {
            stem = stem[..^1];
        }

        if (stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('s' or 'e' or 'o'))
        {
            stem = stem[..^1];
        }

        return stem.Length > 3 && stem[^1] == 'y' && !Vowels.Contains(stem[^2], StringComparison.Ordinal) ? stem[..^1] + "i" : stem;
    }

    private static string Spelling(string stem)
    {
        if (stem.Length > 7 && (stem.EndsWith("isation", StringComparison.Ordinal) || stem.EndsWith("ization", StringComparison.Ordinal)))
        {
            return stem[..^7] + "iz";
        }

        bool british = stem.Length > 5 && (stem.EndsWith("ise", StringComparison.Ordinal) || stem.EndsWith("is", StringComparison.Ordinal)) && !Irregulars.IsFixed(stem);
        return british ? stem[..stem.LastIndexOf("is", StringComparison.Ordinal)] + "iz" : stem;
    }

    private static bool EndsWithAny(string word, params ReadOnlySpan<string> endings)
    {
        foreach (string ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
