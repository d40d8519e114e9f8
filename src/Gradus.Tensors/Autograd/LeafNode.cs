using Gradus.Tensors.Storage;

namespace Gradus.Tensors.Autograd;

/// <summary>Where gradients end: it adds them to the leaf's <see cref="Tensor.Grad"/>.</summary>
internal sealed class LeafNode(Tensor leaf) : Node
{
    internal override string Name => "Leaf";

    internal override int InputCount => 0;

    /// <summary>The leaf.</summary>
    internal Tensor Leaf => leaf;

    internal override void Backward(Tensor gradient)
    {
        if (!NoGrad.IsRecording && leaf.GradMemory is { } memory)
        {
            if (leaf.GradIsSpare)
            {
                memory.CopyFrom(gradient);
                leaf.GradIsSpare = false;
            }
            else
            {
                memory.AddInPlace(gradient);
            }

            return;
        }

        using OutsideScope outside = TensorScope.Outside();
        leaf.Grad = leaf.Grad is { } before ? before + gradient : gradient.Clone();
    }

    /// <summary>The memory of the leaf's gradient, for an operator that can write or add its part there itself; null where the part must be sent.</summary>
    /// <param name="accumulate">Whether something is there to which the part must be added.</param>
    internal Tensor? Target(out bool accumulate)
    {
        accumulate = false;
        if (!ThreadContext.Current.WritesLeaves || leaf.GradMemory is { IsContiguous: false })
        {
            return null;
        }

        if (leaf.GradMemory is null)
        {
            using OutsideScope outside = TensorScope.Outside();
            leaf.Grad = Tensor.Empty(leaf.Sizes, leaf.DType);
        }
        else
        {
            accumulate = !leaf.GradIsSpare;
        }

        Tensor memory = leaf.GradMemory!;
        leaf.GradIsSpare = false;
        memory.Changing("Backward");
        return memory;
    }

    internal override void Release()
    {
    }
}
