namespace Gradus.Tensors.Autograd;

/// <summary>An operator with several results and any count of inputs. Each result hangs on a port of its own; the gradients that arrive there are gathered here until the pass comes to the operator.</summary>
internal abstract class SeveralResultsNode : Node
{
    private readonly Node?[] _inputs;
    private readonly Tensor?[] _arrived;

    /// <summary>Names the inputs, some of which may be missing, and how many results there are.</summary>
    protected SeveralResultsNode(ReadOnlySpan<Tensor?> inputs, int results)
    {
        _inputs = new Node?[inputs.Length];
        for (int i = 0; i < inputs.Length; i++)
        {
            _inputs[i] = inputs[i]?.GradNode;
        }

        _arrived = new Tensor?[results];
    }

    internal override int InputCount => _inputs.Length;

    internal override Node? Input(int index) => _inputs[index];

    /// <summary>Records a result.</summary>
    internal void Attach(Tensor result, int index) => result.Node = new Port(this, index);

    internal sealed override void Backward(Tensor gradient)
    {
        Tensor?[] gradients = [.. _arrived];
        Array.Clear(_arrived);
        Backward(gradients);
    }

    // What has arrived lies in the array; the first gradient only says that there is something to work off.
    internal override void Receive(Tensor gradient) => SignalGradient(gradient);

    internal override void Forget()
    {
        base.Forget();
        Array.Clear(_arrived);
    }

    internal override void MovePending(TensorScope from)
    {
        foreach (Tensor? gradient in _arrived)
        {
            from.MoveOut(gradient);
        }
    }

    internal override void Release()
    {
        Array.Clear(_inputs);
        base.Release();
    }

    /// <summary>Computes and sends the gradients of the inputs.</summary>
    /// <param name="gradients">The gradients of the results; null where nothing came, which means 0. At least one is there.</param>
    protected abstract void Backward(Tensor?[] gradients);

    /// <summary>One result.</summary>
    private sealed class Port(SeveralResultsNode owner, int index) : Node
    {
        internal override string Name => owner._arrived.Length == 1 ? owner.Name : $"{owner.Name}[{index}]";

        internal override Node Owner => owner._arrived.Length == 1 ? owner : this;

        internal override int InputCount => 1;

        internal override Node? Input(int input) => owner;

        internal override void Backward(Tensor gradient)
        {
            if (!owner.Skip)
            {
                owner._arrived[index] = gradient;
                owner.Receive(gradient);
            }
        }
    }
}
