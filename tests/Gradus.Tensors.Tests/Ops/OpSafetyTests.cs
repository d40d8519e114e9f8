namespace Gradus.Tensors.Tests.Ops;

/// <summary>Operators leave their inputs alone, and a change in place between forward and backward is refused or harmless, never a wrong gradient.</summary>
public sealed class OpSafetyTests
{
    public static TheoryData<string> Names => [.. OpTable.All.Select(spec => spec.Name)];

    public static TheoryData<string> Differentiable => [.. OpTable.All.Where(spec => spec.Differentiable).Select(spec => spec.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Run_AndBackward_LeaveTheInputsUnchanged(string name)
    {
        OpSpec spec = OpTable.All.Single(entry => entry.Name == name);
        foreach (Tensor[] inputs in Points(spec))
        {
            double[][] before = [.. inputs.Select(input => input.ToArray<double>())];

            Tensor result = spec.Run(inputs);
            if (spec.Differentiable)
            {
                Gradient.Of(result, inputs, Tensor.OnesLike(result));
            }

            Assert.Equal(before, inputs.Select(input => input.ToArray<double>()));
        }
    }

    [Theory]
    [MemberData(nameof(Differentiable))]
    public void Backward_AfterAnInputWasChangedInPlace_RefusesOrIsRight(string name) => CheckChange(name, (inputs, result, which) => inputs[which]);

    [Theory]
    [MemberData(nameof(Differentiable))]
    public void Backward_AfterTheResultWasChangedInPlace_RefusesOrIsRight(string name) => CheckChange(name, (inputs, result, which) => result);

    private static void CheckChange(string name, Func<Tensor[], Tensor, int, Tensor> changed)
    {
        OpSpec spec = OpTable.All.Single(entry => entry.Name == name);
        Tensor[] inputs = Points(spec).First();
        double[][] expected = Gradients(spec.Run(inputs), inputs);
        for (int which = 0; which < inputs.Length; which++)
        {
            Tensor[] fresh = Points(spec).First();
            Tensor result = spec.Run(fresh);
            Tensor target = changed(fresh, result, which).Detach();
            using (NoGrad.Enter())
            {
                // A result that repeats its elements cannot be written to.
                if (Record.Exception(() => target.CopyFrom(Tensor.Full(0.123, target.DType, target.Shape))) is not null)
                {
                    continue;
                }
            }

            double[][]? gradients = null;
            Exception? error = Record.Exception(() => gradients = Gradients(result, fresh));

            if (error is not null)
            {
                Assert.Contains("changed in place", error.Message, StringComparison.Ordinal);
                continue;
            }

            Assert.Equal(expected, gradients);
        }
    }

    private static double[][] Gradients(Tensor result, Tensor[] inputs) =>
        [.. Gradient.Of(result, inputs, Tensor.OnesLike(result.Detach())).Select(gradient => gradient.ToArray<double>())];

    private static IEnumerable<Tensor[]> Points(OpSpec spec)
    {
        Rng rng = new Rng(20261129).Split(spec.Name);
        return spec.Samples.Select(sample => sample(rng));
    }
}
