using Gradus.Learning.Data;
using Gradus.Learning.Optimizers;
using Gradus.Tensors;

namespace Gradus.Learning.Training;

/// <summary>One batch of a training, as the step function sees it. The object is used again for the next batch.</summary>
public sealed class TrainingStep
{
    private readonly StepRunner _runner;
    private Rng? _rng;

    internal TrainingStep(StepRunner runner) => _runner = runner;

    /// <summary>The batch. Its memory is given back when the step ends.</summary>
    public Batch Batch { get; private set; }

    /// <summary>The epoch, from 1.</summary>
    public int Epoch { get; private set; }

    /// <summary>The place of the batch in its epoch, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The batches before this one, over all epochs.</summary>
    public long Total { get; private set; }

    /// <summary>A random stream of this batch alone, a function of <see cref="TrainerOptions.Seed"/> and <see cref="Total"/>, as for the noise of a GAN.</summary>
    public Rng Rng => _rng ??= new Rng(_runner.Options.Seed).Split("step").Split(Total);

    /// <summary>Changes weights against the gradient of a loss: forgets old gradients, goes back through the loss, clips, steps. With accumulation the weights move at the last batch of the step.</summary>
    /// <param name="loss">A tensor of one element. Its mean over rows is the training loss of the history; with several optimizers their losses are averaged.</param>
    /// <param name="optimizer">Whose parameters are stepped; null where the training has one optimizer only.</param>
    /// <exception cref="NonFiniteStepException">The loss or the norm of the gradients is not finite. Weights and running statistics are then put back to where the last finite update left them.</exception>
    /// <exception cref="ArgumentException">The optimizer is none of the training's, or must be named.</exception>
    public void Update(Tensor loss, Optimizer? optimizer = null)
    {
        ArgumentNullException.ThrowIfNull(loss);
        _runner.Update(loss, _runner.Find(optimizer));
    }

    /// <summary>As <see cref="Update(Tensor, Optimizer)"/>, for optimizers that evaluate the loss several times in a step, as <see cref="Lbfgs"/>. Gradients are not clipped.</summary>
    /// <param name="loss">Computes the loss; called as often as the optimizer likes.</param>
    /// <param name="optimizer">Whose parameters are stepped; null where the training has one optimizer only.</param>
    /// <exception cref="NonFiniteStepException">The first or the last loss, or a weight after the step is not finite. Weights, running statistics and the optimizer are then as before.</exception>
    /// <exception cref="NotSupportedException">The training accumulates over batches.</exception>
    public void Update(Func<Tensor> loss, Optimizer? optimizer = null)
    {
        ArgumentNullException.ThrowIfNull(loss);
        _runner.Update(loss, _runner.Find(optimizer));
    }

    /// <summary>As <see cref="Update(Tensor, Optimizer)"/>, for gradients that are there already, as several replicas computed them.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="optimizer">Whose parameters are stepped; null where the training has one optimizer only.</param>
    /// <exception cref="NonFiniteStepException">The loss or the norm of the gradients is not finite.</exception>
    /// <exception cref="NotSupportedException">The training accumulates over batches.</exception>
    public void Apply(double loss, Optimizer? optimizer = null) => _runner.Apply(loss, _runner.Find(optimizer));

    /// <summary>Notes a figure, whose mean over the steps of an epoch is kept in <see cref="EpochRecord.Figures"/>.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value in this step.</param>
    public void Log(string name, double value)
    {
        ArgumentNullException.ThrowIfNull(name);
        _runner.Log(name, value);
    }

    internal void Begin(Batch batch, int epoch, int number, long total) => (Batch, Epoch, Number, Total, _rng) = (batch, epoch, number, total, null);
}
