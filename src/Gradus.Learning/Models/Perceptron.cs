using Gradus.Learning.Layers;
using Gradus.Tensors;

namespace Gradus.Learning.Models;

/// <summary>The perceptron (Rosenblatt, 1958): one weight a feature, a bias, and the sign of their sum.</summary>
/// <remarks>
/// <para>Input [N, features], output [N]: the sum w · x + b, whose sign is the class. Parameters <c>linear.weight</c> [1, features] and <c>linear.bias</c> [1]; <see cref="Learn"/> begins best from zeros, which they do.</para>
/// <para>The step has no slope, so the rule of 1958 is used in place of a gradient: it changes weights on mistakes alone. Where a plane separates the classes with margin γ and all rows lie within R, both with
/// a 1 appended for the bias, it makes at most (R / γ)² mistakes (Novikoff, 1962); on XOR it never stops.</para>
/// </remarks>
public sealed class Perceptron : Layer
{
    private readonly Linear _linear;

    /// <summary>Makes the network.</summary>
    /// <param name="features">The columns of the input.</param>
    public Perceptron(int features) => _linear = RegisterModule("linear", new Linear(new LinearOptions(features, 1) { WeightInitializer = new Initializers.Zeros(), BiasInitializer = new Initializers.Zeros() }));

    /// <summary>Goes once through the rows in order; each that is on the wrong side, or on the boundary, moves it by rate · (±1) · x.</summary>
    /// <param name="inputs">The rows, [N, features].</param>
    /// <param name="positive">For each row whether its class is the positive one.</param>
    /// <param name="rate">How far a mistake moves the weights; from zeros on, the classes do not depend on it.</param>
    /// <returns>The number of mistakes.</returns>
    /// <exception cref="ArgumentException">There are not as many answers as rows, or the rows are not as wide as the weights.</exception>
    public int Learn(Tensor inputs, IReadOnlyList<bool> positive, double rate = 1)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(positive);
        if (inputs.Rank != 2 || inputs.Shape[0] != positive.Count || inputs.Shape[1] != _linear.Options.InFeatures)
        {
            throw new ArgumentException($"Perceptron({_linear.Options.InFeatures}) got rows of shape [{string.Join(", ", inputs.Shape.ToArray())}] and {positive.Count} answers; it needs [N, {_linear.Options.InFeatures}] and N.", nameof(inputs));
        }

        using NoGrad quiet = NoGrad.Enter();
        int mistakes = 0;
        for (int row = 0; row < positive.Count; row++)
        {
            Tensor x = inputs.Narrow(0, row, 1);
            double sign = positive[row] ? 1 : -1;
            if (sign * Compute(x).Item() > 0)
            {
                continue;
            }

            mistakes++;
            _linear.Weight.AddInPlace(x * (rate * sign));
            _linear.Bias!.AddInPlace(rate * sign);
        }

        return mistakes;
    }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => _linear.Forward(input).Squeeze(-1);
}
