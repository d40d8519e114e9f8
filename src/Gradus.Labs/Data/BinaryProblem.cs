using Gradus.Learning.Data.Generated;
using Gradus.Tensors;

namespace Gradus.Labs.Data;

/// <summary>A yes-or-no question on rows: training, validation and test rows, standardized by the training rows.</summary>
/// <param name="Train">What the network learns from.</param>
/// <param name="Validation">What is chosen and calibrated on.</param>
/// <param name="Test">What is judged on, and nothing else.</param>
internal sealed record BinaryProblem(LabelledRows Train, LabelledRows Validation, LabelledRows Test)
{
    /// <summary>Simulated admissions, each of another patient.</summary>
    /// <param name="prevalence">The share of readmissions.</param>
    /// <param name="train">Training rows.</param>
    /// <param name="validation">Validation rows.</param>
    /// <param name="test">Test rows.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>The problem, with the true risk of each row.</returns>
    public static BinaryProblem Simulated(double prevalence, int train, int validation, int test, ulong seed)
    {
        ReadmissionRows rows = new ReadmissionSim { Rows = train + validation + test, Prevalence = prevalence, AdmissionsPerPatient = 1 }.Generate(seed);
        LabelledRows all = new(rows.Inputs, rows.Features, rows.Labels, rows.TrueRisks);
        return Split(all, [.. Enumerable.Range(0, all.Count)], train, validation);
    }

    /// <summary>The user's table in a random split of three fifths, one fifth and one fifth, each with the same share of yes.</summary>
    /// <param name="rows">The table.</param>
    /// <param name="seed">The seed of the split.</param>
    /// <returns>The problem.</returns>
    public static BinaryProblem Of(LabelledRows rows, ulong seed)
    {
        Rng random = new Rng(seed).Split("table");
        List<int> train = [];
        List<int> validation = [];
        List<int> test = [];
        foreach (int label in (int[])[0, 1])
        {
            int[] members = [.. Enumerable.Range(0, rows.Count).Where(row => rows.Labels[row] == label)];
            random.Shuffle<int>(members);

            int fifth = members.Length / 5;
            validation.AddRange(members[..fifth]);
            test.AddRange(members[fifth..(2 * fifth)]);
            train.AddRange(members[(2 * fifth)..]);
        }

        return Split(rows, [.. train.Order(), .. validation.Order(), .. test.Order()], train.Count, validation.Count);
    }

    private static BinaryProblem Split(LabelledRows rows, int[] order, int train, int validation)
    {
        LabelledRows training = rows.Take(order[..train]);
        Standardization standardization = Standardization.Fit(training);
        return new BinaryProblem(
            standardization.Apply(training),
            standardization.Apply(rows.Take(order[train..(train + validation)])),
            standardization.Apply(rows.Take(order[(train + validation)..])));
    }
}
