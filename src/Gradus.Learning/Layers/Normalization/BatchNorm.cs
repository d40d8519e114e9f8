using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>What batch normalizations of every rank share.</summary>
public abstract class BatchNorm : ChannelNorm
{
    private protected BatchNorm(BatchNormOptions options)
        : base(options)
    {
    }

    private protected Tensor Normalize(Tensor input)
    {
        double momentum = Options.Momentum ?? 0;
        if (Training && BatchesTracked is { } tracked)
        {
            long seen = ++tracked.AsWritableSpan<long>()[0];
            momentum = Options.Momentum ?? (1.0 / seen);
        }

        return input.BatchNorm(RunningMean, RunningVariance, Weight, Bias, Training || !Options.TrackRunningStats, momentum, Options.Epsilon);
    }
}
