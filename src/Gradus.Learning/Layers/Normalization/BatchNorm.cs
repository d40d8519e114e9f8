using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>What batch normalizations of every rank share.</summary>
public abstract class BatchNorm : ChannelNorm
{
    private protected BatchNorm(BatchNormOptions options)
        : base(options)
    {
    }

    /// <summary>Whether it computes with running statistics, and so looks at each value by itself.</summary>
    internal bool UsesRunning => !Training && Options.TrackRunningStats;

    internal override bool TakesExamplesApart => UsesRunning && !IsWatched;

    internal override bool Takes(in Tail tail) => tail.Norm is null && tail.Activation is Activation.None or Activation.Relu;

    /// <inheritdoc/>
    protected sealed override Tensor Compute(Tensor input) => Compute(input, default(Tail));

    /// <summary>Refuses an input of a wrong shape.</summary>
    private protected abstract void Demand(Tensor input);

    private protected sealed override Tensor Compute(Tensor input, in Tail tail)
    {
        Demand(input);
        double momentum = Options.Momentum ?? 0;
        if (Training && BatchesTracked is { } tracked)
        {
            long seen = ++tracked.AsWritableSpan<long>()[0];
            momentum = Options.Momentum ?? (1.0 / seen);
        }

        return input.BatchNorm(RunningMean, RunningVariance, Weight, Bias, !UsesRunning, momentum, Options.Epsilon, tail.Residual, tail.Activation == Activation.Relu);
    }
}
