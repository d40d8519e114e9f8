namespace Gradus.Learning.Training.Statistics;

/// <summary>The statistics of one step.</summary>
/// <param name="Gradients">Of each parameter's gradient before clipping, by path; with accumulation of the whole step of the weights. Empty for a batch that ends none.</param>
/// <param name="Activations">Of each layer's output, by path, in the order in which the layers were called.</param>
public sealed record StepStatistics(IReadOnlyList<TensorStatistics> Gradients, IReadOnlyList<TensorStatistics> Activations);
