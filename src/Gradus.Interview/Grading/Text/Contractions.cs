namespace Gradus.Interview.Grading.Text;

/// <summary>Takes contractions apart: "doesn't" is "does" and "not"; possessives lose their ending.</summary>
internal static class Contractions
{
    private static readonly HashSet<string> WithoutApostrophe = new(StringComparer.Ordinal)
    {
        "dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "werent", "cant", "wont", "wouldnt", "shouldnt", "couldnt", "hasnt", "havent",
    };

    public static void Split(string form, out string word, out string? second)
    {
        second = null;
        if (form.EndsWith("n't", StringComparison.Ordinal) && form.Length > 3)
        {
            word = Verb(form[..^3]);
            second = "not";
            return;
        }

        if (WithoutApostrophe.Contains(form))
        {
            word = Verb(form[..^2]);
            second = "not";
            return;
        }

        if (form == "cannot")
        {
            word = "can";
            second = "not";
            return;
        }

        int apostrophe = form.IndexOf('\'', StringComparison.Ordinal);
        if (apostrophe <= 0)
        {
            word = form;
            return;
        }

        word = form[..apostrophe];
        second = form[(apostrophe + 1)..] switch
        {
            "s" when word is "it" or "that" or "there" or "what" or "he" or "she" or "this" or "here" => "is",
            "re" => "are",
            "ve" => "have",
            "ll" => "will",
            "d" => "would",
            "m" => "am",
            _ => null,
        };
    }

    private static string Verb(string start) => start switch
    {
        "ca" => "can",
        "wo" => "will",
        "sha" => "shall",
        _ => start,
    };
}
