using Gradus.Tensors;

namespace Gradus.Learning.Optimizers;

/// <summary>Searches along a direction for a step that fulfils the strong Wolfe conditions: f(t) ≤ f(0) + c₁ t f′(0) and |f′(t)| ≤ c₂ |f′(0)|.</summary>
/// <remarks>Nocedal and Wright (2006), algorithms 3.5 and 3.6, with cubic interpolation; bounds and safeguards are those of Schmidt's minFunc, as in PyTorch.</remarks>
/// <param name="evaluate">Loss, slope and gradient at a length.</param>
/// <param name="start">The same at 0.</param>
/// <param name="size">The largest element of the direction.</param>
internal sealed class WolfeSearch(Func<double, WolfeSearch.Trial> evaluate, WolfeSearch.Trial start, double size)
{
    private const double Fall = 1e-4;
    private const double Flatness = 0.9;
    private const int Most = 25;

    /// <summary>The search ends when its bracket moves no parameter by more. PyTorch's does not follow <c>tolerance_change</c> either.</summary>
    private const double Tolerance = 1e-9;

    private int _trials;

    /// <summary>How often the loss was evaluated.</summary>
    internal int Evaluations { get; private set; }

    /// <summary>Searches.</summary>
    /// <param name="length">The first length to try.</param>
    /// <returns>The best trial.</returns>
    internal Trial Run(double length)
    {
        (Trial low, Trial high) = Bracket(length, out bool done);
        return done ? low : Zoom(low, high);
    }

    // Goes outward until a good length lies between two trials, or is met. The trial that was made before comes first.
    private (Trial First, Trial Second) Bracket(double length, out bool done)
    {
        Trial before = start, now = Evaluate(length);
        done = false;
        while (_trials < Most)
        {
            if (TooHigh(now) || (_trials > 1 && now.Loss >= before.Loss))
            {
                return (before, now);
            }

            if (Flat(now))
            {
                done = true;
                return (now, now);
            }

            if (now.Slope >= 0)
            {
                return (before, now);
            }

            double least = now.Length + (0.01 * (now.Length - before.Length)), next = Interpolate(before, now, least, now.Length * 10);
            (before, now) = (now, Evaluate(next));
            _trials++;
        }

        return (start, now);
    }

    // Narrows the bracket; low is always the end with the smaller loss.
    private Trial Zoom(Trial first, Trial second)
    {
        (Trial low, Trial high) = first.Loss <= second.Loss ? (first, second) : (second, first);
        bool stuck = false;
        while (_trials < Most && Math.Abs(high.Length - low.Length) * size >= Tolerance)
        {
            double least = Math.Min(low.Length, high.Length), most = Math.Max(low.Length, high.Length);
            double next = Safeguard(Interpolate(low, high, least, most), least, most, ref stuck);
            Trial now = Evaluate(next);
            _trials++;
            if (TooHigh(now) || now.Loss >= low.Loss)
            {
                (low, high) = low.Loss <= now.Loss ? (low, now) : (now, low);
                continue;
            }

            if (Flat(now))
            {
                return now;
            }

            if (now.Slope * (high.Length - low.Length) >= 0)
            {
                high = low;
            }

            low = now;
        }

        return low;
    }

    // A second trial near an end of the bracket is moved a tenth of it inward.
    private static double Safeguard(double next, double least, double most, ref bool stuck)
    {
        double margin = 0.1 * (most - least);
        if (Math.Min(most - next, next - least) >= margin)
        {
            stuck = false;
            return next;
        }

        if (!stuck && next < most && next > least)
        {
            stuck = true;
            return next;
        }

        stuck = false;
        return Math.Abs(next - most) < Math.Abs(next - least) ? most - margin : least + margin;
    }

    // The least point of the cubic through both losses and slopes, within bounds; their middle where it has none.
    private static double Interpolate(Trial a, Trial b, double least, double most)
    {
        (a, b) = a.Length <= b.Length ? (a, b) : (b, a);
        double mean = a.Slope + b.Slope - (3 * (a.Loss - b.Loss) / (a.Length - b.Length)), square = (mean * mean) - (a.Slope * b.Slope);
        if (!(square >= 0))
        {
            return (least + most) / 2;
        }

        double root = Math.Sqrt(square), at = b.Length - ((b.Length - a.Length) * ((b.Slope + root - mean) / (b.Slope - a.Slope + (2 * root))));
        return Math.Min(Math.Max(at, least), most);
    }

    private bool TooHigh(Trial trial) => trial.Loss > start.Loss + (Fall * trial.Length * start.Slope);

    private bool Flat(Trial trial) => Math.Abs(trial.Slope) <= -Flatness * start.Slope;

    private Trial Evaluate(double length)
    {
        Evaluations++;
        return evaluate(length);
    }

    /// <summary>What was found at a length.</summary>
    /// <param name="Length">How far along the direction.</param>
    /// <param name="Loss">The loss there.</param>
    /// <param name="Slope">Its derivative along the direction.</param>
    /// <param name="Gradient">Its gradient.</param>
    internal sealed record Trial(double Length, double Loss, double Slope, Tensor Gradient);
}
