using System.Globalization;
using System.Runtime.CompilerServices;

namespace Gradus.Learning.Optimizers;

/// <summary>The options that every optimizer has; each optimizer adds its own. A group of parameters has options of its own.</summary>
public record OptimizerOptions
{
    private static readonly OptionEntry[] Common =
    [
        OptionEntry.Of<OptimizerOptions>("lr", options => options.LearningRate, (options, value) => options with { LearningRate = value }),
        OptionEntry.Of<OptimizerOptions>("weight_decay", options => options.WeightDecay, (options, value) => options with { WeightDecay = value }),
    ];

    /// <summary>η, the learning rate, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or no number.</exception>
    public double LearningRate { get; init => field = Demand(value, 0, double.PositiveInfinity); } = 1e-3;

    /// <summary>λ, the weight decay, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or no number.</exception>
    public double WeightDecay { get; init => field = Demand(value, 0, double.PositiveInfinity); }

    /// <summary>All options as named numbers, under the names that PyTorch gives them.</summary>
    internal virtual IEnumerable<OptionEntry> Entries => Common;

    /// <summary>Refuses options that exclude each other.</summary>
    internal virtual void Validate()
    {
    }

    private protected static double Demand(double value, double low, double high, [CallerMemberName] string name = "") => value >= low && value < high
        ? value
        : throw new ArgumentOutOfRangeException(name, value, string.Create(CultureInfo.InvariantCulture, $"{name} must be at least {low} and less than {high}."));
}
