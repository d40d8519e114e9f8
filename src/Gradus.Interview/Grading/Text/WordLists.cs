namespace Gradus.Interview.Grading.Text;

/// <summary>The closed classes of English that the grader needs to tell apart.</summary>
internal static class WordLists
{
    public static readonly HashSet<string> Determiners = Set("a an the this that these those its their his her our your my each every any some such");

    public static readonly HashSet<string> Articles = Set("a an the its their his her our your my");

    public static readonly HashSet<string> Prepositions = Set("at in on during under from for with by between across over per after before than into onto through within against of to about around inside outside above below via as without behind along among toward towards");

    /// <summary>Prepositions behind which a new place, time or means begins, which a negation before them does not deny.</summary>
    public static readonly HashSet<string> Adjuncts = Set("at in on during under from for with by between across over per after before than while when where within through");

    public static readonly HashSet<string> Conjunctions = Set("and or but because so since although though while whereas if when unless until nor yet however therefore thus hence which who whose");

    public static readonly HashSet<string> ClauseOpeners = Set("but because so since although though while whereas if when unless until however therefore thus hence which who instead otherwise then");

    public static readonly HashSet<string> Auxiliaries = Set("is are was were be been being am has have had do does did can could will would shall should may might must");

    public static readonly HashSet<string> Pronouns = Set("i you he she it we they me him us them itself themselves one who what nobody everybody everyone everything nothing something anything someone");

    public static readonly HashSet<string> Fillers = Set("um uh uhm er erm hmm hm ah oh eh basically literally honestly obviously yeah okay ok");

    public static readonly HashSet<string> Other = Set("not no never only also too very just more most less least much many few then there here than how why where both all same other another even still again already almost quite rather often always usually now well");

    /// <summary>Words that carry no content of their own.</summary>
    public static readonly HashSet<string> Function = [.. Determiners, .. Prepositions, .. Conjunctions, .. Auxiliaries, .. Pronouns, .. Other, .. Fillers];

    public static HashSet<string> Set(string words) => new(words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
