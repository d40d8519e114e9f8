using System.Diagnostics;

namespace Gradus.Tensors.Autograd;

/// <summary>What only few nodes have, so that the others do not carry it.</summary>
internal sealed class NodeExtras
{
    private GradientHook[] _hooks = [];

    /// <summary>The non-leaf tensor whose <see cref="Tensor.Grad"/> is wanted.</summary>
    internal Tensor? Retained { get; set; }

    /// <summary>Where to put the gradient when it was asked for by <see cref="Gradient.Of(Tensor, IReadOnlyList{Tensor}, Tensor?, bool)"/>, else negative.</summary>
    internal int Capture { get; set; } = -1;

    /// <summary>Where the operator was called, in anomaly mode.</summary>
    internal StackTrace? Origin { get; set; }

    internal bool HasHooks => _hooks.Length > 0;

    // Lists are replaced, not changed, so that a hook may remove itself while it runs.
    internal void Add(GradientHook hook) => _hooks = [.. _hooks, hook];

    internal void Remove(GradientHook hook) => _hooks = Array.FindAll(_hooks, other => other != hook);

    /// <summary>Hands a complete gradient to the hooks, in the order in which they were registered; each sees what the one before made of it.</summary>
    internal Tensor BeforeUse(Tensor gradient, Node node)
    {
        foreach (GradientHook hook in _hooks)
        {
            if (hook.Change is { } change && change(gradient) is { } changed)
            {
                gradient = changed.Shape.SequenceEqual(node.Sizes) && changed.DType == node.DType
                    ? changed
                    : throw new InvalidOperationException(
                        $"A hook of the result of {node.Name} gave a gradient of {changed.DType} {Shapes.ShapeMath.Format(changed.Sizes)}; it must be like the one that it got, {node.DType} {Shapes.ShapeMath.Format(node.Sizes)}.");
            }
        }

        return gradient;
    }

    /// <summary>Calls the hooks that wait for a leaf's gradient to be added.</summary>
    internal void AfterAccumulation(Tensor leaf)
    {
        foreach (GradientHook hook in _hooks)
        {
            hook.Seen?.Invoke(leaf);
        }
    }

    /// <summary>Adds a complete gradient to the tensor that retains it.</summary>
    internal void Retain(Tensor gradient)
    {
        if (Retained is { } tensor)
        {
            tensor.Grad = tensor.Grad is { } before ? before + gradient : gradient.Clone();
        }
    }
}
