using Gradus.Learning.Layers;
using Gradus.Tensors;

namespace Gradus.Learning.Models;

/// <summary>Reads a sequence with a recurrent layer and says from its last state what it is.</summary>
/// <remarks>
/// Input [N, time, features], output [N] with one output: the logit of an event, else [N, outputs]. Parts <c>rnn</c> and <c>head</c>. With 16 features and 128 units the LSTM has 74,881 parameters, the GRU three quarters of them, the plain one a quarter.
/// </remarks>
public sealed class RecurrentClassifier : Layer
{
    private readonly Recurrent _rnn;
    private readonly Linear _head;

    /// <summary>Makes the network.</summary>
    /// <param name="kind">Which recurrent layer.</param>
    /// <param name="features">The features of a step.</param>
    /// <param name="hidden">The units of the recurrent layer.</param>
    /// <param name="outputs">The columns of the output; 1 makes it [N].</param>
    /// <param name="layers">How many recurrent layers stand on each other; the last one's state is read.</param>
    public RecurrentClassifier(RecurrentKind kind, int features = 16, int hidden = 128, int outputs = 1, int layers = 1)
    {
        _rnn = RegisterModule<Recurrent>("rnn", kind switch
        {
            RecurrentKind.Rnn => new RNN(features, hidden, layers, batchFirst: true),
            RecurrentKind.Lstm => new LSTM(features, hidden, layers, batchFirst: true),
            RecurrentKind.Gru => new GRU(features, hidden, layers, batchFirst: true),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "RecurrentClassifier knows Rnn, Lstm and Gru."),
        });
        _head = RegisterModule("head", new Linear(hidden, outputs));
    }

    /// <summary>As <see cref="Layer.Forward(Tensor)"/>, for sequences of unequal lengths.</summary>
    /// <param name="input">The sequences, padded to one length.</param>
    /// <param name="lengths">How many steps of each row there are, int64 or int32 [N]; all when null.</param>
    /// <returns>The output.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit, or a length is below 1 or above the count of steps.</exception>
    public Tensor Forward(Tensor input, Tensor? lengths)
    {
        ArgumentNullException.ThrowIfNull(input);
        Enter(new Span<Tensor>(ref input));
        return Leave(new ReadOnlySpan<Tensor>(ref input), Run(input, lengths));
    }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input) => Run(input, null);

    private Tensor Run(Tensor input, Tensor? lengths)
    {
        Tensor states = _rnn switch
        {
            LSTM lstm => lstm.Forward(input, lengths: lengths).State.Hidden,
            GRU gru => gru.Forward(input, lengths: lengths).Hidden,
            RNN rnn => rnn.Forward(input, lengths: lengths).Hidden,
            _ => throw new InvalidOperationException($"RecurrentClassifier cannot read {_rnn.GetType().Name}."),
        };
        Tensor output = _head.Forward(states.Select(0, states.Shape[0] - 1));
        return _head.Options.OutFeatures == 1 ? output.Squeeze(-1) : output;
    }
}
