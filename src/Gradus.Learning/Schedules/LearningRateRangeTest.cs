using Gradus.Learning.Optimizers;
using Gradus.Tensors;

namespace Gradus.Learning.Schedules;

/// <summary>Tries learning rates from a very small one up, a step each, to see where the loss falls fastest and where training falls apart.</summary>
/// <remarks>Smith, Cyclical learning rates for training neural networks (2017), section 3.3. Model and optimizer are put back afterwards; random streams (dropout, shuffling) go on.</remarks>
public sealed record LearningRateRangeTest
{
    /// <summary>The first rate, above 0; 1e-7 by default.</summary>
    public double Start { get; init; } = 1e-7;

    /// <summary>The last rate, above the first; 10 by default.</summary>
    public double End { get; init; } = 10;

    /// <summary>How many rates are tried, at least 3; 100 by default. Their logarithms are evenly spaced.</summary>
    public int Steps { get; init; } = 100;

    /// <summary>The share of the last smoothed loss in the next, in [0, 1); 0.9 by default.</summary>
    public double Smoothing { get; init; } = 0.9;

    /// <summary>The test ends when the smoothed loss is so many times the best one, above 1, or, where the best one is negative, as far above it; 4 by default.</summary>
    public double Divergence { get; init; } = 4;

    /// <summary>Runs the test.</summary>
    /// <param name="model">The model, whose parameters and buffers are put back.</param>
    /// <param name="optimizer">The optimizer, whose state is put back; groups keep the proportions of their rates, the first has the rate that is tried.</param>
    /// <param name="step">Forgets gradients, computes the loss of the next batch, calls Backward, steps the optimizer, and returns the loss.</param>
    /// <returns>Rates and losses, and what they suggest.</returns>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public LearningRateRange Run(Module model, Optimizer optimizer, Func<double> step)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(step);
        if (!(Start > 0 && End > Start && Steps >= 3 && Smoothing >= 0 && Smoothing < 1 && Divergence > 1))
        {
            throw new ArgumentException($"{this} needs 0 < Start < End, at least 3 Steps, Smoothing in [0, 1) and Divergence above 1.");
        }

        IReadOnlyDictionary<string, Tensor> weights = model.StateDictionary(), state = optimizer.StateDictionary();
        double[] shares = [.. optimizer.Groups.Select(group => optimizer.LearningRate > 0 ? group.LearningRate / optimizer.LearningRate : 1)];
        try
        {
            return Try(optimizer, shares, step);
        }
        finally
        {
            model.LoadStateDictionary(weights);
            optimizer.LoadStateDictionary(state);
        }
    }

    private LearningRateRange Try(Optimizer optimizer, double[] shares, Func<double> step)
    {
        List<double> rates = [], losses = [], smoothed = [];
        double mean = 0;
        for (int i = 0; i < Steps; i++)
        {
            double rate = Start * Math.Pow(End / Start, (double)i / (Steps - 1));
            for (int g = 0; g < shares.Length; g++)
            {
                optimizer.Groups[g].LearningRate = rate * shares[g];
            }

            double loss = step();
            if (!double.IsFinite(loss))
            {
                break;
            }

            mean = (Smoothing * mean) + ((1 - Smoothing) * loss);
            rates.Add(rate);
            losses.Add(loss);
            smoothed.Add(mean / (1 - Math.Pow(Smoothing, i + 1)));
            double best = smoothed.Min();
            if (smoothed[^1] > best + ((Divergence - 1) * Math.Abs(best)))
            {
                break;
            }
        }

        return new LearningRateRange(rates, losses, smoothed);
    }
}
