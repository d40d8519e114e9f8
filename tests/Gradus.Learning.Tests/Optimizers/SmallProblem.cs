using Gradus.Learning.Optimizers;
using Gradus.Learning.Tests.Fixtures;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Optimizers;

/// <summary>The problem of oracles/learning_optimizers.py: weights and biases of a network of one hidden layer, and its loss.</summary>
internal sealed class SmallProblem
{
    private static readonly Stored Given = Fixture.Read<Stored>("optimizer-problem.json")[0];
    private readonly Tensor _inputs;
    private readonly Tensor _targets;

    internal SmallProblem(DType dtype)
    {
        (_inputs, _targets) = (Given.Inputs.ToTensor(dtype), Given.Targets.ToTensor(dtype));
        Parameters = [.. Given.Start.Select(start => start.ToTensor(dtype))];
        foreach (Tensor parameter in Parameters)
        {
            parameter.RequiresGrad = true;
        }
    }

    /// <summary>Both weights, then both biases.</summary>
    internal Tensor[] Parameters { get; }

    internal ParameterGroup[] Groups(OptimizerOptions weights, OptimizerOptions? biases = null) => biases is null
        ? [new ParameterGroup(Parameters, weights)]
        : [new ParameterGroup(Parameters[..2], weights), new ParameterGroup(Parameters[2..], biases)];

    /// <summary>Steps once.</summary>
    /// <returns>The loss before.</returns>
    internal double Step(Optimizer optimizer, double scale) => optimizer.Step(() =>
    {
        optimizer.ZeroGrad();
        Tensor loss = _inputs.Linear(Parameters[0], Parameters[2]).Tanh().Linear(Parameters[1], Parameters[3]).MseLoss(_targets) * scale;
        loss.Backward();
        return loss;
    }).Item();

    private sealed record Stored(Packed Inputs, Packed Targets, Packed[] Start);
}
