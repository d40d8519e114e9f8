using System.Numerics;

namespace Gradus.Tensors;

/// <summary>Each number once.</summary>
public static unsafe class Uniqueness
{
    extension(Tensor x)
    {
        /// <summary>The different elements in rising order, the place of each element among them, and how often each occurs: PyTorch's <c>unique</c>. Every NaN is a value of its own. No gradient flows.</summary>
        /// <returns>Values of one dimension; int64 places of the tensor's shape; int64 counts.</returns>
        /// <exception cref="NotSupportedException">The type is for storage only.</exception>
        public (Tensor Values, Tensor Inverse, Tensor Counts) Unique()
        {
            (Tensor values, Tensor places) = Reshaping.ReshapeTo(x.Detach(), [x.ElementCount]).Sort();
            Tensor inverse = Tensor.Empty(x.Sizes, DType.Int64);
            (List<long> firsts, List<long> counts) = x.DType switch
            {
                DType.Float32 => Walk<float>(values, places, inverse),
                DType.Float64 => Walk<double>(values, places, inverse),
                DType.Int64 => Walk<long>(values, places, inverse),
                DType.Int32 => Walk<int>(values, places, inverse),
                _ => Walk<byte>(values, places, inverse),
            };
            return (values.IndexSelect(0, Tensor.From(firsts.ToArray())), inverse, Tensor.From(counts.ToArray()));
        }
    }

    private static (List<long> Firsts, List<long> Counts) Walk<T>(Tensor values, Tensor places, Tensor inverse)
        where T : unmanaged, IEqualityOperators<T, T, bool>
    {
        List<long> firsts = [], counts = [];
        T* value = values.Pointer<T>();
        long* place = places.Pointer<long>();
        long* to = inverse.Pointer<long>();
        for (int i = 0; i < values.ElementCount; i++)
        {
            if (i == 0 || value[i] != value[i - 1])
            {
                firsts.Add(i);
                counts.Add(0);
            }

            counts[^1]++;
            to[place[i]] = firsts.Count - 1;
        }

        GC.KeepAlive(values);
        GC.KeepAlive(places);
        return (firsts, counts);
    }
}
