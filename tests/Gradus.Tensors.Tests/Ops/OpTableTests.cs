namespace Gradus.Tensors.Tests.Ops;

/// <summary>What every operator of the table must keep.</summary>
public sealed class OpTableTests
{
    public static TheoryData<string> Names => [.. OpTable.All.Select(spec => spec.Name)];

    public static TheoryData<string> Differentiable => [.. OpTable.All.Where(spec => spec.Differentiable).Select(spec => spec.Name)];

    [Theory]
    [MemberData(nameof(Differentiable))]
    public void Gradient_AtRandomPoints_MatchesDifferences(string name)
    {
        foreach ((OpSpec spec, Tensor[] inputs) in Points(name))
        {
            Assert.Null(GradientChecker.Check(spec.Run, inputs));
        }
    }

    [Theory]
    [MemberData(nameof(Differentiable))]
    public void SecondGradient_AtRandomPoints_MatchesDifferences(string name)
    {
        foreach ((OpSpec spec, Tensor[] inputs) in Points(name))
        {
            // The product makes the gradient of a linear operator depend on its inputs, so that it is recorded.
            Assert.Null(GradientChecker.CheckSecond(points => spec.Run(points).Square(), inputs));
        }
    }

    /// <summary>float32 agrees with float64, forward and backward.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Float32_AtRandomPoints_AgreesWithFloat64(string name)
    {
        foreach ((OpSpec spec, Tensor[] inputs) in Points(name))
        {
            Tensor[] narrow = [.. inputs.Select(input => Leaf(input.Detach().To(DType.Float32)))];
            Tensor[] same = [.. narrow.Select(input => Leaf(input.Detach().To(DType.Float64)))];

            Tensor wide = spec.Run(same), single = spec.Run(narrow);

            Assert.Equal(wide.Shape.ToArray(), single.Shape.ToArray());
            Close(wide, single.To(DType.Float64), spec.Tolerance);
            if (!spec.Differentiable)
            {
                Assert.False(single.RequiresGrad);
                continue;
            }

            Tensor[] expected = Gradient.Of(wide.Sum(), same), actual = Gradient.Of(single.Sum(), narrow);
            for (int i = 0; i < expected.Length; i++)
            {
                Close(expected[i], actual[i].To(DType.Float64), 1e-4);
            }
        }
    }

    /// <summary>Strided inputs, views into larger memory, give the same bits as contiguous ones, forward and backward, in both floating-point types.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Run_OnStridedInputs_GivesTheSameBits(string name)
    {
        foreach ((OpSpec spec, Tensor[] inputs) in Points(name))
        {
            foreach (DType dtype in (DType[])[DType.Float64, DType.Float32])
            {
                Tensor[] plain = [.. inputs.Select(input => Leaf(input.Detach().To(dtype)))], strided = [.. plain.Select(Strided)];

                Tensor expected = spec.Run(plain), actual = spec.Run(strided);

                SameBits(expected, actual);
                if (spec.Differentiable)
                {
                    Tensor[] wanted = Gradient.Of(expected, plain, Weights(expected)), had = Gradient.Of(actual, strided, Weights(actual));
                    for (int i = 0; i < wanted.Length; i++)
                    {
                        SameBits(wanted[i], had[i]);
                    }
                }
            }
        }
    }

    private static IEnumerable<(OpSpec Spec, Tensor[] Inputs)> Points(string name)
    {
        OpSpec spec = OpTable.All.Single(entry => entry.Name == name);
        Rng rng = new Rng(20261121).Split(name);
        return spec.Samples.Select(sample => (spec, sample(rng)));
    }

    private static Tensor Leaf(Tensor x)
    {
        x = x.Clone();
        x.RequiresGrad = true;
        return x;
    }

    private static Tensor Strided(Tensor x)
    {
        Tensor detached = x.Detach();
        if (x.Rank == 0)
        {
            return Leaf(detached);
        }

        int[] shape = [.. x.Shape[..^1], (2 * x.Shape[^1]) + 1];
        Tensor wide = Tensor.Full(double.NaN, x.DType, shape);
        Tensor view = wide.Slice(-1, 1, int.MaxValue, 2);
        view.CopyFrom(detached);
        view.RequiresGrad = true;
        return view;
    }

    private static Tensor Weights(Tensor y) => Tensor.Rand(new Rng(7), y.DType, y.Shape) + 0.5;

    private static void SameBits(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.DType, actual.DType);
        Assert.Equal(expected.Shape.ToArray(), actual.Shape.ToArray());
        Assert.Equal(expected.ToArray<double>().Select(BitConverter.DoubleToInt64Bits), actual.ToArray<double>().Select(BitConverter.DoubleToInt64Bits));
    }

    private static void Close(Tensor expected, Tensor actual, double tolerance)
    {
        double[] want = expected.ToArray<double>(), have = actual.ToArray<double>();
        Assert.Equal(want.Length, have.Length);
        for (int i = 0; i < want.Length; i++)
        {
            Assert.Equal(want[i], have[i], tolerance * Math.Max(1, Math.Abs(want[i])));
        }
    }
}
