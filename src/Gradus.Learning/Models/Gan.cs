using Gradus.Learning.Losses;
using Gradus.Tensors;

namespace Gradus.Learning.Models;

/// <summary>A generative adversarial network (Goodfellow et al., 2014): a generator that makes rows from noise and a discriminator that tells them from real ones, each trained against the other.</summary>
/// <remarks>
/// <para>Rows are [N, columns] with values in [−1, 1]. Children 0, the generator, and 1, the discriminator; each has an optimizer of its own, such as Adam with rate 2e-4 and β₁ = 0.5 (Radford et al., 2016).</para>
/// <para>One step of both: <c>Tensor made = gan.Make(rows, rng); step.Update(gan.DiscriminatorLoss(real, made), optimizerD); step.Update(gan.GeneratorLoss(made), optimizerG);</c></para>
/// </remarks>
public sealed class Gan : Module
{
    private readonly BinaryCrossEntropyWithLogits _loss = new();

    /// <summary>Makes the two networks.</summary>
    /// <param name="latent">The columns of the noise.</param>
    /// <param name="columns">The columns of a row.</param>
    public Gan(int latent = 64, int columns = 784)
    {
        Generator = RegisterModule("0", new Generator(latent, columns));
        Discriminator = RegisterModule("1", new Discriminator(columns));
    }

    /// <summary>Makes rows from noise.</summary>
    public Generator Generator { get; }

    /// <summary>Tells real rows from made ones.</summary>
    public Discriminator Discriminator { get; }

    /// <summary>Makes rows from standard normal noise.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="rng">Where the noise is drawn from.</param>
    /// <returns>The rows, which remember how they were made.</returns>
    public Tensor Make(int rows, Rng rng) => Generator.Forward(Tensor.Randn(rng, rows, Generator.Latent));

    /// <summary>What the discriminator pays: −log of the probability of being right, for real rows and for made ones. No gradient flows to the generator.</summary>
    /// <param name="real">Real rows.</param>
    /// <param name="made">Rows of the generator.</param>
    /// <returns>The sum of the two mean losses; 2 log 2 where it knows nothing.</returns>
    public Tensor DiscriminatorLoss(Tensor real, Tensor made)
    {
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(made);
        return Judge(real, 1) + Judge(made.Detach(), 0);
    }

    /// <summary>What the generator pays: −log of the probability that its rows pass for real, the form whose gradient does not vanish while they never do. The discriminator's own parameters get no gradient.</summary>
    /// <param name="made">Rows of the generator.</param>
    /// <returns>The mean loss.</returns>
    public Tensor GeneratorLoss(Tensor made)
    {
        ArgumentNullException.ThrowIfNull(made);
        IReadOnlyList<Tensor> parameters = Discriminator.Parameters();
        bool[] trained = [.. parameters.Select(parameter => parameter.RequiresGrad)];
        for (int i = 0; i < trained.Length; i++)
        {
            parameters[i].RequiresGrad = false;
        }

        Tensor loss = Judge(made, 1);
        for (int i = 0; i < trained.Length; i++)
        {
            parameters[i].RequiresGrad = trained[i];
        }

        return loss;
    }

    private Tensor Judge(Tensor rows, double answer)
    {
        Tensor logits = Discriminator.Forward(rows);
        return _loss.Forward(logits.AsLogits(), Tensor.Full(answer, logits.DType, logits.Shape));
    }
}
