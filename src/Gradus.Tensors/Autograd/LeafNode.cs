using Gradus.Tensors.Storage;

namespace Gradus.Tensors.Autograd;

/// <summary>Where gradients end: it adds them to the leaf's <see cref="Tensor.Grad"/>.</summary>
internal sealed class LeafNode : Node
{
    internal LeafNode(Tensor leaf)
    {
        Leaf = leaf;
        Computes(leaf);
    }

    internal override string Name => "Leaf";

    internal override int InputCount => 0;

    /// <summary>The leaf.</summary>
    internal Tensor Leaf { get; }

    internal override void Backward(Tensor gradient)
    {
        if (!NoGrad.IsRecording && Leaf.GradMemory is { } memory)
        {
            if (Leaf.GradIsSpare)
            {
                memory.CopyFrom(gradient);
                Leaf.GradIsSpare = false;
            }
            else
            {
                memory.AddInPlace(gradient);
            }

            return;
        }

        using OutsideScope outside = TensorScope.Outside();
        Leaf.Grad = Leaf.Grad is { } before ? before + gradient : gradient.Clone();
    }

    /// <summary>The memory of the leaf's gradient, for an operator that can write or add its part there itself; null where the part must be sent.</summary>
    /// <param name="accumulate">Whether something is there to which the part must be added.</param>
    internal Tensor? Target(out bool accumulate)
    {
        accumulate = false;
        if (ThreadContext.Current.Pass is not { WritesLeaves: true } || Extras is { HasHooks: true } || Leaf.GradMemory is { IsContiguous: false })
        {
            return null;
        }

        if (Leaf.GradMemory is null)
        {
            using OutsideScope outside = TensorScope.Outside();
            Leaf.Grad = Tensor.Empty(Leaf.Sizes, Leaf.DType);
        }
        else
        {
            accumulate = !Leaf.GradIsSpare;
        }

        Tensor memory = Leaf.GradMemory!;
        Leaf.GradIsSpare = false;
        memory.Changing("Backward");
        return memory;
    }

    internal override void Release()
    {
    }
}
