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

    internal override void Release()
    {
    }
}
