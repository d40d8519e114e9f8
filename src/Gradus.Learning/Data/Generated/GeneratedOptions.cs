namespace Gradus.Learning.Data.Generated;

/// <summary>Checks of the options that generators take.</summary>
internal static class GeneratedOptions
{
    /// <summary>Requires a finite number of at least some value.</summary>
    /// <param name="value">The option's value.</param>
    /// <param name="least">The least value.</param>
    /// <param name="name">The option's name.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is smaller or not finite.</exception>
    public static void RequireAtLeast(double value, double least, string name) => Require(value >= least && double.IsFinite(value), value, $"at least {least} and finite", name);

    /// <summary>Requires a number in [low, high].</summary>
    /// <param name="value">The option's value.</param>
    /// <param name="low">The least value.</param>
    /// <param name="high">The largest value.</param>
    /// <param name="name">The option's name.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value lies outside or is not a number.</exception>
    public static void RequireWithin(double value, double low, double high, string name) => Require(value >= low && value <= high, value, $"{low} to {high}", name);

    /// <summary>Requires 0, or a finite number of at least some value.</summary>
    /// <param name="value">The option's value.</param>
    /// <param name="least">The least value besides 0.</param>
    /// <param name="name">The option's name.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither.</exception>
    public static void RequireZeroOrAtLeast(double value, double least, string name) => Require(value == 0 || (value >= least && double.IsFinite(value)), value, $"0, or at least {least} and finite", name);

    private static void Require(bool met, double value, string range, string name)
    {
        if (!met)
        {
            throw new ArgumentOutOfRangeException(name, value, $"The option {name} got {value}; it takes {range}.");
        }
    }
}
