using Gradus.Tensors.Autograd;

namespace Gradus.Tensors;

/// <summary>A function that is called when a gradient is complete; made by <see cref="Tensor.RegisterHook"/> and <see cref="Tensor.RegisterPostAccumulateGradHook"/>.</summary>
public sealed class GradientHook : IDisposable
{
    private Node? _node;

    internal GradientHook(Node node, Func<Tensor, Tensor?>? change, Action<Tensor>? seen)
    {
        _node = node;
        Change = change;
        Seen = seen;
        node.NeedExtras().Add(this);
    }

    internal Func<Tensor, Tensor?>? Change { get; }

    internal Action<Tensor>? Seen { get; }

    /// <summary>Takes the hook away; nothing happens when that was done before.</summary>
    public void Remove()
    {
        _node?.Extras?.Remove(this);
        _node = null;
    }

    /// <summary>The same as <see cref="Remove"/>.</summary>
    public void Dispose() => Remove();
}
