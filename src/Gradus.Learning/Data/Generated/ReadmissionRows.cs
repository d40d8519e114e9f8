namespace Gradus.Learning.Data.Generated;

/// <summary>Admissions of <see cref="ReadmissionSim"/>; the class is 1 where the patient came back within thirty days.</summary>
public sealed record ReadmissionRows : GeneratedRows
{
    /// <summary>The probability from which the outcome of each row was drawn.</summary>
    public required double[] TrueRisks { get; init; }

    /// <summary>The patient of each row, 0 upwards; a patient's rows stand together.</summary>
    public required int[] Patients { get; init; }

    /// <summary>The hospital of each row, 0 upwards.</summary>
    public required int[] Sites { get; init; }

    /// <summary>The month of each row, 0 upwards.</summary>
    public required int[] Months { get; init; }

    /// <summary>The sex of each row: 1 male, 0 female.</summary>
    /// <returns>One value a row.</returns>
    public int[] Sexes() => [.. Enumerable.Range(0, Rows).Select(row => (int)Row(row)[ReadmissionFeatures.Male])];

    /// <summary>The age group of each row: 0 below 50 years, 1 below 65, 2 below 80, 3 from 80.</summary>
    /// <returns>One value a row.</returns>
    public int[] AgeGroups() => [.. Enumerable.Range(0, Rows).Select(row => Row(row)[ReadmissionFeatures.Age] switch { < 50 => 0, < 65 => 1, < 80 => 2, _ => 3 })];
}
