using System.Runtime.CompilerServices;
using Gradus.Tensors.Autograd;
using Gradus.Tensors.Shapes;
using Gradus.Tensors.Storage;

namespace Gradus.Tensors;

/// <summary>An array of numbers with any count of dimensions, which records how it was computed so that gradients can flow back.</summary>
/// <remarks>
/// Names, broadcasting and the order of arguments follow PyTorch. Views (reshape, transpose, slices) share memory and never copy. float32 is the default; float64 is supported by every
/// operator, int64, int32 and bool hold labels, indices and masks, bfloat16 and int8 store numbers in less memory. Memory is given back by the garbage collector, or at once by a <see cref="TensorScope"/>; no Dispose is needed.
/// An instance may be read by several threads at once, but not while one changes it in place.
/// </remarks>
public sealed unsafe partial class Tensor
{
    private readonly int _generation;
    private readonly byte _dtype;

    /// <summary>A view of a block.</summary>
    internal Tensor(Block block, int offset, int[] sizes, int[] steps, DType dtype)
    {
        Block = block;
        _generation = block.Generation;
        Offset = offset;
        Sizes = sizes;
        Steps = steps;
        _dtype = (byte)dtype;
        ElementCount = ShapeMath.Count(sizes);
        IsContiguous = ShapeMath.IsContiguous(sizes, steps);
    }

    /// <summary>A new contiguous tensor with whatever was in its memory. The arrays are shared, not copied.</summary>
    private Tensor(int[] sizes, int[] steps, int count, DType dtype)
    {
        Block = BlockPool.Rent((long)count * dtype.SizeInBytes());
        _generation = Block.Generation;
        Sizes = sizes;
        Steps = steps;
        _dtype = (byte)dtype;
        ElementCount = count;
        IsContiguous = true;
    }

    /// <summary>The element type.</summary>
    public DType DType => (DType)_dtype;

    /// <summary>The sizes of the dimensions; empty for a single number.</summary>
    public ReadOnlySpan<int> Shape => Sizes;

    /// <summary>How many elements to step over for the next index of each dimension.</summary>
    public ReadOnlySpan<int> Strides => Steps;

    /// <summary>The count of dimensions.</summary>
    public int Rank => Sizes.Length;

    /// <summary>The count of elements, the product of the shape.</summary>
    public int ElementCount { get; }

    /// <summary>Whether the elements lie in memory in the order of their indices without gaps.</summary>
    public bool IsContiguous { get; }

    internal Block Block { get; }

    /// <summary>Where the view begins in its block, in elements.</summary>
    internal int Offset { get; }

    internal int[] Sizes { get; }

    internal int[] Steps { get; }

    /// <summary>The first byte. Callers keep the tensor alive until they are done with it.</summary>
    internal byte* Data
    {
        get
        {
            CheckAlive();
            if (ReadWatch.IsOpen)
            {
                ReadWatch.Read(this);
            }

            return Block.Pointer + ((nint)Offset * DType.SizeInBytes());
        }
    }

    /// <summary>The size of one dimension.</summary>
    /// <param name="dim">The dimension; a negative one counts from the end.</param>
    /// <returns>The size.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
    public int Size(int dim) => Sizes.Length == 0
        ? throw new ArgumentOutOfRangeException(nameof(dim), dim, "A tensor of no dimensions has no sizes.")
        : Sizes[ShapeMath.Axis(dim, Rank, "Size")];

    /// <summary>Lets the tensor live on when the open <see cref="TensorScope"/> ends.</summary>
    /// <returns>The tensor itself.</returns>
    public Tensor Keep()
    {
        CheckAlive();
        Block.Scope = null;
        return this;
    }

    /// <summary>Throws when a scope gave the memory back.</summary>
    internal void CheckAlive()
    {
        if (Block.Generation != _generation)
        {
            ThrowGone();
        }
    }

    /// <summary>A new contiguous tensor of a shape, not initialised.</summary>
    internal static Tensor Empty(int[] sizes, DType dtype) => new(sizes, ShapeMath.Strides(sizes), ShapeMath.Count(sizes), dtype);

    /// <summary>A new contiguous tensor of a shape, not initialised; shares its arrays with the tensors of that shape before it.</summary>
    internal static Tensor Empty(ReadOnlySpan<int> sizes, DType dtype)
    {
        ShapeTable.Entry shape = ThreadContext.Current.Shapes.Get(sizes);
        return new(shape.Sizes, shape.Strides, shape.Count, dtype);
    }

    /// <summary>A new contiguous tensor of another's shape, not initialised.</summary>
    internal static Tensor EmptyLike(Tensor like, DType dtype) =>
        like.IsContiguous ? new(like.Sizes, like.Steps, like.ElementCount, dtype) : new(like.Sizes, ShapeMath.Strides(like.Sizes), like.ElementCount, dtype);

    internal static Tensor EmptyLike(Tensor like) => EmptyLike(like, like.DType);

    /// <summary>The first element. Callers keep the tensor alive until they are done with it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal T* Pointer<T>()
        where T : unmanaged => (T*)Data;

    private static void ThrowGone() => throw new ObjectDisposedException(
        nameof(Tensor),
        "The memory of this tensor was given back when its TensorScope ended. Call Keep() inside the scope on what must live on, or make it outside.");
}
