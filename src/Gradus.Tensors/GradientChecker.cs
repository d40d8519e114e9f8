using Gradus.Tensors.Autograd;

namespace Gradus.Tensors;

/// <summary>Compares the gradients that autograd computes with central differences: PyTorch's <c>gradcheck</c>.</summary>
/// <remarks>
/// <para>For each element of each input, (f(x + ε) − f(x − ε)) / 2ε in float64, of the sum of f's results under fixed random weights, so that every result counts. For large inputs, random directions of length 1
/// through all inputs at once take the place of the elements.</para>
/// <para>Before that it computes results and gradients twice, which must agree bit for bit, and after that with the same values as strided and as expanded views, which must agree with those in order.</para>
/// </remarks>
public static class GradientChecker
{
    /// <summary>Checks a function at a point.</summary>
    /// <param name="function">The function, of the same inputs to one tensor; it must be smooth there and must always give the same.</param>
    /// <param name="inputs">float64 leaves that require gradients. Their values are moved and set back.</param>
    /// <param name="eps">ε; 1e-6 by default.</param>
    /// <param name="absolute">The tolerance that is always allowed; 1e-5.</param>
    /// <param name="relative">The tolerance relative to the difference; 1e-3.</param>
    /// <param name="directions">How many random directions are tried instead of every element; 0, the default, for every element.</param>
    /// <param name="layouts">Whether strided and expanded inputs are tried too.</param>
    /// <returns>Null when all agree, else what disagrees most: the input, the element and both values.</returns>
    /// <exception cref="ArgumentException">An input is not a float64 leaf that requires a gradient.</exception>
    public static string? Check(
        Func<IReadOnlyList<Tensor>, Tensor> function, IReadOnlyList<Tensor> inputs, double eps = 1e-6, double absolute = 1e-5, double relative = 1e-3, int directions = 0, bool layouts = true)
    {
        ArgumentNullException.ThrowIfNull(function);
        return CheckAll(points => [function(points)], inputs, eps, absolute, relative, directions, layouts);
    }

    /// <summary>Checks a function of several results at a point; results of integers are passed over.</summary>
    /// <param name="function">The function.</param>
    /// <param name="inputs">float64 leaves that require gradients. Their values are moved and set back.</param>
    /// <param name="eps">ε; 1e-6 by default.</param>
    /// <param name="absolute">The tolerance that is always allowed; 1e-5.</param>
    /// <param name="relative">The tolerance relative to the difference; 1e-3.</param>
    /// <param name="directions">How many random directions are tried instead of every element; 0, the default, for every element.</param>
    /// <param name="layouts">Whether strided and expanded inputs are tried too.</param>
    /// <returns>Null when all agree, else what disagrees most.</returns>
    /// <exception cref="ArgumentException">An input is not a float64 leaf that requires a gradient.</exception>
    public static string? CheckAll(
        Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> function, IReadOnlyList<Tensor> inputs, double eps = 1e-6, double absolute = 1e-5, double relative = 1e-3, int directions = 0, bool layouts = true)
    {
        ArgumentNullException.ThrowIfNull(function);
        Validate(inputs);
        if (directions < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(directions), directions, $"The gradient check got {directions} directions; it needs 1 or more, or 0 for every element.");
        }

        WeightedFunction weighted = new(function);
        Tensor[] gradients = weighted.Gradients(inputs);
        if (!weighted.IsRepeatable(inputs, gradients))
        {
            return "The function gives other results or gradients when it is called again with the same inputs, so there is nothing to compare. Does it draw random numbers? Make the Rng anew inside it.";
        }

        Differences differences = new(weighted, inputs, gradients, eps, absolute, relative);
        return (directions == 0 ? differences.AtEveryElement() : differences.InDirections(directions)) ?? (layouts ? weighted.OtherLayouts(inputs, gradients) : null);
    }

    /// <summary>Checks the gradients of the gradients of a function at a point: PyTorch's <c>gradgradcheck</c>.</summary>
    /// <param name="function">The function.</param>
    /// <param name="inputs">float64 leaves that require gradients.</param>
    /// <param name="eps">ε; 1e-6 by default.</param>
    /// <param name="absolute">The tolerance that is always allowed; 1e-5.</param>
    /// <param name="relative">The tolerance relative to the difference; 1e-3.</param>
    /// <param name="directions">How many random directions are tried instead of every element; 0, the default, for every element.</param>
    /// <returns>Null when all agree, else what disagrees most.</returns>
    /// <exception cref="ArgumentException">An input is not a float64 leaf that requires a gradient.</exception>
    public static string? CheckSecond(
        Func<IReadOnlyList<Tensor>, Tensor> function, IReadOnlyList<Tensor> inputs, double eps = 1e-6, double absolute = 1e-5, double relative = 1e-3, int directions = 0)
    {
        ArgumentNullException.ThrowIfNull(function);
        return CheckAll(
            points =>
            {
                using NoGrad recording = NoGrad.Exit(); // the differences are taken inside NoGrad
                Tensor output = function(points);
                Tensor weights = Tensor.Rand(new Rng(2), DType.Float64, output.Shape) + 0.5;
                return output.RequiresGrad ? Gradient.Of(output, points, weights, createGraph: true) : [];
            },
            inputs,
            eps,
            absolute,
            relative,
            directions,
            layouts: false);
    }

    private static void Validate(IReadOnlyList<Tensor> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        for (int i = 0; i < inputs.Count; i++)
        {
            if (inputs[i].DType != DType.Float64 || !inputs[i].RequiresGrad || !inputs[i].IsLeaf || !inputs[i].IsContiguous)
            {
                string found = $"{inputs[i].DType}{(inputs[i].RequiresGrad ? "" : ", requires no gradient")}{(inputs[i].IsLeaf ? "" : ", is computed by an operator")}{(inputs[i].IsContiguous ? "" : ", is not contiguous")}";
                throw new ArgumentException(
                    $"Input {i} must be a contiguous float64 leaf that requires a gradient; it is {found}. float32 is too coarse for differences: make it with To(DType.Float64).Detach() and set RequiresGrad.", nameof(inputs));
            }
        }
    }
}
