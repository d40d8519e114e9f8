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
        for (int sample = 0; sample < spec.Samples.Length; sample++)
        {
            CheckChange(spec, () => Points(spec).ElementAt(sample), changed);
            CheckChange(spec, () => [.. Points(spec).ElementAt(sample).Select(Single)], changed);
        }
    }

    private static void CheckChange(OpSpec spec, Func<Tensor[]> points, Func<Tensor[], Tensor, int, Tensor> changed)
    {
        Tensor[] inputs = points();
        double[][] expected = Gradients(spec.Run(inputs), inputs);
        for (int which = 0; which < inputs.Length; which++)
        {
            Tensor[] fresh = points();
            Tensor result = spec.Run(fresh);
            Tensor target = changed(fresh, result, which).Detach();
            using (NoGrad.Enter())
            {
                if (Repeats(target))
                {
                    Assert.Contains("whose elements share memory", Assert.Throws<InvalidOperationException>(() => target.CopyFrom(Tensor.Full(0.123, target.DType, target.Shape))).Message, StringComparison.Ordinal);
                    continue;
                }

                target.CopyFrom(Tensor.Full(0.123, target.DType, target.Shape));
            }

            double[][]? gradients = null;
            if (Record.Exception(() => gradients = Gradients(result, fresh)) is { } error)
            {
                Assert.Contains("changed in place", Assert.IsType<InvalidOperationException>(error).Message, StringComparison.Ordinal);
                continue;
            }

            Assert.Equal(expected, gradients);
        }
    }

    /// <summary>Whether a place of memory is seen more than once, so that nothing can be written there.</summary>
    private static bool Repeats(Tensor x) => x.ElementCount > 0 && Enumerable.Range(0, x.Rank).Any(d => x.Size(d) > 1 && x.Strides[d] == 0);

    private static double[][] Gradients(Tensor result, Tensor[] inputs) =>
        [.. Gradient.Of(result, inputs, Tensor.OnesLike(result.Detach())).Select(gradient => gradient.ToArray<double>())];

    /// <summary>The same numbers in float32, where operators are fused.</summary>
    private static Tensor Single(Tensor x)
    {
        Tensor single = x.Detach().To(DType.Float32);
        single.RequiresGrad = true;
        return single;
    }

    private static IEnumerable<Tensor[]> Points(OpSpec spec)
    {
        Rng rng = new Rng(20261129).Split(spec.Name);
        return spec.Samples.Select(sample => sample(rng));
    }
}
