using Gradus.Tensors.Autograd;
using Gradus.Tensors.Shapes;
using Gradus.Tensors.Storage;

namespace Gradus.Tensors;

public sealed unsafe partial class Tensor
{
    // The operator that computed the tensor, or where its gradient ends when it is a leaf that requires one.
    private Node? _node;
    private Tensor? _grad;

    /// <summary>Whether gradients flow into this tensor. Set it on parameters; results of operators have it when one of their inputs has.</summary>
    /// <exception cref="InvalidOperationException">Set on the result of an operator, or on a type without gradients.</exception>
    public bool RequiresGrad
    {
        get => _node is not null;
        set
        {
            if (Node is { } computed)
            {
                if (value)
                {
                    return;
                }

                throw new InvalidOperationException("RequiresGrad can be cleared on leaves only; this tensor was computed by " + computed.Name + ". Use Detach().");
            }

            if (value && !DType.IsFloatingPoint())
            {
                throw new InvalidOperationException($"Only floating-point tensors have gradients, float32 and float64; this one is {DType}. Convert with To(DType.Float32) first.");
            }

            _node = value ? _node ?? new LeafNode(this) : null;
        }
    }

    /// <summary>Whether no recorded operator computed it.</summary>
    public bool IsLeaf => _node is null or LeafNode;

    /// <summary>The gradient that <see cref="Backward"/> accumulated here, of the tensor's own shape; null before. Only leaves that require gradients get one, and tensors that <see cref="RetainGrad"/>.</summary>
    /// <exception cref="ArgumentException">A gradient of another shape or type is set.</exception>
    public Tensor? Grad
    {
        get => GradIsSpare ? null : _grad;
        set
        {
            if (value is not null && (!value.Shape.SequenceEqual(Sizes) || value.DType != DType))
            {
                throw new ArgumentException($"The gradient of a {DType} tensor of shape {ShapeMath.Format(Sizes)} must be like it; got {value.DType} {ShapeMath.Format(value.Sizes)}.", nameof(value));
            }

            _grad = value;
            GradIsSpare = false;
        }
    }

    /// <summary>How often the memory that this tensor shares with its views was changed in place: PyTorch's <c>_version</c>. Two looks that see the same number saw the same values.</summary>
    public int Version => Block.Version;

    /// <summary>The operator that computed this tensor, when gradients were recorded.</summary>
    internal Node? Node
    {
        get => _node is LeafNode ? null : _node;
        set
        {
            _node = value;
            value?.Computes(this);
        }
    }

    /// <summary>Whether <see cref="RetainGrad"/> was called on the result of an operator.</summary>
    public bool RetainsGrad => _node?.Extras?.Retained == this;

    /// <summary>Where a gradient for this tensor must go; null when it needs none.</summary>
    internal Node? GradNode => _node;

    /// <summary>The memory of the gradient is there but holds nothing: the next one overwrites it.</summary>
    internal bool GradIsSpare { get; set; }

    /// <summary>The memory of the gradient, be it spare or not.</summary>
    internal Tensor? GradMemory => _grad;

    /// <summary>Makes the gradient null as PyTorch's <c>zero_grad</c> does, but lets the next <see cref="Backward"/> write into the same memory. Clone a gradient to keep it.</summary>
    public void ZeroGrad() => GradIsSpare = _grad is not null;

    /// <summary>Computes the gradients of this tensor with respect to all leaves that require them, and adds them to their <see cref="Grad"/>.</summary>
    /// <param name="gradient">The gradient of the final result with respect to this tensor; 1 by default, which needs a tensor of one element.</param>
    /// <param name="retainGraph">Keeps what the operators saved, so that Backward can be called again.</param>
    /// <param name="createGraph">Records the computation of the gradients too, for gradients of gradients; implies <paramref name="retainGraph"/>.</param>
    /// <exception cref="InvalidOperationException">Nothing requires a gradient; the tensor has several elements and no gradient is given; the graph was freed; or a saved tensor was changed in place.</exception>
    public void Backward(Tensor? gradient = null, bool retainGraph = false, bool createGraph = false) =>
        BackwardPass.Run([this], gradient is null ? [] : [gradient], retainGraph || createGraph, createGraph, []);

    /// <summary>Calls a function with the gradient of this tensor whenever a backward pass has completed it: once a pass, after all parts have been added and before anything is computed from it.</summary>
    /// <remarks>Hooks run in the order in which they were registered. Clone what must outlive an open <see cref="TensorScope"/>. PyTorch's <c>Tensor.register_hook</c>.</remarks>
    /// <param name="hook">Gets the gradient; gives another one of the same shape and type to be used instead, or null.</param>
    /// <returns>Takes the hook away again.</returns>
    /// <exception cref="InvalidOperationException">The tensor requires no gradient.</exception>
    public GradientHook RegisterHook(Func<Tensor, Tensor?> hook)
    {
        ArgumentNullException.ThrowIfNull(hook);
        return new GradientHook(GradNode ?? throw new InvalidOperationException("RegisterHook needs a tensor that requires a gradient; set RequiresGrad first, or compute it from one that does."), hook, null);
    }

    /// <summary>Calls a function after a backward pass has added the gradient of this leaf to its <see cref="Grad"/>, once a pass. PyTorch's <c>register_post_accumulate_grad_hook</c>.</summary>
    /// <param name="hook">Gets the leaf; it may use the gradient and forget it, as an optimizer that steps during the pass does.</param>
    /// <returns>Takes the hook away again.</returns>
    /// <exception cref="InvalidOperationException">The tensor is no leaf that requires a gradient.</exception>
    public GradientHook RegisterPostAccumulateGradHook(Action<Tensor> hook)
    {
        ArgumentNullException.ThrowIfNull(hook);
        return new GradientHook(
            _node as LeafNode ?? throw new InvalidOperationException("RegisterPostAccumulateGradHook needs a leaf that requires a gradient; results of operators take RegisterHook."), null, hook);
    }

    /// <summary>Lets <see cref="Backward"/> add the gradient of this tensor to its <see cref="Grad"/> although an operator computed it. Leaves do that anyway.</summary>
    /// <returns>The tensor itself.</returns>
    /// <exception cref="InvalidOperationException">The tensor requires no gradient.</exception>
    public Tensor RetainGrad()
    {
        Node node = GradNode ?? throw new InvalidOperationException("RetainGrad needs a tensor that requires a gradient; this one was computed from none, or inside NoGrad.");
        if (node is not LeafNode)
        {
            node.NeedExtras().Retained = this;
        }

        return this;
    }

    /// <summary>The same values without history: no gradient flows through it. Shares memory.</summary>
    /// <returns>A view that requires no gradient.</returns>
    public Tensor Detach() => new(Block, Offset, Sizes, Steps, DType);

    /// <summary>Called by everything that puts another tensor's elements in place.</summary>
    internal void Changing(string what, Tensor source)
    {
        if (Recording.Of(source))
        {
            throw new InvalidOperationException($"{what} puts a tensor that requires a gradient into another in place, which cannot be recorded: its gradient would be lost. Do it inside NoGrad.Enter(), give its Detach(), or use an operator that gives a new tensor, such as Cat, Where or IndexPut.");
        }

        Changing(what);
    }

    /// <summary>Called by everything that changes elements in place.</summary>
    internal void Changing(string what)
    {
        CheckAlive(); // or the change would be counted for the tensor that has the memory now
        if (RequiresGrad && ThreadContext.Current.NoGradDepth == 0)
        {
            throw new InvalidOperationException($"{what} changes a tensor in place that requires a gradient, which cannot be recorded. Do it inside NoGrad.Enter(), or on Detach().");
        }

        if (!IsContiguous && ShapeMath.Repeats(Sizes, Steps))
        {
            throw new InvalidOperationException(
                $"{what} changes a tensor in place whose elements share memory: shape {ShapeMath.Format(Sizes)} with strides {ShapeMath.Format(Steps)}, as Expand makes it. Clone() it first.");
        }

        Block.Change();
    }
}
