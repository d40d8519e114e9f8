using System.Globalization;

namespace Gradus.Tensors;

/// <summary>Compares the gradients that autograd computes with central differences: PyTorch's <c>gradcheck</c>.</summary>
/// <remarks>For each element of each input, (f(x + ε) − f(x − ε)) / 2ε in float64, of the sum of f's results under fixed random weights, so that every result counts.</remarks>
public static class GradientChecker
{
    /// <summary>Checks a function at a point.</summary>
    /// <param name="function">The function, of the same inputs to one tensor; it must be smooth there and must always give the same.</param>
    /// <param name="inputs">float64 leaves that require gradients. Their values are moved and set back.</param>
    /// <param name="eps">ε; 1e-6 by default.</param>
    /// <param name="absolute">The tolerance that is always allowed; 1e-5.</param>
    /// <param name="relative">The tolerance relative to the difference; 1e-3.</param>
    /// <returns>Null when all agree, else what disagrees most: the input, the element and both values.</returns>
    /// <exception cref="ArgumentException">An input is not a float64 leaf that requires a gradient.</exception>
    public static string? Check(Func<IReadOnlyList<Tensor>, Tensor> function, IReadOnlyList<Tensor> inputs, double eps = 1e-6, double absolute = 1e-5, double relative = 1e-3)
    {
        ArgumentNullException.ThrowIfNull(function);
        Validate(inputs);
        Tensor output = function(inputs);
        Tensor weights = Tensor.Rand(new Rng(1), DType.Float64, output.Shape) + 0.5;
        Tensor[] gradients = output.RequiresGrad ? Gradient.Of(output, inputs, weights) : [.. inputs.Select(Tensor.ZerosLike)];
        return Compare(() => (function(inputs) * weights).Sum().Item(), inputs, gradients, eps, absolute, relative);
    }

    /// <summary>Checks the gradients of the gradients of a function at a point: PyTorch's <c>gradgradcheck</c>.</summary>
    /// <param name="function">The function.</param>
    /// <param name="inputs">float64 leaves that require gradients.</param>
    /// <param name="eps">ε; 1e-6 by default.</param>
    /// <param name="absolute">The tolerance that is always allowed; 1e-5.</param>
    /// <param name="relative">The tolerance relative to the difference; 1e-3.</param>
    /// <returns>Null when all agree, else what disagrees most.</returns>
    /// <exception cref="ArgumentException">An input is not a float64 leaf that requires a gradient.</exception>
    public static string? CheckSecond(Func<IReadOnlyList<Tensor>, Tensor> function, IReadOnlyList<Tensor> inputs, double eps = 1e-6, double absolute = 1e-5, double relative = 1e-3)
    {
        ArgumentNullException.ThrowIfNull(function);
        Validate(inputs);
        return Check(
            points =>
            {
                using NoGrad recording = NoGrad.Exit(); // the differences are taken inside NoGrad
                Tensor output = function(points);
                Tensor weights = Tensor.Rand(new Rng(2), DType.Float64, output.Shape) + 0.5;
                Tensor[] first = Gradient.Of(output, points, weights, createGraph: true);
                return Tensor.Cat([.. first.Select(gradient => gradient.Reshape(-1))]);
            },
            inputs,
            eps,
            absolute,
            relative);
    }

    private static string? Compare(Func<double> total, IReadOnlyList<Tensor> inputs, Tensor[] gradients, double eps, double absolute, double relative)
    {
        string? worst = null;
        double excess = 0;
        using NoGrad none = NoGrad.Enter();
        for (int i = 0; i < inputs.Count; i++)
        {
            double[] computed = gradients[i].ToArray<double>();
            for (int j = 0; j < computed.Length; j++)
            {
                Span<double> values = inputs[i].AsWritableSpan<double>();
                double before = values[j];
                values[j] = before + eps;
                double above = total();
                values[j] = before - eps;
                double below = total();
                values[j] = before;
                double expected = (above - below) / (2 * eps);
                double over = Math.Abs(computed[j] - expected) - (absolute + (relative * Math.Abs(expected)));
                if (!(over <= excess))
                {
                    excess = over;
                    worst = string.Create(CultureInfo.InvariantCulture, $"input {i}, element {j}: autograd gives {computed[j]:R}, differences give {expected:R}");
                }
            }
        }

        return worst;
    }

    private static void Validate(IReadOnlyList<Tensor> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        for (int i = 0; i < inputs.Count; i++)
        {
            if (inputs[i].DType != DType.Float64 || !inputs[i].RequiresGrad || !inputs[i].IsLeaf || !inputs[i].IsContiguous)
            {
                throw new ArgumentException($"Input {i} must be a contiguous float64 leaf that requires a gradient; it is {inputs[i].DType}. float32 is too coarse for differences.", nameof(inputs));
            }
        }
    }
}
