using Gradus.Tensors.Shapes;
using Gradus.Tensors.Storage;

namespace Gradus.Tensors.Autograd;

/// <summary>Walks the recorded graph from a result to its leaves. It knows no operator by name.</summary>
internal static class BackwardPass
{
    private static long _passes;

    [ThreadStatic]
    private static Work? _spare;

    /// <summary>Runs a pass; with captures nothing is added to leaves, the wanted gradients are returned instead.</summary>
    internal static Tensor?[] Run(Tensor root, Tensor? gradient, bool retainGraph, bool createGraph, ReadOnlySpan<Tensor> captures)
    {
        Node start = root.GradNode ?? throw new InvalidOperationException(
            "Backward needs a tensor that was computed from one that requires a gradient; nothing was recorded here. Set RequiresGrad on a leaf, and compute outside NoGrad.");
        using NoGrad mode = createGraph ? NoGrad.Exit() : NoGrad.Enter();
        Tensor seed = Seed(root, gradient);
        Tensor?[] captured = captures.Length == 0 ? [] : new Tensor?[captures.Length];
        Work work = _spare ?? new Work();
        _spare = null;
        ThreadContext context = ThreadContext.Current;
        bool wrote = context.WritesLeaves;
        context.WritesLeaves = !createGraph && captures.Length == 0;
        try
        {
            for (int i = 0; i < captures.Length; i++)
            {
                Node node = captures[i].GradNode ?? throw new InvalidOperationException($"Input {i} does not require a gradient; set RequiresGrad before it is used.");
                node.Capture = i;
            }

            work.Collect(start, Interlocked.Increment(ref _passes));
            start.Receive(seed);
            for (int i = work.Count - 1; i >= 0; i--)
            {
                Node node = work.Nodes[i];
                if (node.TakeGradient() is { } arrived)
                {
                    Visit(node, arrived, retainGraph, captured);
                }
            }
        }
        finally
        {
            context.WritesLeaves = wrote;
            for (int i = 0; i < captures.Length; i++)
            {
                captures[i].GradNode?.Capture = -1;
            }

            for (int i = 0; i < work.Count; i++)
            {
                work.Nodes[i].TakeGradient();
            }

            work.Clear();
            _spare = work;
        }

        return captured;
    }

    private static void Visit(Node node, Tensor gradient, bool retainGraph, Tensor?[] captured)
    {
        if (node.Capture >= 0)
        {
            captured[node.Capture] = gradient;
        }

        if (node is LeafNode && captured.Length > 0)
        {
            return;
        }

        if (node.Released)
        {
            throw new InvalidOperationException($"Backward went through {node.Name} before, and what it had saved is freed. Give retainGraph: true the first time to go through a graph twice.");
        }

        node.Backward(gradient);
        if (!retainGraph)
        {
            node.Release();
        }
    }

    private static Tensor Seed(Tensor root, Tensor? gradient)
    {
        if (gradient is null)
        {
            return root.ElementCount == 1
                ? Tensor.Full(1, root.DType, root.Shape)
                : throw new InvalidOperationException($"Backward on a tensor of shape {ShapeMath.Format(root.Sizes)} needs a gradient of that shape; without one the tensor must have one element. Did you forget Mean() or Sum()?");
        }

        return gradient.Shape.SequenceEqual(root.Shape) && gradient.DType == root.DType
            ? gradient
            : throw new ArgumentException($"The gradient must be like the tensor, {root.DType} {ShapeMath.Format(root.Sizes)}; got {gradient.DType} {ShapeMath.Format(gradient.Sizes)}.", nameof(gradient));
    }

    /// <summary>The nodes of a pass in ascending order; kept for the next one.</summary>
    private sealed class Work
    {
        private long[] _keys = new long[64];
        private Node[] _stack = new Node[64];

        internal Node[] Nodes { get; private set; } = new Node[64];

        internal int Count { get; private set; }

        internal void Collect(Node start, long mark)
        {
            int depth = 0;
            Push(start, mark, ref depth);
            while (depth > 0)
            {
                Node node = _stack[--depth];
                for (int i = 0; i < node.InputCount; i++)
                {
                    if (node.Input(i) is { } input && input.Mark != mark)
                    {
                        Push(input, mark, ref depth);
                    }
                }
            }

            Array.Sort(_keys, Nodes, 0, Count);
        }

        internal void Clear()
        {
            Array.Clear(Nodes, 0, Count);
            Count = 0;
        }

        private void Push(Node node, long mark, ref int depth)
        {
            node.Mark = mark;
            if (depth == _stack.Length)
            {
                Array.Resize(ref _stack, 2 * depth);
            }

            if (Count == _keys.Length)
            {
                Array.Resize(ref _keys, 2 * Count);
                Node[] nodes = Nodes;
                Array.Resize(ref nodes, 2 * Count);
                Nodes = nodes;
            }

            _stack[depth++] = node;
            _keys[Count] = node.Sequence;
            Nodes[Count++] = node;
        }
    }
}
