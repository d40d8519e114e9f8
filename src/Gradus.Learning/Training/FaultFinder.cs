using Gradus.Learning.Data;
using Gradus.Learning.Optimizers;
using Gradus.Tensors;

namespace Gradus.Learning.Training;

/// <summary>Says where something that is not finite came from. It looks at everything, which only a step that failed has to pay for.</summary>
/// <param name="parts">The parts of the training.</param>
/// <param name="loader">Hands out the batches, for the numbers of rows.</param>
internal sealed class FaultFinder(TrainingParts parts, DataLoader loader)
{
    /// <summary>Why a loss may be what it is: the first of inputs, targets and weights that holds something not finite.</summary>
    internal string WhyLoss(TrainingStep step)
    {
        if (Row(step.Batch.Inputs) is { } input)
        {
            return Name("inputs", input, step);
        }

        if (Row(step.Batch.Targets) is { } target)
        {
            return Name("targets", target, step);
        }

        foreach ((string path, Tensor tensor) in Named())
        {
            if (Odd(tensor) > 0)
            {
                return $"'{path}' was not finite before";
            }
        }

        return "inputs, targets and weights are finite, so a layer or the loss went beyond what numbers can hold";
    }

    /// <summary>Which gradients are not finite.</summary>
    internal string WhyGradients(Optimizer optimizer)
    {
        HashSet<Tensor> own = new(optimizer.Parameters, ReferenceEqualityComparer.Instance);
        string[] names = [.. Named().Where(entry => own.Contains(entry.Tensor) && entry.Tensor.Grad is { } gradient && Odd(gradient) > 0).Select(entry => $"'{entry.Path}' ({Odd(entry.Tensor.Grad!)} of {entry.Tensor.ElementCount} values)")];
        return names.Length == 0 ? "each gradient is finite, but their squares add up beyond what numbers can hold" : $"not finite: {string.Join(", ", names.Take(3))}{(names.Length > 3 ? $" and {names.Length - 3} more" : "")}";
    }

    private string Name(string what, int row, TrainingStep step)
    {
        int place = ((step.Number - 1) * loader.BatchSize) + row;
        int[] order = loader.Order(step.Epoch - 1);
        return $"row {row} of its {what}{(place < order.Length ? $" (row {order[place]} of the data set)" : "")} is not finite";
    }

    private IEnumerable<(string Path, Tensor Tensor)> Named() =>
        parts.Models.SelectMany(model => model.Value.NamedParameters().Concat(model.Value.NamedBuffers()).Select(entry => (parts.PathOf(model.Key, entry.Name), entry.Tensor)));

    // The first row that holds something not finite.
    private static int? Row(Tensor tensor)
    {
        if (!tensor.DType.IsFloatingPoint() || tensor.Rank == 0 || Odd(tensor) == 0)
        {
            return null;
        }

        double[] values = tensor.ToArray<double>();
        return Array.FindIndex(values, value => !double.IsFinite(value)) / (values.Length / tensor.Shape[0]);
    }

    private static int Odd(Tensor tensor) => tensor.DType.IsFloatingPoint() ? tensor.ToArray<double>().Count(value => !double.IsFinite(value)) : 0;
}
