namespace Gradus.Interview.Grading.Rubrics;

/// <summary>Weighs the signals of a misconception into the probability that the sentences assert it.</summary>
/// <remarks>
/// A logistic model, 1 / (1 + exp(-z)), fitted by oracles/grader_misconceptions.py on passages in which candidates assert
/// misconceptions or come near and are right, on sentences that state a point, and on whole labelled answers; what it reaches on questions that it has not
/// seen is what that script prints.
/// </remarks>
internal static class MisconceptionModel
{
    /// <summary>From which probability on an answer is said to assert a misconception: where, on questions left out of the fit, some 88 accusations in a hundred are right.</summary>
    public const double Least = 0.45;

    private const double Bias = -1.97;

    /// <summary>What is weighed, by name, and how much of it a unit weighs.</summary>
    private static readonly (string Name, double Weight, Func<MisconceptionSignals, double> Value)[] Weighed =
    [
        ("met", 1.64, signals => Math.Min(1, signals.MetCues)),
        ("cueShare", 2.47, signals => signals.CueShare),
        ("wrong", 1.83, signals => signals.Wrong),
        ("factStrength", -3.05, signals => signals.FactStrength),
        ("factMeaning", 1.20, signals => signals.FactMeaning),
        ("reported", -1.34, signals => signals.Reported ? 1 : 0),
        ("strength", 10.51, signals => signals.Passages?.Strength ?? 0),
        ("passageMeaning", 4.24, signals => signals.Passages?.Meaning ?? 0),
        ("nearest", -7.15, signals => signals.Passages?.Nearest ?? 0),
        ("lead", 5.45, signals => signals.Passages?.Lead ?? 0),
        ("stated", -8.60, signals => signals.Stated),
        ("empty", -10.64, signals => signals.Empty),
    ];

    /// <summary>The probability, 0 to 1.</summary>
    public static double Probability(MisconceptionSignals signals) => 1 / (1 + Math.Exp(-(Bias + Weighed.Sum(item => item.Weight * item.Value(signals)))));

    /// <summary>What is weighed, by name, for fitting.</summary>
    public static IReadOnlyDictionary<string, double> Values(MisconceptionSignals signals) => Weighed.ToDictionary(item => item.Name, item => Math.Round(item.Value(signals), 5));
}
