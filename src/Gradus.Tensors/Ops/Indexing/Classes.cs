using System.Numerics;
using Gradus.Tensors.Ops.Elementwise;
using Gradus.Tensors.Ops.Indexing;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Numbers to classes and back: one-hot vectors, and the intervals in which numbers lie. No gradients flow.</summary>
public static unsafe class Classes
{
    extension(Tensor x)
    {
        /// <summary>A vector for each label with 1 at its place and 0 elsewhere: PyTorch's <c>one_hot</c>.</summary>
        /// <param name="numClasses">The length of a vector; −1, the default, for one more than the largest label.</param>
        /// <returns>int64 [.., classes].</returns>
        /// <exception cref="ArgumentException">The labels are not whole numbers, or there are none from which to tell the classes.</exception>
        /// <exception cref="ArgumentOutOfRangeException">A label does not lie in 0 to the number of classes − 1, or that number is neither −1 nor 1 or more.</exception>
        public Tensor OneHot(int numClasses = -1)
        {
            if (numClasses is 0 or < -1)
            {
                throw new ArgumentOutOfRangeException(nameof(numClasses), numClasses, $"OneHot got {numClasses} classes; it needs 1 or more, or -1 for one more than the largest label.");
            }

            if (x.DType is (DType.Int64 or DType.Int32) && x.ElementCount > 0 && x.Min().Item() < 0)
            {
                long[] labels = x.ToArray<long>();
                int at = Array.FindIndex(labels, label => label < 0);
                throw new ArgumentOutOfRangeException(nameof(x), labels[at], $"OneHot got label {labels[at]} at {ShapeMath.FormatIndex(at, x.Sizes)}; labels are 0 or more. Remove rows to be ignored first, or shift the labels.");
            }

            if (numClasses == -1)
            {
                numClasses = x.ElementCount > 0
                    ? (int)Math.Min(int.MaxValue, x.Max().Item() + 1)
                    : throw new ArgumentException("OneHot cannot tell the number of classes from an empty tensor; pass numClasses.", nameof(numClasses));
            }

            int classes = numClasses;
            Tensor places = IndexArguments.Check(x, classes, "OneHot", () => $"{classes} classes", nameof(x));
            Tensor y = Tensor.Zeros(DType.Int64, [.. x.Sizes, classes]);
            long* to = y.Pointer<long>();
            long* from = places.Pointer<long>();
            for (nint i = 0; i < places.ElementCount; i++)
            {
                to[(i * classes) + (nint)from[i]] = 1;
            }

            GC.KeepAlive(places);
            return y;
        }

        /// <summary>The number of the interval between boundaries in which each element lies: how many boundaries are below it.</summary>
        /// <param name="boundaries">Rising numbers, of one dimension.</param>
        /// <param name="right">Whether a boundary counts for a number that is equal to it. NaN lies past all.</param>
        /// <returns>int64, of the tensor's shape.</returns>
        /// <exception cref="ArgumentException">The boundaries have not one dimension.</exception>
        public Tensor Bucketize(Tensor boundaries, bool right = false)
        {
            ArgumentNullException.ThrowIfNull(boundaries);
            return boundaries.Rank == 1
                ? Search(boundaries, x, right, "Bucketize", nameof(boundaries))
                : throw new ArgumentException($"Bucketize needs boundaries of one dimension; got shape {ShapeMath.Format(boundaries.Sizes)}.", nameof(boundaries));
        }
    }

    extension(Tensor)
    {
        /// <summary>Where numbers would be inserted into rising sequences so that they stay rising: PyTorch's <c>searchsorted</c>.</summary>
        /// <param name="sortedSequence">Rising along the last dimension; of one dimension, or with the leading sizes of <paramref name="values"/>.</param>
        /// <param name="values">The numbers.</param>
        /// <param name="right">Whether after numbers that are equal. NaN comes last.</param>
        /// <returns>int64, of the shape of <paramref name="values"/>.</returns>
        /// <exception cref="ArgumentException">The leading sizes differ.</exception>
        public static Tensor SearchSorted(Tensor sortedSequence, Tensor values, bool right = false)
        {
            ArgumentNullException.ThrowIfNull(sortedSequence);
            ArgumentNullException.ThrowIfNull(values);
            return Search(sortedSequence, values, right, "SearchSorted", nameof(sortedSequence));
        }
    }

    private static Tensor Search(Tensor sequence, Tensor values, bool right, string what, string parameter)
    {
        if (sequence.Rank == 0 || (sequence.Rank > 1 && (sequence.Rank != values.Rank || !sequence.Shape[..^1].SequenceEqual(values.Shape[..^1]))))
        {
            throw new ArgumentException($"{what} got a sequence of shape {ShapeMath.Format(sequence.Sizes)} for values of shape {ShapeMath.Format(values.Sizes)}; it needs one dimension, or the same leading sizes.", parameter);
        }

        DType common = ElementwiseDriver.Promote(sequence.DType, values.DType);
        (sequence, values) = (sequence.To(common), values.To(common));
        sequence.DType.RequireArithmetic(what);
        Tensor rows = sequence.Detach().Contiguous(), numbers = values.Detach().Contiguous();
        Tensor y = Tensor.Empty(values.Sizes, DType.Int64);
        switch (rows.DType)
        {
            case DType.Float32:
                Search<float>(rows, numbers, y, right);
                break;
            case DType.Float64:
                Search<double>(rows, numbers, y, right);
                break;
            case DType.Int64:
                Search<long>(rows, numbers, y, right);
                break;
            case DType.Int32:
                Search<int>(rows, numbers, y, right);
                break;
            default:
                Search<byte>(rows, numbers, y, right);
                break;
        }

        return y;
    }

    private static void Search<T>(Tensor sequence, Tensor values, Tensor y, bool right)
        where T : unmanaged, INumber<T>
    {
        int length = sequence.Sizes[^1], width = sequence.Rank == 1 ? Math.Max(1, values.ElementCount) : values.Sizes[^1];
        T* rows = sequence.Pointer<T>();
        T* from = values.Pointer<T>();
        long* to = y.Pointer<long>();
        for (nint i = 0; i < values.ElementCount; i++)
        {
            T* row = rows + (i / width * length);
            T value = from[i];
            int low = 0, high = length;
            while (low < high)
            {
                int middle = low + ((high - low) / 2);

                // Turned round, so that a value that is NaN goes past every number; a NaN of the sequence is above all of them, where Sort puts it.
                T other = row[middle];
                bool before = T.IsNaN(other) ? right && T.IsNaN(value) : right ? !(other > value) : !(other >= value);
                (low, high) = before ? (middle + 1, high) : (low, middle);
            }

            to[i] = low;
        }

        GC.KeepAlive(sequence);
        GC.KeepAlive(values);
    }
}
