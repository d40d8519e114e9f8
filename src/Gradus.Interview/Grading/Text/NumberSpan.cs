namespace Gradus.Interview.Grading.Text;

/// <summary>A number that an answer states, in digits or words.</summary>
/// <param name="First">Its first token.</param>
/// <param name="Last">Its last token.</param>
/// <param name="Value">Its value; for percentages the share, 0.5 for 50 %.</param>
/// <param name="Percent">Whether it was a percentage; then 100 times the value counts too.</param>
internal readonly record struct NumberSpan(int First, int Last, double Value, bool Percent)
{
    /// <summary>Whether the number lies in a closed range, allowing for rounding.</summary>
    public bool IsIn(double low, double high) => Near(Value, low, high) || (Percent && Near(Value * 100, low, high));

    private static bool Near(double value, double low, double high)
    {
        double slack = 1e-9 + (low == high ? 0.004 * Math.Abs(low) : 1e-6 * Math.Abs(high));
        return value >= low - slack && value <= high + slack;
    }
}
