namespace Gradus.Interview.Grading.Text;

/// <summary>Forms that no rule of the stemmer reaches, and words that look inflected but are not.</summary>
internal static class Irregulars
{
    private static readonly Dictionary<string, string> Bases = Read(
        """
        be: is are was were been being am
        have: has had having
        do: does did done doing
        learn: learnt | build: built | keep: kept | forget: forgot forgotten forgetting | fall: fell fallen | grow: grew grown | rise: rose risen
        go: went gone goes going | shrink: shrank shrunk shrunken | lose: lost loses losing | leave: left leaves leaving | make: made makes making | take: took taken takes taking
        give: gave given gives giving | see: saw seen | know: knew known | think: thought | hold: held | feed: fed | lead: led | get: got gotten getting
        become: became becomes becoming | begin: began begun beginning | break: broke broken | choose: chose chosen chooses choosing | draw: drew drawn | drive: drove driven
        freeze: froze frozen freezes freezing | say: said says | send: sent | stand: stood | tell: told | understand: understood | win: won | write: wrote written writes writing
        find: found | bring: brought | buy: bought | catch: caught | come: came comes coming | deal: dealt | eat: ate eaten | feel: felt | fight: fought | hear: heard
        lay: laid | lie: lay lain lying | meet: met | pay: paid | run: ran running | sell: sold | show: shown | speak: spoke spoken | spend: spent | steal: stole stolen
        swing: swung | teach: taught | throw: threw thrown | wear: wore worn | weigh: weighed | overcome: overcame | hide: hid
        matrix: matrices matrixes | index: indices indexes | vertex: vertices | axis: axes | analysis: analyses | hypothesis: hypotheses | bias: biases biased biasing
        class: classes | loss: losses | process: processes processed processing | focus: focuses focused focusing | status: statuses | bus: buses
        person: people persons | child: children | man: men | woman: women | datum: datums | formula: formulae formulas | criterion: criteria | phenomenon: phenomena
        note: notes noted noting | zero: zeros zeroes zeroed zeroing | die: dies died dying | tie: ties tied tying | use: uses used using | add: adds added adding
        high: higher highest | low: lower lowest | large: larger largest | small: smaller smallest | big: bigger biggest | deep: deeper deepest | fast: faster fastest
        slow: slower slowest | great: greater greatest | weak: weaker weakest | strong: stronger strongest | close: closer closest | long: longer longest | short: shorter shortest
        simple: simpler simplest simply | cheap: cheaper cheapest | rich: richer richest | wide: wider widest | narrow: narrower | safe: safer safest | hard: harder hardest
        easy: easier easiest easily | noisy: noisier | rare: rarer rarest | old: older oldest | new: newer newest | early: earlier earliest | few: fewer fewest | near: nearer nearest
        tiny: tinier | sharp: sharper | flat: flatter | tight: tighter | loose: looser | broad: broader | light: lighter | heavy: heavier | poor: poorer poorly | rough: roughly
        neighbor: neighbour neighbours neighbors neighbouring neighboring | behavior: behaviour behaviours behaviors | favor: favour favours favoured favors | color: colour colours colors
        center: centre centres centred centring centers centered centering | fiber: fibre | label: labels labelled labelling labeled labeling
        program: programme programmes | gray: grey | judgment: judgement | model: models modelled modelling modeled modeling | signal: signals signalled signaling
        """);

    private static readonly HashSet<string> Fixed = new(StringComparer.Ordinal)
    {
        "this", "thus", "us", "bias", "as", "its", "his", "yes", "plus", "minus", "versus", "always", "perhaps", "whereas", "besides", "series", "species", "news", "lens", "gas", "canvas", "alias",
        "less", "unless", "nevertheless", "nothing", "something", "anything", "everything", "during", "thing", "string", "ring", "king", "spring", "bring", "need", "feed", "speed", "seed", "indeed", "exceed",
        "embed", "red", "bed", "only", "apply", "rely", "reply", "imply", "early", "family", "one", "note", "notes", "not", "done", "gone", "none", "relu", "pass", "across", "process", "guess", "miss", "access",
        "class", "loss", "focus", "status", "basis", "axis", "analysis", "hypothesis", "matrix", "does", "hundred", "united", "sos", "eos", "adam", "lens", "previous", "various", "noise", "raise", "rise", "precise",
        "exercise", "otherwise", "promise", "wise", "premise", "likewise", "concise", "revise", "advise", "supervise", "surprise", "unsupervised", "hidden",
    };

    /// <summary>The base of an irregular form, or null.</summary>
    public static string? BaseOf(string word) => Bases.GetValueOrDefault(word);

    /// <summary>Whether the word stands as it is.</summary>
    public static bool IsFixed(string word) => Fixed.Contains(word);

    private static Dictionary<string, string> Read(string table)
    {
        Dictionary<string, string> bases = new(StringComparer.Ordinal);
        foreach (string entry in table.Split(['\n', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            int colon = entry.IndexOf(':', StringComparison.Ordinal);
            string root = entry[..colon];
            foreach (string form in entry[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                bases[form] = root;
            }
        }

        return bases;
    }
}
