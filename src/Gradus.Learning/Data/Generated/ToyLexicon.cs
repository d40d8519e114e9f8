namespace Gradus.Learning.Data.Generated;

/// <summary>The words of <see cref="ToyGrammar"/>: each with one that means the same and its translation. The translations are invented.</summary>
internal static class ToyLexicon
{
    internal static readonly (string Word, string Same, string Translation)[] Nouns =
    [
        ("nurse", "carer", "miru"), ("doctor", "physician", "tavon"), ("ward", "unit", "selka"), ("film", "movie", "orin"),
        ("room", "chamber", "puda"), ("meal", "dinner", "lesti"), ("answer", "reply", "kanuo"), ("guide", "leader", "barim"),
    ];

    internal static readonly (string Word, string Same, string Translation)[] Verbs = [("was", "is", "esu"), ("seemed", "appeared", "vilu"), ("felt", "looked", "somu")];

    internal static readonly (string Word, string Same, string Translation)[] Adverbs = [("very", "truly", "zen"), ("quite", "rather", "dol"), ("really", "indeed", "ham")];

    internal static readonly (string Word, string Same, string Translation)[] Good =
    [
        ("kind", "friendly", "nalia"), ("clear", "plain", "fenia"), ("warm", "cosy", "ruria"), ("calm", "quiet", "gelia"),
        ("bright", "radiant", "tosia"), ("useful", "helpful", "kimia"), ("clean", "spotless", "wadia"), ("quick", "swift", "pelia"),
    ];

    internal static readonly (string Word, string Same, string Translation)[] Bad =
    [
        ("rude", "impolite", "nalok"), ("vague", "unclear", "fenok"), ("cold", "chilly", "rurok"), ("tense", "nervous", "gelok"),
        ("dull", "gloomy", "tosok"), ("useless", "worthless", "kimok"), ("dirty", "filthy", "wadok"), ("slow", "sluggish", "pelok"),
    ];
}
