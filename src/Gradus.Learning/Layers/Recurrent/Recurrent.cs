using Gradus.Learning.Initializers;
using Gradus.Learning.Summaries;
using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>What recurrent layers share: their parameters, and how layers and directions are put together.</summary>
/// <remarks>
/// For layer k the parameters are <c>weight_ih_lk</c> [gates · hidden, in], <c>weight_hh_lk</c> [gates · hidden, hidden], <c>bias_ih_lk</c> and <c>bias_hh_lk</c> [gates · hidden], with the ending <c>_reverse</c> for the
/// direction from the end. All begin uniform in ±1/√hidden, as PyTorch's do.
/// </remarks>
public abstract class Recurrent : Module
{
    private readonly RecurrentWeights[] _weights;
    private protected Recurrent(RecurrentOptions options, int gates)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        _weights = new RecurrentWeights[options.NumLayers * Directions];
        for (int i = 0; i < _weights.Length; i++)
        {
            int layer = i / Directions, features = layer == 0 ? options.InputSize : Directions * options.HiddenSize, rows = gates * options.HiddenSize;
            string end = $"_l{layer}{(i % Directions == 0 ? "" : "_reverse")}";
            _weights[i] = new RecurrentWeights(
                RegisterParameter($"weight_ih{end}", Tensor.Zeros(options.DType, rows, features)),
                RegisterParameter($"weight_hh{end}", Tensor.Zeros(options.DType, rows, options.HiddenSize)),
                options.Bias ? RegisterParameter($"bias_ih{end}", Tensor.Zeros(options.DType, rows)) : null,
                options.Bias ? RegisterParameter($"bias_hh{end}", Tensor.Zeros(options.DType, rows)) : null);
        }
    }

    /// <summary>How the layer was made.</summary>
    public RecurrentOptions Options { get; }

    private int Directions => Options.Bidirectional ? 2 : 1;

    /// <inheritdoc/>
    protected internal override long MultiplyAdds(IReadOnlyList<Tensor> inputs, Tensor output)
    {
        long rows = inputs[0].ElementCount / Options.InputSize;
        return _weights.Sum(weights => rows * (weights.Input.Stored.ElementCount + weights.Hidden.Stored.ElementCount));
    }

    /// <inheritdoc/>
    protected internal override ReceptiveField? Widen(ReceptiveField? field, IReadOnlyList<Tensor> inputs) => field?.Everything();

    /// <inheritdoc/>
    protected override string Describe()
    {
        string text = $"{Options.InputSize}, {Options.HiddenSize}";
        text += Options.NumLayers == 1 ? "" : $", num_layers={Options.NumLayers}";
        text += Options.Bias ? "" : ", bias=False";
        text += Options.BatchFirst ? ", batch_first=True" : "";
        text += Options.Dropout == 0 ? "" : $", dropout={PythonText.Number(Options.Dropout)}";
        return Options.Bidirectional ? $"{text}, bidirectional=True" : text;
    }

    /// <inheritdoc/>
    protected override void Reset(Rng rng)
    {
        Uniform uniform = new(-1 / Math.Sqrt(Options.HiddenSize), 1 / Math.Sqrt(Options.HiddenSize));
        foreach (RecurrentWeights weights in _weights)
        {
            weights.Fill(uniform, rng);
        }
    }

    /// <summary>All layers and directions; the last states in the order layer 0 forwards, layer 0 backwards, layer 1 forwards, and so on.</summary>
    private protected (Tensor Output, Tensor Hidden, Tensor? Cell) Run(Tensor input, Tensor? hidden, Tensor? cell, Tensor? lengths)
    {
        ArgumentNullException.ThrowIfNull(input);
        Enter(new Span<Tensor>(ref input));
        bool single = input.Rank == 2;
        Demand(input, single);
        Demand(input, hidden, "hidden state", single);
        Demand(input, cell, "cell state", single);
        bool batchFirst = Options.BatchFirst && !single;
        Tensor x = single ? input.Unsqueeze(1) : input;
        (Tensor[] lastHidden, Tensor[] lastCell) = (new Tensor[_weights.Length], new Tensor[_weights.Length]);
        for (int layer = 0; layer < Options.NumLayers; layer++)
        {
            x = layer > 0 && Training && Options.Dropout > 0 ? x.Dropout(Options.Dropout, Stream("dropout")) : x;
            Tensor[] outputs = new Tensor[Directions];
            for (int direction = 0; direction < Directions; direction++)
            {
                int i = (layer * Directions) + direction;
                Tensor? c;
                (outputs[direction], lastHidden[i], c) = Sequence(x, _weights[i], Pick(hidden, i, single), Pick(cell, i, single), batchFirst, direction == 1, lengths);
                lastCell[i] = c ?? lastHidden[i];
            }

            x = outputs.Length == 1 ? outputs[0] : Tensor.Cat(outputs, 2);
        }

        Tensor output = Leave(new ReadOnlySpan<Tensor>(ref input), single ? x.Squeeze(1) : x);
        return (output, Together(lastHidden, single), HasCell ? Together(lastCell, single) : null);
    }

    private protected abstract bool HasCell { get; }

    private protected abstract (Tensor Output, Tensor Hidden, Tensor? Cell) Sequence(
        Tensor input, RecurrentWeights weights, Tensor? hidden, Tensor? cell, bool batchFirst, bool reverse, Tensor? lengths);

    private static Tensor? Pick(Tensor? states, int index, bool single) => single ? states?.Select(0, index).Unsqueeze(0) : states?.Select(0, index);

    private static Tensor Together(Tensor[] states, bool single)
    {
        Tensor all = states.Length == 1 ? states[0].Unsqueeze(0) : Tensor.Stack(states);
        return single ? all.Squeeze(1) : all;
    }

    private void Demand(Tensor input, bool single)
    {
        if ((!single && input.Rank != 3) || input.Shape[^1] != Options.InputSize)
        {
            string needed = Options.BatchFirst ? "batch, time" : "time, batch";
            throw new ArgumentException(
                $"{GetType().Name}({Options.InputSize}, {Options.HiddenSize}) got an input of shape [{string.Join(", ", input.Shape.ToArray())}]; it must be [{needed}, {Options.InputSize}] or [time, {Options.InputSize}].", nameof(input));
        }
    }

    private void Demand(Tensor input, Tensor? state, string what, bool single)
    {
        int batch = single ? 1 : input.Shape[Options.BatchFirst ? 0 : 1];
        ReadOnlySpan<int> needed = single ? [_weights.Length, Options.HiddenSize] : [_weights.Length, batch, Options.HiddenSize];
        if (state is not null && !state.Shape.SequenceEqual(needed))
        {
            throw new ArgumentException(
                $"{GetType().Name}({Options.InputSize}, {Options.HiddenSize}) got a {what} of shape [{string.Join(", ", state.Shape.ToArray())}]; for this input it must be [{string.Join(", ", needed.ToArray())}], layers and directions first.", nameof(state));
        }
    }
}
