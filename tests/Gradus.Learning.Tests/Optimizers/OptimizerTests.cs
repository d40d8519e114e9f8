using Gradus.Learning.Optimizers;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Optimizers;

/// <summary>What holds for every optimizer of the table, and what each refuses.</summary>
public sealed class OptimizerTests
{
    public static TheoryData<string> Names => OptimizerTable.Names;

    public static TheoryData<string> Fused => OptimizerTable.Fused;

    [Theory]
    [MemberData(nameof(Names))]
    public void Constructor_PositionalArguments_BecomeTheOptions(string name)
    {
        OptimizerTable.Entry entry = OptimizerTable.Entries[name];

        Optimizer optimizer = entry.Positional([Tensor.Ones(2)]);

        Assert.Equal(entry.Expected, optimizer.Groups.Single().Options);
        Assert.Equal(name, optimizer.GetType().Name);
    }

    [Theory]
    [MemberData(nameof(Fused))]
    public void Step_OneTwoThreeThreads_GivesTheSameBits(string name)
    {
        int before = GradusThreads.Count;
        try
        {
            float[][] results = [.. ((int[])[1, 2, 3]).Select(threads =>
            {
                GradusThreads.Count = threads;
                return Run(name, 3, 70_001).Single().ToArray<float>();
            })];

            Assert.Equal(results[0], results[1]);
            Assert.Equal(results[0], results[2]);
        }
        finally
        {
            GradusThreads.Count = before;
        }
    }

    [Theory]
    [MemberData(nameof(Fused))]
    public void Step_WithAScale_IsThatOfTheScaledGradient(string name)
    {
        Tensor scaled = Parameter(40), plain = Parameter(40);
        Optimizer one = OptimizerTable.Entries[name].Positional([scaled]), other = OptimizerTable.Entries[name].Positional([plain]);
        for (int step = 0; step < 3; step++)
        {
            scaled.Grad = Gradient(step, 40);
            plain.Grad = Gradient(step, 40) * 0.25;
            one.Step(0.25);
            other.Step();
        }

        Assert.Equal(plain.ToArray<float>(), scaled.ToArray<float>());
    }

    [Theory]
    [MemberData(nameof(Fused))]
    public void Step_ParameterWithoutAGradient_StaysAndIsNotCounted(string name)
    {
        Tensor moved = Parameter(5), left = Parameter(5);
        float[] before = left.ToArray<float>();
        Optimizer optimizer = OptimizerTable.Entries[name].Positional([left, moved]);
        moved.Grad = Gradient(0, 5);

        optimizer.Step();

        Assert.Equal(before, left.ToArray<float>());
        Assert.NotEqual(before, moved.ToArray<float>());
        Assert.DoesNotContain("state.0.step", optimizer.StateDictionary().Keys);
        Assert.Equal(1, optimizer.StateDictionary()["state.1.step"].Item());
    }

    [Theory]
    [MemberData(nameof(Fused))]
    public void Step_Steady_AllocatesNothing(string name)
    {
        Tensor parameter = Parameter(300), gradient = Gradient(1, 300);
        Optimizer optimizer = OptimizerTable.Entries[name].Positional([parameter]);
        parameter.Grad = gradient;
        for (int i = 0; i < 100; i++)
        {
            optimizer.Step();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            optimizer.Step();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Step_AccumulatedWithAScale_IsThatOfTheWholeBatch()
    {
        SmallProblem parts = new(DType.Float64), whole = new(DType.Float64);
        Sgd one = new(parts.Parameters, 0.1), other = new(whole.Parameters, 0.1);
        Tensor rows = Tensor.Rand(new Rng(4), 8, 3).To(DType.Float64);

        one.ZeroGrad();
        for (int part = 0; part < 4; part++)
        {
            Loss(parts, rows.Narrow(0, part * 2, 2)).Backward();
        }

        one.Step(1.0 / 4);
        other.ZeroGrad();
        Loss(whole, rows).Backward();
        other.Step();

        for (int i = 0; i < 4; i++)
        {
            double[] expected = whole.Parameters[i].ToArray<double>(), actual = parts.Parameters[i].ToArray<double>();
            Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
        }

        static Tensor Loss(SmallProblem problem, Tensor rows) => rows.Linear(problem.Parameters[0], problem.Parameters[2]).Tanh().Linear(problem.Parameters[1], problem.Parameters[3]).Square().Mean();
    }

    [Fact]
    public void Step_ScaledToANorm_IsThatOfClippedGradients()
    {
        Tensor[] scaled = [Parameter(6), Parameter(9)], clipped = [Parameter(6), Parameter(9)];
        foreach (Tensor parameter in scaled.Concat(clipped))
        {
            parameter.Grad = Gradient(1, parameter.ElementCount);
        }

        double norm = GradientNorm.OfGradients(scaled);
        new Sgd(scaled, 0.1).Step(GradientNorm.Scale(norm, 0.5));
        Assert.Equal(norm, GradientNorm.Clip(clipped, 0.5));
        new Sgd(clipped, 0.1).Step();

        Assert.True(norm > 0.5);
        Assert.Equal(0.5, GradientNorm.OfGradients(clipped), 1e-5);
        Assert.Equal(clipped.SelectMany(parameter => parameter.ToArray<float>()), scaled.SelectMany(parameter => parameter.ToArray<float>()));
    }

    [Fact]
    public void Options_SetBetweenSteps_HoldFromTheNextOn()
    {
        Tensor parameter = Parameter(1);
        Sgd optimizer = new([parameter], 0.5);
        parameter.Grad = Tensor.Ones(1);
        float start = parameter.ToArray<float>()[0];

        optimizer.Step();
        optimizer.Groups[0].Options = ((SgdOptions)optimizer.Groups[0].Options) with { LearningRate = 0.25, Momentum = 0.5 };
        optimizer.Step();
        optimizer.Step();

        // The velocity begins at 0 with the step that first needs it: 0.5 · 0 + 1, then 0.5 · 1 + 1.
        Assert.Equal(start - 0.5f - 0.25f - (0.25f * 1.5f), parameter.ToArray<float>()[0], 1e-6f);
        Assert.Equal(0.5, optimizer.Groups[0].Momentum);
    }

    [Fact]
    public void Groups_MomentumOfEachKind_IsMomentumOrBeta1OrNone()
    {
        Adam adam = new([Parameter(1)]);
        AdaGrad plain = new([Parameter(1)]);

        adam.Groups[0].Momentum = 0.8;

        Assert.Equal(0.8, ((AdamOptions)adam.Groups[0].Options).Beta1);
        Assert.Null(plain.Groups[0].Momentum);
        Assert.Contains("AdaGradOptions have no momentum", Assert.Throws<InvalidOperationException>(() => plain.Groups[0].Momentum = 0.5).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_BadArguments_SayWhatIsNeeded()
    {
        Tensor a = Parameter(2), b = Parameter(2);
        Refuse("Adam got no parameters", () => new Adam(Array.Empty<Tensor>()));
        Refuse("no parameters in a group", () => new Sgd([new ParameterGroup([a], new SgdOptions()), new ParameterGroup([], new SgdOptions())]));
        Refuse("got a parameter twice", () => new Adam([new ParameterGroup([a, b], new AdamOptions()), new ParameterGroup([a], new AdamOptions())]));
        Refuse("got a parameter of Int64 [2]", () => new Adam([Tensor.From([1L, 2L])]));
        Refuse("AdamW got a group with AdamOptions; it needs AdamWOptions", () => new AdamW([new ParameterGroup([a], new AdamOptions())]));
        Refuse("needs momentum above 0 and no dampening", () => new Sgd([a], nesterov: true));
        Refuse("Beta2 must be at least 0 and less than 1", () => new Adam([a], beta2: 1));
        Refuse("LearningRate must be at least 0", () => new Lion([a], learningRate: double.NaN));
        Refuse("L1Decay must be at least 0", () => new SgdOptions { L1Decay = -1 });
        Refuse("for decay in the gradient take Adam", () => new AdamW([new ParameterGroup([a], new AdamWOptions { DecoupledDecay = false })]));
        Refuse("put the penalty or the sign into the closure", () => new Lbfgs([a], new LbfgsOptions { WeightDecay = 0.1 }));
        Refuse("it needs one element type", () => new Lbfgs([a, Tensor.Ones(DType.Float64, 2)]));
        Refuse("MaxIterations must be at least 1", () => new Lbfgs([a], maxIterations: 0));
        Refuse("A group with AdamOptions got SgdOptions", () => new Adam([a]).Groups[0].Options = new SgdOptions());
        Assert.Contains("call Step(() =>", Assert.Throws<InvalidOperationException>(() => new Lbfgs([a]).Step()).Message, StringComparison.Ordinal);

        static void Refuse(string message, Func<object> make) => Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(make).Message, StringComparison.Ordinal);
    }

    private static Tensor[] Run(string name, int steps, int length)
    {
        Tensor parameter = Parameter(length);
        Optimizer optimizer = OptimizerTable.Entries[name].Positional([parameter]);
        for (int step = 0; step < steps; step++)
        {
            parameter.Grad = Gradient(step, length);
            optimizer.Step();
        }

        return [parameter.Detach()];
    }

    private static Tensor Parameter(int length)
    {
        Tensor parameter = Tensor.Randn(new Rng(1), length);
        parameter.RequiresGrad = true;
        return parameter;
    }

    private static Tensor Gradient(int step, int length) => Tensor.Randn(new Rng(2).Split(step), length);

    // PyTorch's line search keeps its own tolerance of 1e-9.
    [Fact]
    public void Step_LbfgsWithALargeChangeTolerance_SearchesAsFinely()
    {
        double[] Stepped(double tolerance)
        {
            Tensor x = Tensor.From([-1.2, 1.0], 2);
            x.RequiresGrad = true;
            Lbfgs optimizer = new([x], new LbfgsOptions { LineSearch = LineSearch.StrongWolfe, MaxIterations = 1, ChangeTolerance = tolerance });
            optimizer.Step(() =>
            {
                optimizer.ZeroGrad();
                Tensor loss = (1 - x[0]).Square() + (100 * (x[1] - x[0].Square()).Square());
                loss.Backward();
                return loss;
            });
            return x.ToArray<double>();
        }

        Assert.Equal(Stepped(1e-9), Stepped(0.5));
    }
}
