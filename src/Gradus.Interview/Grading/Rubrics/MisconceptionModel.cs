namespace Gradus.Interview.Grading.Rubrics;

/// <summary>Weighs the signals of a misconception into the probability that the sentences assert it.</summary>
/// <remarks>
/// A logistic model, 1 / (1 + exp(-z)), fitted by oracles/grader_misconceptions.py on passages in which candidates assert
/// misconceptions or come near and are right, and on whole labelled answers; what it reaches on questions that it has not
/// seen is what that script prints.
/// </remarks>
internal static class MisconceptionModel
{
    /// <summary>From which probability on an answer is said to assert a misconception: above one half, since a false accusation hurts more than a missed one.</summary>
    public const double Least = 0.5;

    private const double Bias = -4.49;

    /// <summary>What is weighed, by name, and how much of it a unit weighs.</summary>
    private static readonly (string Name, double Weight, Func<MisconceptionSignals, double> Value)[] Weighed =
    [
        ("met", 1.27, signals => Math.Min(1, signals.MetCues)),
        ("furtherMet", 0.12, signals => Math.Clamp(signals.MetCues - 1, 0, 3)),
        ("cueShare", 2.32, signals => signals.CueShare),
        ("bestShare", 0.89, signals => signals.Match?.Share ?? 0),
        ("wrong", 0.63, signals => signals.Wrong),
        ("right", 0.53, signals => signals.Right),
        ("fact", 0.48, signals => signals.Fact),
        ("factCues", -0.72, signals => signals.FactCues),
        ("reported", -0.77, signals => signals.Reported ? 1 : 0),
        ("strength", 7.49, signals => signals.Passages?.Strength ?? 0),
        ("nearest", -3.04, signals => signals.Passages?.Nearest ?? 0),
        ("lead", 4.94, signals => signals.Passages?.Lead ?? 0),
    ];

    /// <summary>The probability, 0 to 1.</summary>
    public static double Probability(MisconceptionSignals signals) => 1 / (1 + Math.Exp(-(Bias + Weighed.Sum(item => item.Weight * item.Value(signals)))));

    /// <summary>What is weighed, by name, for fitting.</summary>
    public static IReadOnlyDictionary<string, double> Values(MisconceptionSignals signals) => Weighed.ToDictionary(item => item.Name, item => Math.Round(item.Value(signals), 5));
}
