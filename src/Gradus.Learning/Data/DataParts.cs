namespace Gradus.Learning.Data;

/// <summary>A data set in the parts in which its makers published it.</summary>
/// <typeparam name="T">What each part is.</typeparam>
/// <param name="Train">To learn from; choose and stop by rows that you set apart from it where there is no <paramref name="Validation"/>.</param>
/// <param name="Test">To report on, and nothing else.</param>
/// <param name="Validation">To choose and stop by; null where the makers set none apart.</param>
public sealed record DataParts<T>(T Train, T Test, T? Validation = null)
    where T : class;
