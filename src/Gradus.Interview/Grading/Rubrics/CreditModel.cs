namespace Gradus.Interview.Grading.Rubrics;

/// <summary>Weighs the signals of a point into the probability that a careful reader would tick it.</summary>
/// <remarks>
/// Two logistic models, credit = 1 / (1 + exp(-z)); a point is earned from one half up. The weights of points with cues were
/// fitted by oracles/grader_credit.py on labelled answers, with answers to other questions as examples of what must not
/// count; what they reach on questions that they have not seen is what that script prints. All have the sign that one
/// expects: met cues count most, more of the fact and of the cues' words counts more, finds scattered over sentences and
/// an answer that only names things count less, and so does a topic whose words stand everywhere in the answer.
/// </remarks>
internal static class CreditModel
{
    /// <summary>A fact turned into its opposite is not the fact; set by hand, since labelled answers hold few such cases.</summary>
    private const double ConflictWeight = 4;

    /// <summary>An answer of some forty words says one or two things: that it says nothing of the other points tells nothing of this one.</summary>
    private const double Short = 0.13;

    private const double Bias = -6.38;

    /// <summary>What is weighed, by name, and how much of it a unit weighs.</summary>
    private static readonly (string Name, double Weight, Func<PointSignals, double> Value)[] Weighed =
    [
        ("met", 3.26, signals => signals.Cue is { IsMet: true } ? 1 : 0),
        ("furtherMet", 0.79, signals => Math.Clamp(signals.MetCues - 1, 0, 3)),
        ("scattered", -1.57, signals => signals.Cue is { IsMet: true } cue ? cue.LastSentence - cue.FirstSentence : 0),
        ("meaning", 0.46, signals => signals.Cue is { IsMet: true } ? signals.Meaning - 4 : 0),
        ("cueShare", 2.90, signals => signals.CueShare),
        ("cueWords", 3.10, signals => signals.CueWords),
        ("wide", 3.71, signals => signals.Wide),
        ("others", 4.48, signals => signals.Others),
        ("length", 1.39, signals => signals.Length),
        ("short", 1.33, signals => Math.Max(0, 1 - (signals.Length / Short))),
        ("topic", -6.15, signals => signals.Topic),
        ("naming", -2.11, signals => signals.Naming),
        ("strength", 0, signals => signals.Passages?.Strength ?? 0),
        ("nearest", 0, signals => signals.Passages?.Nearest ?? 0),
        ("lead", 0, signals => signals.Passages?.Lead ?? 0),
    ];

    /// <summary>The credit of a point, 0 to 1.</summary>
    public static double Credit(PointSignals signals, bool hasCues) => Math.Clamp(1 / (1 + Math.Exp(-(hasCues ? WithCues(signals) : WithoutCues(signals)))), 0, 1);

    /// <summary>What is weighed of a point with cues, by name, for fitting.</summary>
    public static IReadOnlyDictionary<string, double> Values(PointSignals signals) => Weighed.ToDictionary(item => item.Name, item => Math.Round(item.Value(signals), 5));

    private static double WithCues(PointSignals signals) => Bias - (ConflictWeight * signals.Conflict) + Weighed.Sum(item => item.Weight * item.Value(signals));

    private static double WithoutCues(PointSignals signals) => -2.3 + (2.75 * signals.OneSentence.Share) + (3.37 * signals.Window.Share) - (1.94 * signals.Naming) - (ConflictWeight * signals.Conflict);
}
