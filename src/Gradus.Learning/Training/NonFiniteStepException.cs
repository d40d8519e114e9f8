namespace Gradus.Learning.Training;

/// <summary>Thrown by <see cref="TrainingStep.Update(Gradus.Tensors.Tensor, Optimizers.Optimizer)"/> out of the step function when a loss or gradient is not finite. The trainer catches it; let it pass.</summary>
/// <param name="message">What was not finite.</param>
public sealed class NonFiniteStepException(string message) : Exception(message);
