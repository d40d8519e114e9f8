using System.Runtime.CompilerServices;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

public sealed unsafe partial class Tensor
{
    /// <summary>Parts of the tensor, as PyTorch's brackets: <c>x[1, 2..5, ^1]</c>, <c>x[TensorIndex.Ellipsis, 0]</c>, <c>x[mask]</c>. Setting writes in place; the value broadcasts and is converted.</summary>
    /// <param name="indices">One part for each dimension from the first on; missing ones are whole.</param>
    /// <returns>A view, or a new tensor where a tensor is among the parts.</returns>
    /// <exception cref="ArgumentException">There are more parts than dimensions, or two ellipses.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index does not lie in its dimension.</exception>
    /// <exception cref="InvalidOperationException">Set on a tensor that requires a gradient, or to one that does, while gradients are recorded.</exception>
    [IndexerName("Part")]
    public Tensor this[params ReadOnlySpan<TensorIndex> indices]
    {
        get
        {
            Tensor view = Cut(indices, out List<Tensor?> tensors);
            return tensors.Exists(tensor => tensor is not null) ? view.Index(tensors) : view;
        }

        set
        {
            ArgumentNullException.ThrowIfNull(value);
            Changing("Setting elements", value);
            using NoGrad none = NoGrad.Enter();
            Tensor view = Cut(indices, out List<Tensor?> tensors);
            view.CopyFrom(tensors.Exists(tensor => tensor is not null) ? view.IndexPut(tensors, value.To(DType)) : value);
        }
    }

    // Numbers, runs and new dimensions make a view; tensors are kept for afterwards, each at its dimension of the view.
    private Tensor Cut(ReadOnlySpan<TensorIndex> indices, out List<Tensor?> tensors)
    {
        int taken = 0, ellipses = 0;
        foreach (TensorIndex index in indices)
        {
            taken += index.Kind switch
            {
                TensorIndexKind.Select or TensorIndexKind.Slice => 1,
                TensorIndexKind.Tensor => index.Tensor!.DType == DType.Bool ? index.Tensor.Rank : 1,
                _ => 0,
            };
            ellipses += index.Kind == TensorIndexKind.Ellipsis ? 1 : 0;
        }

        if (taken > Rank || ellipses > 1)
        {
            throw new ArgumentException($"An index of {taken} dimensions and {ellipses} ellipses was asked of a tensor of shape {ShapeMath.Format(Sizes)}; it may name at most {Rank} dimensions and use one ellipsis.", nameof(indices));
        }

        tensors = [];
        Tensor view = this;
        int place = 0;
        foreach (TensorIndex index in indices)
        {
            switch (index.Kind)
            {
                case TensorIndexKind.Select:
                    view = Slicing.At(view, place, index.Start, nameof(indices));
                    continue;
                case TensorIndexKind.Slice:
                    view = index is { Start: 0, End: int.MaxValue, Step: 1 } ? view : view.Slice(place, index.Start, index.End, index.Step);
                    break;
                case TensorIndexKind.NewAxis:
                    view = view.Unsqueeze(place);
                    break;
                case TensorIndexKind.Ellipsis:
                    tensors.AddRange(new Tensor?[Rank - taken]);
                    place += Rank - taken;
                    continue;
                default:
                    tensors.Add(index.Tensor);
                    place += index.Tensor!.DType == DType.Bool ? index.Tensor.Rank : 1;
                    continue;
            }

            tensors.Add(null);
            place++;
        }

        return view;
    }
}
