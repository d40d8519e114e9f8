using Gradus.Learning.Initializers;
using Gradus.Tensors;

namespace Gradus.Learning.Layers;

/// <summary>What recurrent cells share: the parameters of one step, <c>weight_ih</c>, <c>weight_hh</c>, <c>bias_ih</c> and <c>bias_hh</c>, all uniform in ±1/√hidden at first.</summary>
public abstract class RecurrentCell : Module
{
    private readonly RecurrentWeights _weights;

    private protected RecurrentCell(int inputSize, int hiddenSize, bool bias, int gates, DType dtype)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(hiddenSize, 1);
        (InputSize, HiddenSize) = (inputSize, hiddenSize);
        int rows = gates * hiddenSize;
        _weights = new RecurrentWeights(
            RegisterParameter("weight_ih", Tensor.Zeros(dtype, rows, inputSize)),
            RegisterParameter("weight_hh", Tensor.Zeros(dtype, rows, hiddenSize)),
            bias ? RegisterParameter("bias_ih", Tensor.Zeros(dtype, rows)) : null,
            bias ? RegisterParameter("bias_hh", Tensor.Zeros(dtype, rows)) : null);
    }

    /// <summary>The features of the input.</summary>
    public int InputSize { get; }

    /// <summary>The size of the state.</summary>
    public int HiddenSize { get; }

    private protected RecurrentWeights Weights => _weights;

    /// <inheritdoc/>
    protected internal override long MultiplyAdds(IReadOnlyList<Tensor> inputs, Tensor output) => (long)(output.ElementCount / HiddenSize) * (_weights.Input.Stored.ElementCount + _weights.Hidden.Stored.ElementCount);

    /// <inheritdoc/>
    protected override string Describe() => $"{InputSize}, {HiddenSize}{(_weights.InputBias is null ? ", bias=False" : "")}";

    /// <inheritdoc/>
    protected override void Reset(Rng rng) => _weights.Fill(new Uniform(-1 / Math.Sqrt(HiddenSize), 1 / Math.Sqrt(HiddenSize)), rng);

    /// <summary>One step: checks shapes, puts a batch around a single row, calls hooks.</summary>
    private protected (Tensor Hidden, Tensor? Cell) Step(Tensor input, Tensor? hidden, Tensor? cell, Func<Tensor, Tensor, Tensor?, (Tensor Hidden, Tensor? Cell)> step)
    {
        ArgumentNullException.ThrowIfNull(input);
        Enter(new Span<Tensor>(ref input));
        bool single = input.Rank == 1;
        if (input.Rank is not (1 or 2) || input.Shape[^1] != InputSize)
        {
            throw new ArgumentException($"{GetType().Name}({InputSize}, {HiddenSize}) got an input of shape [{string.Join(", ", input.Shape.ToArray())}]; it must be [batch, {InputSize}] or [{InputSize}].", nameof(input));
        }

        int[] shape = single ? [HiddenSize] : [input.Shape[0], HiddenSize];
        foreach (Tensor? state in (ReadOnlySpan<Tensor?>)[hidden, cell])
        {
            if (state is not null && !state.Shape.SequenceEqual(shape))
            {
                throw new ArgumentException($"{GetType().Name}({InputSize}, {HiddenSize}) got a state of shape [{string.Join(", ", state.Shape.ToArray())}]; for this input it must be [{string.Join(", ", shape)}].", nameof(hidden));
            }
        }

        Tensor before = hidden ?? Tensor.Zeros(input.DType, shape);
        (Tensor next, Tensor? nextCell) = single ? step(input.Unsqueeze(0), before.Unsqueeze(0), cell?.Unsqueeze(0)) : step(input, before, cell);
        return (Leave(new ReadOnlySpan<Tensor>(ref input), single ? next.Squeeze(0) : next), single ? nextCell?.Squeeze(0) : nextCell);
    }
}
