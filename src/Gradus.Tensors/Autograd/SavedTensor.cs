using Gradus.Tensors.Shapes;

namespace Gradus.Tensors.Autograd;

/// <summary>A tensor that a gradient needs later, with the version it had.</summary>
internal readonly struct SavedTensor(Tensor tensor)
{
    private readonly int _version = tensor.Block.Version;

    /// <summary>A saved tensor, unless it was freed or changed since.</summary>
    internal static Tensor Check(Tensor? tensor, int version, Node node)
    {
        if (tensor is null)
        {
            throw new InvalidOperationException($"What the gradient of {node.Name} needs was freed by an earlier Backward. Give retainGraph: true the first time to go through a graph twice.");
        }

        if (tensor.Block.Version != version)
        {
            throw new InvalidOperationException(
                $"A tensor of shape {ShapeMath.Format(tensor.Sizes)} that the gradient of {node.Name} needs was changed in place: it is at version {tensor.Block.Version}, "
                + $"but {version} was saved. Clone() it before the change, or call Backward() first.");
        }

        return tensor;
    }

    /// <summary>The tensor, unless it was changed since.</summary>
    internal Tensor Get(Node node) => Check(tensor, _version, node);
}
