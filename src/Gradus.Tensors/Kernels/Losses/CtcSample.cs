using System.Numerics;

namespace Gradus.Tensors.Kernels.Losses;

/// <summary>The forward and backward variables of one sample of connectionist temporal classification, in logarithms and in double.</summary>
/// <remarks>
/// Graves et al. (2006), equations 6 to 16. The labels with a blank before, between and after them are the L = 2 S + 1 states s. A state follows itself, the one before it, and, when it is a label
/// that differs from the label before, the one before that. α(t, s) sums all beginnings of paths that stand in s at t, β(t, s) all ends, both with the emission at t; the probability of
/// standing in s at t is e^(α + β − emission + loss). What can neither be reached from the beginning nor reach the end is left at −∞.
/// </remarks>
internal unsafe struct CtcSample<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The log-probabilities of the first step.</summary>
    internal T* X;

    /// <summary>From one step to the next, in numbers.</summary>
    internal nint Stride;
    internal int Steps;
    internal int Classes;
    internal long* Labels;
    internal int LabelCount;
    internal long Blank;

    /// <summary>α, [steps, L]; written forward, read backward.</summary>
    internal double* Alpha;

    private readonly int States => (2 * LabelCount) + 1;

    /// <summary>Computes α.</summary>
    /// <returns>The loss, infinite where the labels do not fit into the steps.</returns>
    internal readonly double Forward()
    {
        if (Steps == 0)
        {
            return LabelCount == 0 ? 0 : double.PositiveInfinity;
        }

        new Span<double>(Alpha, checked(Steps * States)).Fill(double.NegativeInfinity);
        for (int s = 0; s < Math.Min(2, States); s++)
        {
            Alpha[s] = Emission(0, s);
        }

        for (int t = 1; t < Steps; t++)
        {
            double* before = Alpha + ((nint)(t - 1) * States), now = before + States;
            for (int s = Math.Max(0, States - (2 * (Steps - t))); s < Math.Min(States, 2 * (t + 1)); s++)
            {
                double sum = Sum(before[s], s > 0 ? before[s - 1] : double.NegativeInfinity, Skips(s) ? before[s - 2] : double.NegativeInfinity);
                now[s] = sum + Emission(t, s);
            }
        }

        double* last = Alpha + ((nint)(Steps - 1) * States);
        return -Sum(last[States - 1], LabelCount > 0 ? last[States - 2] : double.NegativeInfinity, double.NegativeInfinity);
    }

    /// <summary>Adds the gradient of the loss by the log-probabilities: minus the probability of each class at each step.</summary>
    /// <param name="loss">What <see cref="Forward"/> gave; the gradient of an infinite loss is not a number.</param>
    /// <param name="factor">The gradient by the loss.</param>
    /// <param name="gradient">Zeros, laid out like <see cref="X"/>.</param>
    /// <param name="beta">Scratch for 2 L numbers.</param>
    internal readonly void Backward(double loss, double factor, T* gradient, double* beta)
    {
        for (int t = Steps - 1; t >= 0; t--)
        {
            double* now = beta + ((t & 1) * States), after = beta + (((t + 1) & 1) * States);
            double* alpha = Alpha + ((nint)t * States);
            T* row = gradient + (t * Stride);
            for (int s = 0; s < States; s++)
            {
                double emission = Emission(t, s);
                now[s] = t == Steps - 1 ? (s >= States - 2 ? emission : double.NegativeInfinity) : Following(after, s) + emission;
                double both = alpha[s] + now[s];
                if (!double.IsNegativeInfinity(both) || double.IsPositiveInfinity(loss))
                {
                    nint c = (nint)Class(s);
                    row[c] = T.CreateTruncating(double.CreateTruncating(row[c]) - (factor * Math.Exp(both - emission + loss)));
                }
            }
        }
    }

    private readonly double Following(double* after, int s) => Sum(
        after[s],
        s + 1 < States ? after[s + 1] : double.NegativeInfinity,
        s + 2 < States && Skips(s + 2) ? after[s + 2] : double.NegativeInfinity);

    private readonly long Class(int s) => (s & 1) == 0 ? Blank : Labels[s >> 1];

    private readonly double Emission(int t, int s) => double.CreateTruncating(X[(t * Stride) + (nint)Class(s)]);

    // Whether the state may follow the one two before it.
    private readonly bool Skips(int s) => (s & 1) == 1 && s > 1 && Labels[s >> 1] != Labels[(s >> 1) - 1];

    // ln(eᵃ + eᵇ + eᶜ).
    private static double Sum(double a, double b, double c)
    {
        double top = Math.Max(a, Math.Max(b, c));
        return double.IsNegativeInfinity(top) ? top : top + Math.Log(Math.Exp(a - top) + Math.Exp(b - top) + Math.Exp(c - top));
    }
}
