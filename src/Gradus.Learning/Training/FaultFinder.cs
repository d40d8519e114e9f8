using Gradus.Learning.Data;
using Gradus.Learning.Optimizers;
using Gradus.Learning.Training.Statistics;
using Gradus.Tensors;

namespace Gradus.Learning.Training;

/// <summary>Says where something that is not finite came from. It looks at everything, which only a step that failed has to pay for.</summary>
/// <param name="parts">The parts of the training.</param>
/// <param name="loader">Hands out the batches, for the numbers of rows.</param>
/// <param name="probe">Runs a batch forward once more; null where that cannot be done without consequences.</param>
internal sealed class FaultFinder(TrainingParts parts, DataLoader loader, Action<TrainingStep>? probe)
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

        return Layer(step) is { } layer
            ? $"inputs, targets and weights are finite, the output of {layer} is the first that is not"
            : $"inputs, targets{(probe is null ? " and" : ",")} weights{(probe is null ? "" : " and the layers' outputs")} are finite, so the loss went beyond what numbers can hold";
    }

    /// <summary>Which weights of an optimizer are not finite; null where all are.</summary>
    internal string? WhyWeights(Optimizer optimizer) => List(Named().Where(Of(optimizer)).Select(entry => (entry.Path, entry.Tensor)));

    /// <summary>Which gradients are not finite.</summary>
    internal string WhyGradients(Optimizer optimizer)
    {
        string? names = List(Named().Where(Of(optimizer)).Where(entry => entry.Tensor.Grad is not null).Select(entry => (entry.Path, entry.Tensor.Grad!)));
        return names ?? "each gradient is finite, but their squares add up beyond what numbers can hold";
    }

    private static Func<(string Path, Tensor Tensor), bool> Of(Optimizer optimizer)
    {
        HashSet<Tensor> own = new(optimizer.Parameters, ReferenceEqualityComparer.Instance);
        return entry => own.Contains(entry.Tensor);
    }

    private static string? List(IEnumerable<(string Path, Tensor Tensor)> tensors)
    {
        string[] names = [.. tensors.Select(entry => (entry.Path, entry.Tensor.ElementCount, Count: Odd(entry.Tensor))).Where(entry => entry.Count > 0).Select(entry => $"'{entry.Path}' ({entry.Count} of {entry.ElementCount} values)")];
        return names.Length == 0 ? null : $"not finite: {string.Join(", ", names.Take(3))}{(names.Length > 3 ? $" and {names.Length - 3} more" : "")}";
    }

    // The first layer whose output is not finite when the batch is run forward again. Random streams are where they were afterwards; the caller puts buffers back.
    private string? Layer(TrainingStep step)
    {
        if (probe is null)
        {
            return null;
        }

        (Rng Stream, ulong Position)[] streams = [.. parts.Models.Values.SelectMany(model => model.NamedStreams()).Select(entry => (entry.Stream, entry.Stream.Position))];
        string? first = null;
        using (TensorScope scope = new())
        using (NoGrad quiet = NoGrad.Enter())
        using (OutputWatch watch = new(parts, (path, output) => first ??= Odd(output) > 0 ? path : null))
        {
            probe(step);
        }

        foreach ((Rng stream, ulong position) in streams)
        {
            stream.Position = position;
        }

        return first is null ? null : $"'{first}'";
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
