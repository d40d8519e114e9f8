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

    internal override void Backward(Tensor gradient)
    {
        Tensor?[] gradients = [.. _arrived];
        Array.Clear(_arrived);
        Backward(gradients);
    }

    internal override void Release()
    {
        Array.Clear(_inputs);
        base.Release();
    }

    /// <summary>Computes and sends the gradients of the inputs.</summary>
    /// <param name="gradients">The gradients of the results; null where nothing came, which means 0. At least one is there.</param>
    protected abstract void Backward(Tensor?[] gradients);

    private void Arrive(int result, Tensor gradient)
    {
        if (Gradient is null)
        {
            // The first of this pass: what a pass that failed may have left is not ours. It stands for all, so that the pass visits the node.
            Array.Clear(_arrived);
            Receive(gradient);
        }

        _arrived[result] = gradient;
    }

    /// <summary>One result.</summary>
    private sealed class Port(SeveralResultsNode owner, int index) : Node
    {
        private SeveralResultsNode? _owner = owner;

        internal override string Name { get; } = owner.Name;

        internal override int InputCount => 1;

        internal override Node? Input(int input) => _owner;

        internal override void Backward(Tensor gradient) => _owner!.Arrive(index, gradient);

        internal override void Release()
        {
            _owner = null;
            base.Release();
        }
    }
}
