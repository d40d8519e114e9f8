namespace Gradus.Tensors.Tests.Ops;

/// <summary>Fused float32 operators compose the gradient of their gradient from basic operators; the table checks that in float64, where nothing is fused.</summary>
public sealed class SecondOrderTests
{
    private static readonly string[] Fused =
    [
        "softmax", "softmax 0", "log softmax", "log softmax 1", "layer norm", "layer norm of two dimensions", "rms norm", "group norm", "instance norm", "batch norm training", "batch norm evaluation",
        "cross entropy", "cross entropy weighted", "cross entropy ignoring", "cross entropy each", "binary cross entropy", "binary cross entropy positives", "mse to a constant", "huber to a constant",
        "attention", "attention causal", "attention masked", "attention biased", "attention with one key head", "attention dropout", "embedding", "embedding padded", "dropout",
    ];

    public static TheoryData<string> Names => [.. Fused];

    [Theory]
    [MemberData(nameof(Names))]
    public void SecondGradient_InFloat32_AgreesWithFloat64(string name)
    {
        OpSpec spec = OpTable.All.Single(entry => entry.Name == name);
        foreach (Func<Rng, Tensor[]> sample in spec.Samples)
        {
            Tensor[] wide = sample(new Rng(20261129).Split(name)), narrow = [.. wide.Select(input => Leaf(input.Detach().To(DType.Float32)))];

            double[][] expected = Second(spec, wide), actual = Second(spec, narrow);

            for (int i = 0; i < expected.Length; i++)
            {
                double size = 1 + expected[i].Max(Math.Abs);
                Assert.All(expected[i].Zip(actual[i]), pair => Assert.Equal(pair.First, pair.Second, 2e-3 * size));
            }
        }
    }

    // The gradient of the sum of squares of all gradients: it takes every input's gradient through the operator once more.
    private static double[][] Second(OpSpec spec, Tensor[] inputs)
    {
        Tensor total = Tensor.Scalar(0, inputs[0].DType);
        foreach (Tensor gradient in Gradient.Of(spec.Run(inputs).Square().Sum(), inputs, createGraph: true))
        {
            total += gradient.Square().Sum();
        }

        return [.. Gradient.Of(total, inputs).Select(gradient => gradient.ToArray<double>())];
    }

    private static Tensor Leaf(Tensor x)
    {
        x.RequiresGrad = true;
        return x;
    }
}
