namespace Gradus.Learning.Data.Augmentations;

/// <summary>Checks of what augmentations are made with.</summary>
internal static class Ranges
{
    /// <summary>A number of 0 to 1.</summary>
    internal static double Share(double value, string name) =>
        value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} got {value}; it takes 0 to 1.");

    /// <summary>A finite number that is not negative.</summary>
    internal static double NotNegative(double value, string name) =>
        value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} got {value}; it takes finite numbers from 0.");

    /// <summary>A finite number greater than 0.</summary>
    internal static double Positive(double value, string name) =>
        value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} got {value}; it takes finite numbers greater than 0.");
}
