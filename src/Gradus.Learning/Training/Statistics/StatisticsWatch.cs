using Gradus.Learning.Optimizers;
using Gradus.Tensors;

namespace Gradus.Learning.Training.Statistics;

/// <summary>Looks at the gradients and activations of the steps for which it is open; the others pay nothing.</summary>
internal sealed class StatisticsWatch(TrainingParts parts)
{
    private readonly List<TensorStatistics> _gradients = [];
    private readonly List<TensorStatistics> _activations = [];

    /// <summary>Looks at the outputs of all layers without layers below them, until it is disposed.</summary>
    internal IDisposable Open() => new OutputWatch(parts, (path, output) => _activations.Add(TensorStatistics.Of(path, output)));

    /// <summary>Looks at the gradients of an optimizer's parameters, which are still to be multiplied by a scale.</summary>
    internal void LookAtGradients(Optimizer optimizer, double scale)
    {
        using TensorScope scope = new();
        using NoGrad quiet = NoGrad.Enter();
        HashSet<Tensor> own = new(optimizer.Parameters, ReferenceEqualityComparer.Instance);
        foreach ((string name, Module model) in parts.Models)
        {
            foreach ((string path, Tensor parameter) in model.NamedParameters())
            {
                if (own.Contains(parameter) && parameter.Grad is { } gradient)
                {
                    _gradients.Add(TensorStatistics.Of(parts.PathOf(name, path), scale == 1 ? gradient : gradient * scale));
                }
            }
        }
    }

    /// <summary>Hands out what was seen.</summary>
    internal StepStatistics Take()
    {
        StepStatistics seen = new([.. _gradients], [.. _activations]);
        _gradients.Clear();
        _activations.Clear();
        return seen;
    }
}
