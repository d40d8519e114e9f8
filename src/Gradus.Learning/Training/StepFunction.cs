namespace Gradus.Learning.Training;

/// <summary>What is done with one batch: forward, loss, and <see cref="TrainingStep.Update(Gradus.Tensors.Tensor, Optimizers.Optimizer)"/> for each optimizer in turn.</summary>
/// <remarks>
/// A GAN in four lines: <c>step => { Tensor fake = generator.Forward(noise(step.Rng)); step.Update(Judge(real: step.Batch.Inputs, fake.Detach()), optimizerD); step.Update(Fool(fake), optimizerG); }</c>.
/// All that is random must come from <see cref="TrainingStep.Rng"/> or from the modules' own streams, and all that is kept from step to step must be among the parts of the trainer; then a training that was
/// stopped goes on with the same bits.
/// </remarks>
/// <param name="step">The batch, and how to use its loss.</param>
public delegate void StepFunction(TrainingStep step);
