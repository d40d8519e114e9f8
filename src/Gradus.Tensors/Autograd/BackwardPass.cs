using Gradus.Tensors.Shapes;
using Gradus.Tensors.Storage;

namespace Gradus.Tensors.Autograd;

/// <summary>Walks the recorded graph from results to leaves. It knows no operator by name.</summary>
/// <remarks>
/// Nodes wait in ascending order of their numbers and are taken from the end, so each is worked off when its gradient is complete; leaves come last. A checkpoint replaces itself by the operators that it
/// recomputes (<see cref="Unfold"/>), which are newer than all that wait and so come next. One pass object a thread is kept for the next time.
/// </remarks>
internal sealed class BackwardPass
{
    private static long _passes;

    [ThreadStatic]
    private static BackwardPass? _spare;

    private readonly WaitingNodes _waiting = new();
    private readonly Stack<UnfoldedRange> _ranges = new();
    private Tensor?[] _captured = [];
    private ThreadContext _context = ThreadContext.Current;
    private bool _captures;
    private bool _retainGraph;

    /// <summary>Whether gradients are recorded too.</summary>
    internal bool CreatesGraph { get; private set; }

    /// <summary>Whether operators may write the gradients of leaves where they will lie.</summary>
    internal bool WritesLeaves { get; private set; }

    /// <summary>The node that is worked off now.</summary>
    internal Node? Running { get; private set; }

    /// <summary>Runs a pass; with captures nothing is added to leaves, the wanted gradients are returned instead.</summary>
    internal static Tensor?[] Run(ReadOnlySpan<Tensor> roots, ReadOnlySpan<Tensor?> gradients, bool retainGraph, bool createGraph, ReadOnlySpan<Tensor> captures)
    {
        using NoGrad mode = createGraph ? NoGrad.Exit() : NoGrad.Enter();
        BackwardPass pass = _spare ?? new BackwardPass();
        _spare = null;
        ThreadContext context = ThreadContext.Current;
        BackwardPass? outer = context.Pass;
        context.Pass = pass;
        pass._context = context;
        pass._retainGraph = retainGraph;
        pass.CreatesGraph = createGraph;
        pass._captures = captures.Length > 0;
        pass._captured = pass._captures ? new Tensor?[captures.Length] : [];
        pass.WritesLeaves = !createGraph && !pass._captures && !Anomaly.IsOn;
        int[] before = Captures.Begin(captures);
        try
        {
            pass.Start(roots, gradients);
            pass.Walk();
            Captures.Duplicate(captures, pass._captured);
            return pass._captured;
        }
        finally
        {
            pass.End();
            Captures.End(captures, before);
            context.Pass = outer;
            _spare = pass;
        }
    }

    /// <summary>Takes up the operators that computed results again, as the next to be worked off.</summary>
    /// <param name="results">The results of the recomputation.</param>
    /// <param name="gradients">Their gradients; null for none.</param>
    /// <param name="scope">Ends when all of them are worked off; null when the memory must live on.</param>
    internal void Unfold(ReadOnlySpan<Tensor> results, ReadOnlySpan<Tensor?> gradients, TensorScope? scope)
    {
        int first = _waiting.Count;
        if (scope is not null)
        {
            _ranges.Push(new UnfoldedRange(first, scope));
        }

        for (int i = 0; i < results.Length; i++)
        {
            if (gradients[i] is not null && results[i].GradNode is { } node)
            {
                _waiting.Add(node);
            }
        }

        _waiting.Order(first, _captures);
        for (int i = 0; i < results.Length; i++)
        {
            if (gradients[i] is { } gradient && results[i].GradNode is { } node)
            {
                node.Receive(gradient);
            }
        }
    }

    private void Start(ReadOnlySpan<Tensor> roots, ReadOnlySpan<Tensor?> gradients)
    {
        _waiting.Begin(Interlocked.Increment(ref _passes));
        foreach (Tensor root in roots)
        {
            _waiting.Add(root.GradNode ?? throw new InvalidOperationException(
                "Backward needs a tensor that was computed from one that requires a gradient; nothing was recorded here. Set RequiresGrad on a leaf, and compute outside NoGrad."));
        }

        _waiting.Order(0, _captures);
        for (int i = 0; i < roots.Length; i++)
        {
            roots[i].GradNode!.Receive(Seed(roots[i], gradients.Length == 0 ? null : gradients[i]));
        }
    }

    private void Walk()
    {
        while (_waiting.Count > 0)
        {
            CloseRanges();
            Visit(_waiting.TakeLast());
        }

        CloseRanges();
        for (int i = 0; i < _waiting.Leaves.Count; i++)
        {
            VisitLeaf(_waiting.Leaves[i]);
        }
    }

    private void Visit(Node node)
    {
        node.Mark = -node.Mark;
        if (node.TakeGradient() is not { } gradient)
        {
            return;
        }

        if (Anomaly.IsWatched)
        {
            Anomaly.AfterSum(node, gradient);
        }

        if (node.Extras is { } extras)
        {
            gradient = UseExtras(node, extras, gradient);
        }

        if (node.Released)
        {
            throw new InvalidOperationException($"Backward went through {node.Name} before, and what it had saved is freed. Give retainGraph: true the first time to go through a graph twice.");
        }

        Running = node;
        node.Backward(gradient);
        Running = null;
        if (!_retainGraph)
        {
            node.Release();
        }
    }

    private void VisitLeaf(LeafNode node)
    {
        Tensor? gradient = node.TakeGradient();
        if (gradient is not null && node.Extras is { } extras)
        {
            gradient = UseExtras(node, extras, gradient);
        }

        if (gradient is not null && !_captures)
        {
            node.Backward(gradient);
            node.Extras?.AfterAccumulation(node.Leaf);
        }
    }

    private Tensor UseExtras(Node node, NodeExtras extras, Tensor gradient)
    {
        foreach (UnfoldedRange range in _ranges)
        {
            // Hooks may keep what they see as long as the user's own scope lasts.
            range.Scope.MoveOut(gradient);
        }

        gradient = extras.BeforeUse(gradient, node);
        if (extras.Capture >= 0)
        {
            _captured[extras.Capture] = gradient;
        }

        if (!_captures)
        {
            extras.Retain(gradient);
            foreach (UnfoldedRange range in _ranges)
            {
                range.Scope.MoveOut(extras.Retained?.Grad);
            }
        }

        return gradient;
    }

    private void CloseRanges()
    {
        while (_ranges.TryPeek(out UnfoldedRange range) && range.First == _waiting.Count)
        {
            _waiting.MovePending(range.Scope);
            foreach (Tensor? gradient in _captured)
            {
                range.Scope.MoveOut(gradient);
            }

            _ranges.Pop();
            range.Scope.Dispose();
        }
    }

    private void End()
    {
        Running = null;
        while (_ranges.TryPop(out UnfoldedRange range))
        {
            _context.Scope = range.Scope; // whatever a fault left open inside
            range.Scope.Dispose();
        }

        _waiting.End();
        _captured = [];
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

    /// <summary>Operators that a checkpoint recomputed: those at <paramref name="First"/> and after, and the scope of their memory.</summary>
    private readonly record struct UnfoldedRange(int First, TensorScope Scope);
}
