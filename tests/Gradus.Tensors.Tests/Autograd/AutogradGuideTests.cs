using Gradus.Testing;

namespace Gradus.Tensors.Tests.Autograd;

/// <summary>The programs of docs/guide/autograd.md are the ones here, compiled and run.</summary>
public sealed class AutogradGuideTests
{
    [Fact]
    public void Guide_EveryProgram_StandsInThisFile()
    {
        string guide = File.ReadAllText(RepositoryRoot.Combine("docs", "guide", "autograd.md"));
        string source = Plain(File.ReadAllText(RepositoryRoot.Combine("tests", "Gradus.Tensors.Tests", "Autograd", "AutogradGuideTests.cs")));

        string[] programs = [.. guide.Split("```csharp\n")[1..].Select(part => Plain(part[..part.IndexOf("```", StringComparison.Ordinal)]).Trim())];

        Assert.Equal(9, programs.Length);
        Assert.All(programs, program => Assert.Contains(program, source, StringComparison.Ordinal));
    }

    [Fact]
    public void Gradients_OfTheGuide_AreRight()
    {
        Tensor x = Tensor.From([1f, 2f, 3f]);
        x.RequiresGrad = true;
        Tensor loss = (x * x).Sum();
        loss.Backward();
        Console.WriteLine(x.Grad); // tensor([2., 4., 6.])

        Assert.Equal("tensor([2., 4., 6.])", x.Grad!.ToString());
    }

    [Fact]
    public void Values_OfTheGuide_AreRight()
    {
        Tensor x = Tensor.From([1.0, 2.0]);
        Tensor jacobian = Gradient.Jacobian(p => p.Square(), x);
        Tensor hessian = Gradient.Hessian(p => p.Pow(3).Sum(), x);
        (_, Tensor along) = Gradient.JacobianVectorProduct(p => p[0].Exp(), [x], [Tensor.From([1.0, 0.0])]);

        Assert.Equal([2.0, 0, 0, 4], jacobian.ToArray<double>());
        Assert.Equal([6.0, 0, 0, 12], hessian.ToArray<double>());
        Assert.Equal([Math.E, 0], along.ToArray<double>().Select(value => Math.Round(value, 12)).Select(value => value == Math.Round(Math.E, 12) ? Math.E : value));
    }

    [Fact]
    public void Penalty_OfTheGuide_ReachesTheWeight()
    {
        Tensor weight = Tensor.Randn(new Rng(1), 1, 4);
        weight.RequiresGrad = true;
        Tensor x = Tensor.Randn(new Rng(2), 8, 4);
        x.RequiresGrad = true;
        Tensor score = x.Linear(weight).Tanh().Sum();
        Tensor slope = Gradient.Of(score, [x], createGraph: true)[0];
        Tensor penalty = (slope.Square().Sum(1).Sqrt() - 1).Square().Mean();
        penalty.Backward();

        Assert.NotNull(weight.Grad);
    }

    [Fact]
    public void Hooks_OfTheGuide_Clip()
    {
        Tensor x = Tensor.From([1f, 20f]);
        x.RequiresGrad = true;
        Tensor y = (x * x).RetainGrad();
        using GradientHook hook = y.RegisterHook(gradient => gradient.Clamp(-1, 1));
        (y * 5).Sum().Backward();

        Assert.Equal([1f, 1f], y.Grad!.ToArray<float>());
        Assert.Equal([2f, 40f], x.Grad!.ToArray<float>());
    }

    [Fact]
    public void StraightThrough_OfTheGuide_LetsGradientsPass()
    {
        Tensor x = Tensor.From([0.2f, 0.8f]);
        x.RequiresGrad = true;
        new StraightThrough().Apply(x).Sum().Backward();

        Assert.Equal([1f, 1f], x.Grad!.ToArray<float>());
    }

    [Fact]
    public void Checkpoint_OfTheGuide_GivesTheSameGradient()
    {
        Tensor input = Tensor.Randn(new Rng(1), 8, 16), weight = Tensor.Randn(new Rng(2), 16, 16);
        weight.RequiresGrad = true;
        Rng rng = new(3);
        Tensor output = Checkpoint.Run(x => x.Linear(weight, relu: true).Dropout(0.1, rng).Tanh(), input);
        output.Sum().Backward();

        Assert.NotNull(weight.Grad);
    }

    [Fact]
    public void Anomaly_OfTheGuide_IsNamed()
    {
        Tensor x = Tensor.From([1f, -1f]);
        x.RequiresGrad = true;
        AnomalyException error = Assert.Throws<AnomalyException>(() =>
        {
            using DetectAnomaly detect = DetectAnomaly.Enter();
            (x.Log() * 2).Sum().Backward();
        });

        Assert.StartsWith("Log made the first value that is not finite: NaN at [1] of the result of Log, Float32 [2], from Leaf [2]. It was called:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Graph_OfTheGuide_IsListedAsThere()
    {
        Tensor weight = Tensor.Ones(2, 3), bias = Tensor.Zeros(2);
        weight.RequiresGrad = true;
        bias.RequiresGrad = true;
        Tensor loss = Tensor.Ones(4, 3).Linear(weight, bias).Sigmoid().Sum();
        ComputationGraph graph = ComputationGraph.Of(loss, [("weight", weight), ("bias", bias)]);
        Console.WriteLine(graph);

        string guide = File.ReadAllText(RepositoryRoot.Combine("docs", "guide", "autograd.md"));
        Assert.Contains(graph.ToString(), guide, StringComparison.Ordinal);
        Assert.Contains(graph.ToMermaid(), guide, StringComparison.Ordinal);
    }

    private static string Plain(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()));

    /// <summary>Rounds, and lets the gradient pass as if it had not.</summary>
    private sealed class StraightThrough : CustomFunction
    {
        protected override Tensor[] Forward(FunctionContext context, IReadOnlyList<Tensor> inputs) => [(inputs[0] + 0.5).Floor()];

        protected override Tensor?[] Backward(FunctionContext context, IReadOnlyList<Tensor> gradients) => [gradients[0]];
    }
}
