using Gradus.Learning.Optimizers;

namespace Gradus.Learning.Schedules;

/// <summary>What schedules that also move the momentum share.</summary>
internal static class Momenta
{
    /// <summary>One value for all groups.</summary>
    internal static IReadOnlyList<double> Same(Optimizer optimizer, double value)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        return [.. optimizer.Groups.Select(_ => value)];
    }

    /// <summary>Checks that every group has a momentum and that the bounds are such.</summary>
    internal static (double Low, double High) Demand(Optimizer optimizer, string schedule, double low, double high)
    {
        if (optimizer.Groups.Any(group => group.Momentum is null))
        {
            throw new ArgumentException($"{schedule} got {optimizer.GetType().Name}, which has no momentum; give cycleMomentum: false.", nameof(optimizer));
        }

        return low >= 0 && low <= high && high < 1
            ? (low, high)
            : throw new ArgumentException($"{schedule} got momentum from {low} to {high}; it needs 0 ≤ low ≤ high < 1.", nameof(low));
    }

    internal static void Set(Optimizer optimizer, double momentum)
    {
        foreach (ParameterGroup group in optimizer.Groups)
        {
            group.Momentum = momentum;
        }
    }
}
