namespace Gradus.Tensors.Autograd;

/// <summary>One recorded operator: where its inputs came from and how a gradient of its result becomes gradients of its inputs.</summary>
internal abstract class Node
{
    private static long _created;
    private Node? _input0, _input1, _input2;
    private SavedTensor _saved0, _saved1, _saved2;
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

    /// <summary>The pass that has visited this node.</summary>
    internal long Mark { get; set; }

    /// <summary>Where to put the gradient when it was asked for by <see cref="Tensors.Gradient.Of"/>, else negative.</summary>
    internal int Capture { get; set; } = -1;

    /// <summary>Whether the saved tensors are gone.</summary>
    internal bool Released { get; private set; }

    internal virtual int InputCount => 3;

    internal virtual Node? Input(int index) => index switch { 0 => _input0, 1 => _input1, _ => _input2 };

    protected Tensor Saved0 => _saved0.Get(this);

    protected Tensor Saved1 => _saved1.Get(this);

    protected Tensor Saved2 => _saved2.Get(this);

    /// <summary>Whether the gradient of an input is wanted at all.</summary>
    protected bool Needs(int input) => Input(input) is not null;

    /// <summary>Saves what the gradient needs. Gone after <see cref="Release"/>.</summary>
    protected void Save(Tensor saved0, Tensor? saved1 = null, Tensor? saved2 = null)
    {
        _saved0 = new SavedTensor(saved0);
        if (saved1 is not null)
        {
            _saved1 = new SavedTensor(saved1);
        }

        if (saved2 is not null)
        {
            _saved2 = new SavedTensor(saved2);
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

    /// <summary>Computes and sends the gradients of the inputs.</summary>
    /// <param name="gradient">The gradient of the result, complete.</param>
    internal abstract void Backward(Tensor gradient);

    /// <summary>Lets go of saved tensors and of the graph behind.</summary>
    internal virtual void Release()
    {
        Released = true;
        _input0 = _input1 = _input2 = null;
        _saved0 = _saved1 = _saved2 = default;
    }

    internal virtual void Receive(Tensor gradient)
    {
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

    /// <summary>Throws for fused operators whose gradient has no gradient.</summary>
    protected void FirstOrderOnly()
    {
        if (NoGrad.IsRecording)
        {
            throw new NotSupportedException($"{Name} has no gradient of its gradient. Build it from basic operators where createGraph is needed.");
        }
    }
}
