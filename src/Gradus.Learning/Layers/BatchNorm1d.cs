using System.Globalization;
using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>Batch normalization of features (Ioffe and Szegedy, 2015): y = γ (x − μ) / √(σ² + ε) + β.</summary>
/// <remarks>
/// <para>Input and output [N, C]. In training μ and σ² are those of the batch (σ² over N), and the running statistics move by
/// <c>running ← (1 − momentum) running + momentum batch</c>, for the variance with the unbiased one, over N − 1. In evaluation mode the running statistics are used.</para>
/// <para>Parameters <c>weight</c> γ (ones) and <c>bias</c> β (zeros); buffers <c>running_mean</c> (zeros), <c>running_var</c> (ones) and <c>num_batches_tracked</c>.
/// The lab train-and-evaluation-mode shows what a forgotten mode does.</para>
/// </remarks>
public sealed class BatchNorm1d : Layer
{
    private readonly Tensor? _weight;
    private readonly Tensor? _bias;

    /// <summary>Makes the layer.</summary>
    /// <param name="features">C, the size of the second axis of the input.</param>
    /// <param name="epsilon">ε, added to the variance.</param>
    /// <param name="momentum">The share of a new batch in the running statistics.</param>
    /// <param name="affine">Whether γ and β are learned.</param>
    /// <param name="trackRunningStats">Whether running statistics are kept; without them evaluation uses the batch too.</param>
    /// <param name="dtype">The element type of the parameters.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no feature, epsilon is not positive, or momentum lies outside [0, 1].</exception>
    public BatchNorm1d(int features, double epsilon = 1e-5, double momentum = 0.1, bool affine = true, bool trackRunningStats = true, DType dtype = DType.Float32)
        : this(new BatchNorm1dOptions(features, epsilon, momentum, affine, trackRunningStats, dtype))
    {
    }

    /// <summary>Makes the layer from its options.</summary>
    /// <param name="options">The options.</param>
    public BatchNorm1d(BatchNorm1dOptions options)
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
            RunningMean = RegisterBuffer("running_mean", Tensor.Zeros(options.DType, options.Features));
            RunningVariance = RegisterBuffer("running_var", Tensor.Ones(options.DType, options.Features));
            BatchesTracked = RegisterBuffer("num_batches_tracked", Tensor.Zeros(DType.Int64));
        }
    }

    /// <summary>How the layer was made.</summary>
    public BatchNorm1dOptions Options { get; }

    /// <summary>γ, of shape [C], or null.</summary>
    public Tensor? Weight => _weight;

    /// <summary>β, of shape [C], or null.</summary>
    public Tensor? Bias => _bias;

    /// <summary>The running mean, of shape [C], or null.</summary>
    public Tensor? RunningMean { get; }

    /// <summary>The running unbiased variance, of shape [C], or null.</summary>
    public Tensor? RunningVariance { get; }

    /// <summary>How many batches the running statistics have seen, a single Int64, or null.</summary>
    public Tensor? BatchesTracked { get; }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input)
    {
        EnsureDrawn();
        if (Training && BatchesTracked is not null)
        {
            BatchesTracked.AsWritableSpan<long>()[0]++;
        }

        return input.BatchNorm(RunningMean, RunningVariance, _weight, _bias, Training || RunningMean is null, Options.Momentum, Options.Epsilon);
    }

    /// <inheritdoc/>
    protected override string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Options.Features}, eps={Options.Epsilon}, momentum={Options.Momentum}, affine={Options.Affine}, track_running_stats={Options.TrackRunningStats}");

    /// <inheritdoc/>
    protected override void Reset(Rng rng)
    {
        _weight?.Fill(1);
        _bias?.Fill(0);
        RunningMean?.Fill(0);
        RunningVariance?.Fill(1);
        BatchesTracked?.Fill(0);
    }
}
