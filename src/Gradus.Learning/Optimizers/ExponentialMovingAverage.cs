using System.Globalization;
using Gradus.Tensors;
using Gradus.Tensors.Ops.Optimizers;

namespace Gradus.Learning.Optimizers;

/// <summary>A running average of weights, often better and calmer than the weights themselves (Polyak and Juditsky, 1992). PyTorch's <c>swa_utils.AveragedModel</c> with <c>get_ema_multi_avg_fn</c>.</summary>
/// <remarks>
/// a ← d a + (1 − d) θ after each step; the first <see cref="Update"/> copies. To evaluate with the average: <c>using (average.Apply()) { ... }</c>, after which the weights are back with the same bits.
/// </remarks>
public sealed class ExponentialMovingAverage : IStateful
{
    private readonly Tensor[] _parameters;
    private readonly Tensor[] _averages;

    /// <summary>Makes an average that is at first a copy of the parameters.</summary>
    /// <param name="parameters">What is averaged, as <see cref="Module.Parameters"/> lists it; buffers may stand there too.</param>
    /// <param name="decay">d, in [0, 1]; 0.999 by default.</param>
    /// <exception cref="ArgumentException">The decay lies outside [0, 1], or a tensor is not of contiguous Float32 or Float64.</exception>
    public ExponentialMovingAverage(IReadOnlyList<Tensor> parameters, double decay = 0.999)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (!(decay >= 0 && decay <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(decay), decay, "The decay of a running average lies in [0, 1].");
        }

        if (parameters.FirstOrDefault(parameter => !parameter.DType.IsFloatingPoint() || !parameter.IsContiguous) is { } odd)
        {
            throw new ArgumentException($"ExponentialMovingAverage got {odd.DType} [{string.Join(", ", odd.Shape.ToArray())}]; it needs contiguous Float32 or Float64.", nameof(parameters));
        }

        Decay = decay;
        _parameters = [.. parameters];
        _averages = [.. parameters.Select(parameter => parameter.Detach().Clone().Keep())];
    }

    /// <summary>d.</summary>
    public double Decay { get; }

    /// <summary>How often it was updated. PyTorch's <c>n_averaged</c>.</summary>
    public long Updates { get; private set; }

    /// <summary>The averages, one for each parameter.</summary>
    public IReadOnlyList<Tensor> Averages => _averages;

    /// <summary>Takes the parameters of now into the average. Call it after each step.</summary>
    public void Update()
    {
        if (Updates++ > 0)
        {
            new AverageStep(1 - Decay).Apply(_averages, _parameters);
            return;
        }

        for (int i = 0; i < _averages.Length; i++)
        {
            _averages[i].CopyFrom(_parameters[i].Detach());
        }
    }

    /// <summary>Exchanges parameters and averages until what is returned is disposed of.</summary>
    /// <returns>Exchanges them back.</returns>
    public IDisposable Apply()
    {
        Exchange();
        return new Borrowed(this);
    }

    /// <summary>Copies the average and how often it was updated.</summary>
    /// <remarks>Keys: <c>n_averaged</c> (a single Int64) and <c>average.i</c> for each parameter.</remarks>
    /// <returns>Copies by key.</returns>
    public IReadOnlyDictionary<string, Tensor> StateDictionary()
    {
        Dictionary<string, Tensor> state = new(StringComparer.Ordinal) { ["n_averaged"] = SavedState.Of(Updates) };
        for (int i = 0; i < _averages.Length; i++)
        {
            state[Key(i)] = _averages[i].Clone().Keep();
        }

        return state;
    }

    /// <summary>Goes on where another average stood.</summary>
    /// <param name="state">What <see cref="StateDictionary"/> gave.</param>
    /// <exception cref="ArgumentException">A key is missing or unknown, or a shape or element type differs; nothing was changed.</exception>
    public void LoadStateDictionary(IReadOnlyDictionary<string, Tensor> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        SavedState saved = new(nameof(ExponentialMovingAverage), state);
        long updates = saved.Count("n_averaged");
        Tensor[] averages = [.. _averages.Select((average, i) => saved.Like(Key(i), average))];
        saved.End();
        Updates = updates;
        for (int i = 0; i < averages.Length; i++)
        {
            _averages[i].CopyFrom(averages[i]);
        }
    }

    private static string Key(int place) => string.Create(CultureInfo.InvariantCulture, $"average.{place}");

    private void Exchange()
    {
        for (int i = 0; i < _averages.Length; i++)
        {
            Tensor parameter = _parameters[i].Detach(), kept = parameter.Clone();
            parameter.CopyFrom(_averages[i]);
            _averages[i].CopyFrom(kept);
        }
    }

    private sealed class Borrowed(ExponentialMovingAverage owner) : IDisposable
    {
        private ExponentialMovingAverage? _owner = owner;

        public void Dispose()
        {
            _owner?.Exchange();
            _owner = null;
        }
    }
}
