using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

public sealed unsafe partial class Tensor
{
    /// <summary>The only element as a number.</summary>
    /// <returns>The value; 0 or 1 for bool. An int64 beyond 2⁵³ is rounded; <see cref="ToArray{T}"/> keeps its digits.</returns>
    /// <exception cref="InvalidOperationException">The tensor has not exactly one element.</exception>
    public double Item()
    {
        if (ElementCount != 1)
        {
            throw new InvalidOperationException($"Item() needs a tensor of one element; this one has shape {ShapeMath.Format(Sizes)}. Index it first, or use ToArray.");
        }

        byte* data = Data;
        double value = DType switch
        {
            DType.Float32 => *(float*)data,
            DType.Float64 => *(double*)data,
            DType.Int64 => *(long*)data,
            DType.Int32 => *(int*)data,
            DType.BFloat16 => *(BFloat16*)data,
            DType.Int8 => *(sbyte*)data,
            _ => *data,
        };
        GC.KeepAlive(this);
        return value;
    }

    /// <summary>The elements in the order of their indices, converted to <typeparamref name="T"/>.</summary>
    /// <typeparam name="T">float, double, long, int, bool, <see cref="BFloat16"/> or sbyte; need not be the tensor's own type.</typeparam>
    /// <returns>A new array.</returns>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public T[] ToArray<T>()
        where T : unmanaged
    {
        DType wanted = ElementTypes.Of<T>();
        using NoGrad none = NoGrad.Enter();
        Tensor source = this.To(wanted).Contiguous();
        T[] result = new ReadOnlySpan<T>(source.Data, ElementCount).ToArray();
        GC.KeepAlive(source);
        return result;
    }

    /// <summary>The elements of a contiguous tensor where they lie, without a copy.</summary>
    /// <remarks>
    /// The span is valid while the tensor is alive and no <see cref="TensorScope"/> has given its memory back. It does not keep the tensor alive: where the tensor is not used afterwards, end with
    /// <c>GC.KeepAlive(tensor)</c>; and <see cref="Tensor.Keep"/> what must outlive its scope. After that the span still points at the memory, which the engine hands to other tensors or returns to the
    /// system: reading gives numbers of another tensor or ends the process, and writing spoils another tensor. Only the call itself is checked, not the span: asked for after the scope, it throws.
    /// <see cref="ToArray{T}"/> copies and has no such rule.
    /// </remarks>
    /// <typeparam name="T">The tensor's own type: float, double, long, int, bool, <see cref="BFloat16"/> or sbyte.</typeparam>
    /// <returns>A view of the memory.</returns>
    /// <exception cref="InvalidOperationException">The tensor is not contiguous or holds another type.</exception>
    /// <exception cref="ObjectDisposedException">A <see cref="TensorScope"/> has given the memory back.</exception>
    public ReadOnlySpan<T> AsSpan<T>()
        where T : unmanaged => Span<T>(nameof(AsSpan));

    /// <summary>As <see cref="AsSpan{T}"/>, to write to. Counts as a change in place: gradients that need the old values will refuse.</summary>
    /// <remarks>
    /// The span is valid while the tensor is alive and no <see cref="TensorScope"/> has given its memory back; writing to it afterwards spoils another tensor or ends the process, which nothing checks. End with
    /// <c>GC.KeepAlive(tensor)</c> where the tensor is not used any more. The change is counted when the span is asked for: ask for a new one rather than write through an old one after the tensor has been
    /// used in a recorded operator.
    /// </remarks>
    /// <typeparam name="T">The tensor's own type.</typeparam>
    /// <returns>A view of the memory.</returns>
    /// <exception cref="InvalidOperationException">The tensor is not contiguous, holds another type, or requires a gradient while gradients are recorded.</exception>
    /// <exception cref="ObjectDisposedException">A <see cref="TensorScope"/> has given the memory back.</exception>
    public Span<T> AsWritableSpan<T>()
        where T : unmanaged
    {
        Changing(nameof(AsWritableSpan));
        return Span<T>(nameof(AsWritableSpan));
    }

    /// <summary>Prints as PyTorch does, so <c>tensor([[1., 2.], [3., 4.]])</c>, with long dimensions shortened.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => TensorPrinter.Print(this);

    private Span<T> Span<T>(string what)
        where T : unmanaged
    {
        if (ElementTypes.Of<T>() != DType)
        {
            throw new InvalidOperationException($"{what}<{typeof(T).Name}> was asked of a {DType} tensor; ask for its own type, or use To() or ToArray first.");
        }

        if (!IsContiguous)
        {
            throw new InvalidOperationException($"{what} needs a contiguous tensor; this one has shape {ShapeMath.Format(Sizes)} and strides {ShapeMath.Format(Steps)}. Call Contiguous() first.");
        }

        return new Span<T>(Data, ElementCount);
    }
}
