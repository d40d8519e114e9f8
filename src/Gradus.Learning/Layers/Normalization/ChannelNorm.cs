using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>What batch and instance normalization share: scale, shift and running statistics of channels.</summary>
public abstract class ChannelNorm : Layer
{
    private readonly ModuleTensor? _weight;
    private readonly ModuleTensor? _bias;
    private readonly ModuleTensor? _runningMean;
    private readonly ModuleTensor? _runningVariance;
    private readonly ModuleTensor? _batchesTracked;

    private protected ChannelNorm(BatchNormOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        if (options.Affine)
        {
            _weight = RegisterParameter("weight", Tensor.Ones(options.DType, options.Features));
            _bias = RegisterParameter("bias", Tensor.Zeros(options.DType, options.Features));
        }

        if (options.TrackRunningStats)
        {
            _runningMean = RegisterBuffer("running_mean", Tensor.Zeros(options.DType, options.Features));
            _runningVariance = RegisterBuffer("running_var", Tensor.Ones(options.DType, options.Features));
            _batchesTracked = RegisterBuffer("num_batches_tracked", Tensor.Zeros(DType.Int64));
        }
    }

    /// <summary>How the layer was made.</summary>
    public BatchNormOptions Options { get; }

    /// <summary>γ, of shape [C], or null.</summary>
    public Tensor? Weight => _weight?.Value;

    /// <summary>β, of shape [C], or null.</summary>
    public Tensor? Bias => _bias?.Value;

    /// <summary>The running mean, of shape [C], or null.</summary>
    public Tensor? RunningMean => _runningMean?.Value;

    /// <summary>The running unbiased variance, of shape [C], or null.</summary>
    public Tensor? RunningVariance => _runningVariance?.Value;

    /// <summary>How many batches the running statistics have seen, a single Int64, or null.</summary>
    public Tensor? BatchesTracked => _batchesTracked?.Value;

    /// <inheritdoc/>
    protected override string Describe() =>
        $"{Options.Features}, eps={PythonText.Number(Options.Epsilon)}, momentum={(Options.Momentum is { } momentum ? PythonText.Number(momentum) : "None")}, affine={Options.Affine}, track_running_stats={Options.TrackRunningStats}";

    /// <inheritdoc/>
    protected override void Reset(Rng rng)
    {
        _weight?.Stored.Fill(1);
        _bias?.Stored.Fill(0);
        _runningMean?.Stored.Fill(0);
        _runningVariance?.Stored.Fill(1);
        _batchesTracked?.Stored.Fill(0);
    }

    private protected ArgumentException WrongShape(Tensor input, string needed) =>
        new($"{GetType().Name}({Options.Features}) got an input of shape [{string.Join(", ", input.Shape.ToArray())}]; it must be {needed}.", nameof(input));
}
