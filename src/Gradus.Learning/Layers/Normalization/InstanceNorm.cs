using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>What instance normalizations of every rank share.</summary>
public abstract class InstanceNorm : ChannelNorm
{
    private readonly int _places;

    private protected InstanceNorm(BatchNormOptions options, int places)
        : base(options) => _places = places;

    /// <inheritdoc/>
    protected sealed override Tensor Compute(Tensor input)
    {
        bool single = input.Rank == _places + 1;
        if ((!single && input.Rank != _places + 2) || input.Shape[^(_places + 1)] != Options.Features)
        {
            string places = _places == 1 ? "length" : "height, width";
            throw WrongShape(input, $"[batch, {Options.Features}, {places}] or [{Options.Features}, {places}]");
        }

        bool own = Training || !Options.TrackRunningStats;
        Tensor x = single ? input.Unsqueeze(0) : input;
        Tensor y = x.InstanceNorm(RunningMean, RunningVariance, Weight, Bias, own, Options.Momentum ?? 0, Options.Epsilon);
        return single ? y.Squeeze(0) : y;
    }
}
