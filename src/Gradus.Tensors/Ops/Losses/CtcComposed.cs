namespace Gradus.Tensors.Ops.Losses;

/// <summary>The gradient of connectionist temporal classification by differentiable operators, sample by sample: slower than the kernel, but it has a gradient itself.</summary>
internal static class CtcComposed
{
    // Stands for −∞, whose differences would not be numbers.
    private const double Never = -1e30;

    /// <summary>The gradient by the log-probabilities.</summary>
    /// <param name="x">The log-probabilities, with their history.</param>
    /// <param name="arguments">What the loss was called with.</param>
    /// <param name="losses">The losses, to know the infinite ones.</param>
    /// <param name="gradient">The gradient by each sample's loss.</param>
    internal static Tensor Gradient(Tensor x, CtcArguments arguments, Tensor losses, Tensor gradient)
    {
        double[] loss = losses.ToArray<double>();
        return Tensor.Stack([.. loss.Select((value, n) => Sample(x, arguments, n, double.IsPositiveInfinity(value)) * gradient.Select(0, n))], 1);
    }

    private static Tensor Sample(Tensor x, CtcArguments arguments, int n, bool infinite)
    {
        (int steps, int rest, int classes) = (arguments.InputLengths[n], x.Sizes[0] - arguments.InputLengths[n], x.Sizes[2]);
        if (infinite || steps == 0)
        {
            return Tensor.Full(infinite && !arguments.ZeroInfinity ? double.NaN : 0, x.DType, x.Sizes[0], classes);
        }

        Tensor states = States(arguments, n), emissions = x.Select(1, n).Narrow(0, 0, steps).IndexSelect(1, states).Clamp(Never);
        Tensor[] alpha = Paths(emissions, states, steps), beta = Paths(emissions.Flip(0, 1), states.Flip(0), steps);
        Tensor ends = alpha[^1].Narrow(0, Math.Max(0, states.ElementCount - 2), Math.Min(2, states.ElementCount)).LogSumExp(0);
        Tensor both = Tensor.Stack(alpha, 0) + Tensor.Stack([.. beta.Reverse()], 0).Flip(1);
        Tensor shares = (both - emissions - ends).Exp().MatMul(states.OneHot(classes).To(x.DType));
        return -(rest == 0 ? shares : Tensor.Cat([shares, Tensor.Full(0, x.DType, rest, classes)], 0));
    }

    // The labels with blanks around them.
    private static Tensor States(CtcArguments arguments, int n)
    {
        long[] states = new long[(2 * arguments.TargetLengths[n]) + 1];
        Array.Fill(states, arguments.Blank);
        for (int i = 0; i < arguments.TargetLengths[n]; i++)
        {
            states[(2 * i) + 1] = arguments.LabelsOf(n)[i];
        }

        return Tensor.From(states);
    }

    // The sums over all beginnings of paths, step by step; of the reversed sequence they are the sums over all ends.
    private static Tensor[] Paths(Tensor emissions, Tensor states, int steps)
    {
        long[] state = states.ToArray<long>();
        Tensor start = Constant(emissions, state.Length, s => s < 2), skips = Constant(emissions, state.Length, s => (s & 1) == 1 && s > 1 && state[s] != state[s - 2]);
        Tensor[] paths = new Tensor[steps];
        paths[0] = emissions.Select(0, 0) + start;
        for (int t = 1; t < steps; t++)
        {
            Tensor before = paths[t - 1];
            paths[t] = emissions.Select(0, t) + Tensor.Stack([before, Shifted(before, 1), Shifted(before, 2) + skips], 0).LogSumExp(0);
        }

        return paths;
    }

    private static Tensor Shifted(Tensor x, int by) => x.Pad([by, 0], value: Never).Narrow(0, 0, x.ElementCount);

    private static Tensor Constant(Tensor like, int length, Func<int, bool> allowed) => Tensor.From([.. Enumerable.Range(0, length).Select(s => allowed(s) ? 0 : Never)]).To(like.DType);
}
