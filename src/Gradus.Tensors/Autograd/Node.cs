using Gradus.Tensors.Shapes;

namespace Gradus.Tensors.Autograd;

/// <summary>One recorded operator: where its inputs came from and how a gradient of its result becomes gradients of its inputs.</summary>
internal abstract class Node
{
    private static readonly int[] Unset = new int[1]; // no other array is it
    private static long _created;
    private Node? _input0, _input1, _input2;
    private Tensor? _saved0, _saved1, _saved2;
    private int _version0, _version1, _version2;
    private byte _dtype;
    private bool _ownsGradient;

    protected Node(Tensor? input0 = null, Tensor? input1 = null, Tensor? input2 = null)
    {
        Sequence = Interlocked.Increment(ref _created);
        _input0 = input0?.GradNode;
        _input1 = input1?.GradNode;
        _input2 = input2?.GradNode;
    }

    /// <summary>The operator's name for messages.</summary>
    internal abstract string Name { get; }

    /// <summary>Later operators have higher numbers, so descending order is an order in which every gradient is complete before it is used.</summary>
    internal long Sequence { get; }

    /// <summary>The gradient of the final result with respect to this node's result, as far as it has arrived.</summary>
    internal Tensor? Gradient { get; private set; }

    /// <summary>The pass that has found this node; its negative when the node has been worked off.</summary>
    internal long Mark { get; set; }

    /// <summary>The shape of the result.</summary>
    internal int[] Sizes { get; private set; } = Unset;

    /// <summary>Whether there is one result; an operator with several has a node for each.</summary>
    internal bool HasResult => Sizes != Unset;

    /// <summary>The node that holds the inputs: itself, but for the only result of an operator that may have several.</summary>
    internal virtual Node Owner => this;

    /// <summary>The element type of the result.</summary>
    internal DType DType => (DType)_dtype;

    /// <summary>What few nodes have: hooks, a wanted gradient, the place of the call. Null for all others.</summary>
    internal NodeExtras? Extras { get; private set; }

    /// <summary>Whether the saved tensors are gone.</summary>
    internal bool Released { get; private set; }

    /// <summary>Set during a pass that wants the gradients of chosen tensors only: this node leads to none of them, so nothing is computed for it.</summary>
    internal bool Skip { get; set; }

    /// <summary>Whether the operators behind this node are known only when it is worked off.</summary>
    internal virtual bool Unfolds => false;

    internal virtual int InputCount => 3;

    protected Tensor Saved0 => SavedTensor.Check(_saved0, _version0, this);

    protected Tensor Saved1 => SavedTensor.Check(_saved1, _version1, this);

    protected Tensor Saved2 => SavedTensor.Check(_saved2, _version2, this);

    internal virtual Node? Input(int index) => index switch { 0 => _input0, 1 => _input1, _ => _input2 };

    /// <summary>Computes and sends the gradients of the inputs.</summary>
    /// <param name="gradient">The gradient of the result, complete.</param>
    internal abstract void Backward(Tensor gradient);

    /// <summary>Lets go of saved tensors and of the graph behind.</summary>
    internal virtual void Release()
    {
        Released = true;
        _input0 = _input1 = _input2 = null;
        _saved0 = _saved1 = _saved2 = null;
    }

    /// <summary>Notes whose operator this is, when the node is attached to its result.</summary>
    internal void Computes(Tensor result)
    {
        Sizes = result.Sizes;
        _dtype = (byte)result.DType;
        if (Anomaly.IsWatched)
        {
            Anomaly.AfterForward(this, result);
        }
    }

    /// <summary>The extras, made when there are none.</summary>
    internal NodeExtras NeedExtras() => Extras ??= new NodeExtras();

    internal virtual void Receive(Tensor gradient)
    {
        if (Skip)
        {
            return;
        }

        // Nothing is added up in bfloat16: the gradient of such a result is float32.
        if ((gradient.Sizes != Sizes && !gradient.Sizes.AsSpan().SequenceEqual(Sizes)) || (gradient.DType != DType && (DType, gradient.DType) != (DType.BFloat16, DType.Float32)))
        {
            throw new InvalidOperationException(
                $"A gradient of {gradient.DType} {ShapeMath.Format(gradient.Sizes)} was sent to the result of {Name}, which is {DType} {ShapeMath.Format(Sizes)}; the two must be alike.");
        }

        if (Anomaly.IsWatched)
        {
            Anomaly.AfterBackward(this, gradient);
        }

        if (Gradient is null)
        {
            Gradient = gradient;
            _ownsGradient = false;
        }
        else if (_ownsGradient && !NoGrad.IsRecording)
        {
            Gradient.AddInPlace(gradient);
        }
        else
        {
            Gradient += gradient;
            _ownsGradient = true;
        }
    }

    internal Tensor? TakeGradient()
    {
        Tensor? gradient = Gradient;
        Gradient = null;
        return gradient;
    }

    /// <summary>Drops what has arrived, after a pass that failed.</summary>
    internal virtual void Forget() => TakeGradient();

    /// <summary>Lets gradients that wait here live on when a scope ends.</summary>
    internal virtual void MovePending(TensorScope from) => from.MoveOut(Gradient);

    /// <summary>The first of the saved tensors that fulfils a condition.</summary>
    internal Tensor? FirstSavedThat(Predicate<Tensor> condition) => Array.Find([_saved0, _saved1, _saved2], saved => saved is not null && condition(saved));

    /// <summary>For nodes that keep gradients their own way: says that there is something to work off.</summary>
    protected void SignalGradient(Tensor gradient) => Gradient ??= gradient;

    /// <summary>Whether the gradient of an input is wanted at all.</summary>
    protected bool Needs(int input) => Input(input) is { Skip: false };

    /// <summary>Saves what the gradient needs. Gone after <see cref="Release"/>.</summary>
    protected void Save(Tensor saved0, Tensor? saved1 = null, Tensor? saved2 = null)
    {
        (_saved0, _version0) = (saved0, saved0.Block.Version);
        if (saved1 is not null)
        {
            (_saved1, _version1) = (saved1, saved1.Block.Version);
        }

        if (saved2 is not null)
        {
            (_saved2, _version2) = (saved2, saved2.Block.Version);
        }
    }

    /// <summary>Hands the gradient of an input on; nothing happens when it is not wanted.</summary>
    /// <param name="input">Which input.</param>
    /// <param name="gradient">The gradient, of the input's shape.</param>
    protected void Send(int input, Tensor gradient) => Input(input)?.Receive(gradient);

    /// <summary>Where the gradient of an input may be written without a copy between, when it is a leaf's; see <see cref="LeafNode.Target"/>.</summary>
    protected Tensor? LeafTarget(int input, out bool accumulate)
    {
        accumulate = false;
        return (Input(input) as LeafNode)?.Target(out accumulate);
    }
}
