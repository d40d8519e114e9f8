namespace Gradus.Tensors.Autograd;

/// <summary>An operator of any number of inputs and results. Each result has a small node of its own that hands its complete gradient to this one.</summary>
internal abstract class MultiOutputNode : Node
{
    private Node?[] _inputs;
    private Tensor?[] _gradients = [];

    /// <summary>Names the inputs, some of which may be missing.</summary>
    protected MultiOutputNode(ReadOnlySpan<Tensor?> inputs)
    {
        _inputs = new Node?[inputs.Length];
        for (int i = 0; i < inputs.Length; i++)
        {
            _inputs[i] = inputs[i]?.GradNode;
        }
    }

    internal override int InputCount => _inputs.Length;

    internal override Node? Input(int index) => _inputs[index];

    /// <summary>Records the results as this operator's.</summary>
    /// <param name="outputs">The results; those without gradients (integers, or null) are left as they are.</param>
    internal void Attach(ReadOnlySpan<Tensor?> outputs)
    {
        _gradients = new Tensor?[outputs.Length];
        for (int i = 0; i < outputs.Length; i++)
        {
            if (outputs[i] is { } output && output.DType.IsFloatingPoint())
            {
                output.Node = new OutputNode(this, i);
            }
        }
    }

    /// <summary>Computes and sends the gradients of the inputs.</summary>
    /// <param name="gradients">The gradient of each result; null where the final result does not depend on it.</param>
    protected abstract void Backward(Tensor?[] gradients);

    internal sealed override void Backward(Tensor gradient)
    {
        Tensor?[] arrived = _gradients;
        _gradients = new Tensor?[arrived.Length];
        Backward(arrived);
    }

    // The signal that the node must be worked off comes with the first gradient; what it holds is in the array.
    internal override void Receive(Tensor gradient) => SignalGradient(gradient);

    internal override void Forget()
    {
        base.Forget();
        Array.Clear(_gradients);
    }

    internal override void MovePending(TensorScope from)
    {
        foreach (Tensor? gradient in _gradients)
        {
            from.MoveOut(gradient);
        }
    }

    internal override void Release()
    {
        base.Release();
        _inputs = [];
    }

    /// <summary>One of the results.</summary>
    private sealed class OutputNode(MultiOutputNode owner, int index) : Node
    {
        internal override string Name => owner._gradients.Length == 1 ? owner.Name : $"{owner.Name}[{index}]";

        internal override Node Owner => owner._gradients.Length == 1 ? owner : this;

        internal override int InputCount => 1;

        internal override Node? Input(int input) => owner;

        internal override void Backward(Tensor gradient)
        {
            if (!owner.Skip)
            {
                owner._gradients[index] = gradient;
                owner.Receive(gradient);
            }
        }
    }
}
