namespace Gradus.Learning.Data.Preprocessing;

/// <summary>What takes the place of a missing number.</summary>
public enum Imputation
{
    /// <summary>The mean of the values of the training rows that are present.</summary>
    Mean,

    /// <summary>Their median.</summary>
    Median,

    /// <summary>The value that stands most often; the smallest of several.</summary>
    MostFrequent,

    /// <summary>A given number.</summary>
    Constant,
}
