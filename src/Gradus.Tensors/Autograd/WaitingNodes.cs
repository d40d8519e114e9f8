namespace Gradus.Tensors.Autograd;

/// <summary>The nodes that a pass has yet to work off, in ascending order of their numbers, and the leaves, which come last.</summary>
internal sealed class WaitingNodes
{
    private long[] _keys = new long[64];
    private Node[] _nodes = new Node[64];
    private Node[] _stack = new Node[64];
    private long _mark;

    internal int Count { get; private set; }

    internal List<LeafNode> Leaves { get; } = [];

    internal void Begin(long mark) => _mark = mark;

    /// <summary>Adds a node and all behind it that are not there yet.</summary>
    internal void Add(Node start)
    {
        int depth = 0;
        if (start.Mark != _mark)
        {
            Push(start, ref depth);
        }

        while (depth > 0)
        {
            Node node = _stack[--depth];
            for (int i = 0; i < node.InputCount; i++)
            {
                if (node.Input(i) is { } input && input.Mark != _mark)
                {
                    Push(input, ref depth);
                }
            }
        }
    }

    /// <summary>Brings the nodes from a place on into order; where gradients of chosen tensors are wanted, marks those that lead to none.</summary>
    internal void Order(int first, bool captures)
    {
        int length = Count - first;
        bool descending = true;
        for (int i = first + 1; i < Count && descending; i++)
        {
            descending = _keys[i] < _keys[i - 1];
        }

        // A chain of operators is found in descending order, which a reversal mends.
        if (descending)
        {
            Array.Reverse(_nodes, first, length);
        }
        else
        {
            Array.Sort(_keys, _nodes, first, length);
        }

        if (captures)
        {
            Prune(first);
        }
    }

    internal Node TakeLast()
    {
        Node node = _nodes[--Count];
        _nodes[Count] = null!;
        if (node.Skip)
        {
            node.Skip = false;
            node.Forget();
        }

        return node;
    }

    /// <summary>Lets all gradients that wait live on when a scope ends.</summary>
    internal void MovePending(TensorScope scope)
    {
        for (int i = 0; i < Count; i++)
        {
            _nodes[i].MovePending(scope);
        }

        foreach (LeafNode leaf in Leaves)
        {
            leaf.MovePending(scope);
        }
    }

    /// <summary>Leaves nothing behind, also after a fault.</summary>
    internal void End()
    {
        while (Count > 0)
        {
            TakeLast().Forget();
        }

        foreach (LeafNode leaf in Leaves)
        {
            leaf.Skip = false;
            leaf.Forget();
        }

        Leaves.Clear();
    }

    private void Prune(int first)
    {
        foreach (LeafNode leaf in Leaves)
        {
            leaf.Skip = leaf.Extras is not { Capture: >= 0 };
        }

        for (int i = first; i < Count; i++)
        {
            Node node = _nodes[i];
            bool leads = node.Extras is { Capture: >= 0 } || node.Unfolds;
            for (int j = 0; j < node.InputCount && !leads; j++)
            {
                leads = node.Input(j) is { Skip: false };
            }

            node.Skip = !leads;
        }
    }

    private void Push(Node node, ref int depth)
    {
        if (node.Mark == -_mark)
        {
            throw new InvalidOperationException(
                $"A checkpointed function uses a result of {node.Name} that was computed outside and whose gradient is already done. Pass it to Checkpoint.Run as an input.");
        }

        if (node.Gradient is not null)
        {
            throw new InvalidOperationException($"Another backward pass is on its way through {node.Name}. Passes through shared operators or leaves run one after the other.");
        }

        node.Mark = _mark;
        if (node is LeafNode leaf)
        {
            Leaves.Add(leaf);
            return;
        }

        if (depth == _stack.Length)
        {
            Array.Resize(ref _stack, 2 * depth);
        }

        if (Count == _keys.Length)
        {
            Array.Resize(ref _keys, 2 * Count);
            Array.Resize(ref _nodes, 2 * Count);
        }

        _stack[depth++] = node;
        _keys[Count] = node.Sequence;
        _nodes[Count++] = node;
    }
}
