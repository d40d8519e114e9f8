namespace Gradus.Interview.Grading.Rubrics;

/// <summary>Weighs the signals of a point into the probability that a careful reader would tick it.</summary>
/// <remarks>
/// Three logistic models, for points with cues and passages, with cues alone, and with neither, credit = 1 / (1 + exp(-z)); a point is earned from one half up. The weights of points with cues were
/// fitted by oracles/grader_credit.py on labelled answers, with answers to other questions as examples of what must not
/// count; what they reach on questions that they have not seen is what that script prints. Those that
/// weigh much have the sign that one expects: met cues and nearness to passages that say the point count most, more of the fact and of the cues' words counts more, finds scattered over sentences and
/// an answer that only names things count less, and so does a topic whose words stand everywhere in the answer; an answer that is
/// about another question counts hardly at all.
/// </remarks>
internal static class CreditModel
{
    /// <summary>A fact turned into its opposite, or denied, is not the fact; set by hand, since labelled answers hold few such cases.</summary>
    private const double ConflictWeight = 4;

    /// <summary>The most credit of a fact in which one wrong word stands: so little that it adds nothing to the score.</summary>
    private const double MostOfASwap = 0.19;

    /// <summary>An answer of some forty words says one or two things: that it says nothing of the other points tells nothing of this one.</summary>
    private const double Short = 0.13;

    /// <summary>By how much another question may be nearer to an answer that is still on its subject: of the labelled answers 19 in 20 are below.</summary>
    private const double NearEnough = 0.04;

    private const double BiasWithPassages = -5.09;
    private const double BiasWithCues = -3.65;

    /// <summary>What is weighed, by name, and how much of it a unit weighs: where the question has passages, and where it has cues alone.</summary>
    private static readonly (string Name, double WithPassages, double WithCues, Func<PointSignals, double> Value)[] Weighed =
    [
        ("met", 3.60, 3.27, signals => signals.Cue is { IsMet: true } ? 1 : 0),
        ("furtherMet", 0.39, 0.47, signals => Math.Clamp(signals.MetCues - 1, 0, 3)),
        ("scattered", -2.05, -1.53, signals => signals.Cue is { IsMet: true } cue ? cue.LastSentence - cue.FirstSentence : 0),
        ("meaning", 0.91, 0.97, signals => signals.Cue is { IsMet: true } ? signals.Meaning - 4 : 0),
        ("cueShare", 3.18, 5.72, signals => signals.CueShare),
        ("cueWords", 1.84, 3.92, signals => signals.CueWords),
        ("wide", 1.15, 2.54, signals => signals.Wide),
        ("others", 0.28, 3.70, signals => signals.Others),
        ("length", 0.20, -3.20, signals => signals.Length),
        ("short", -2.22, -3.82, signals => Math.Max(0, 1 - (signals.Length / Short))),
        ("topic", -6.85, -6.59, signals => signals.Topic),
        ("naming", -3.03, -3.75, signals => signals.Naming),
        ("elsewhere", -20.63, 0, signals => Math.Max(0, signals.Elsewhere - NearEnough)),
        ("strength", 6.34, 0, signals => signals.Passages?.Strength ?? 0),
        ("passageMeaning", 3.81, 0, signals => signals.Passages?.Meaning ?? 0),
        ("lead", 4.89, 0, signals => signals.Passages?.Lead ?? 0),
    ];

    /// <summary>The credit of a point, 0 to 1.</summary>
    public static double Credit(PointSignals signals, bool hasCues) => Math.Min(BeforeSwap(signals, hasCues), signals.Swap is null ? 1 : MostOfASwap);

    /// <summary>What it would be if the one wrong word were right.</summary>
    public static double BeforeSwap(PointSignals signals, bool hasCues) => Math.Clamp(1 / (1 + Math.Exp(-(hasCues ? WithCues(signals) : WithoutCues(signals)))), 0, 1);

    /// <summary>What is weighed of a point with cues, by name, for fitting.</summary>
    public static IReadOnlyDictionary<string, double> Values(PointSignals signals) => Weighed.ToDictionary(item => item.Name, item => Math.Round(item.Value(signals), 5));

    private static double WithCues(PointSignals signals) =>
        (signals.Passages is null ? BiasWithCues : BiasWithPassages) - (ConflictWeight * (signals.Conflict + signals.Denied))
        + Weighed.Sum(item => (signals.Passages is null ? item.WithCues : item.WithPassages) * item.Value(signals));

    private static double WithoutCues(PointSignals signals) => -2.3 + (2.75 * signals.OneSentence.Share) + (3.37 * signals.Window.Share) - (1.94 * signals.Naming) - (ConflictWeight * (signals.Conflict + signals.Denied));
}
