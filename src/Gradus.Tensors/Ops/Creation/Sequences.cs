using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Tensors of known numbers: sequences and unit matrices, and arrays of C#.</summary>
public static unsafe class Sequences
{
    extension(Tensor)
    {
        /// <summary>Evenly spaced numbers from one to another, both included: the first half is counted from the start, the second from the end, as in PyTorch.</summary>
        /// <param name="start">The first.</param>
        /// <param name="end">The last.</param>
        /// <param name="steps">How many.</param>
        /// <param name="dtype">The element type; float32 by default.</param>
        /// <returns>A tensor of one dimension.</returns>
        /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
        public static Tensor Linspace(double start, double end, int steps, DType dtype = DType.Float32)
        {
            if (steps < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(steps), steps, "Linspace needs a count of 0 or more.");
            }

            double step = steps < 2 ? 0 : (end - start) / (steps - 1);
            double[] values = new double[steps];
            for (int i = 0; i < steps; i++)
            {
                values[i] = i < (steps + 1) / 2 ? start + (i * step) : end - ((steps - 1 - i) * step);
            }

            return Tensor.From(values, steps).To(dtype);
        }

        /// <summary>A matrix with 1 on the main diagonal and 0 elsewhere.</summary>
        /// <param name="n">Its rows.</param>
        /// <param name="m">Its columns; as many as rows when left out.</param>
        /// <param name="dtype">The element type; float32 by default.</param>
        /// <returns>The matrix.</returns>
        public static Tensor Eye(int n, int? m = null, DType dtype = DType.Float32)
        {
            Tensor y = Tensor.Zeros(dtype, n, m ?? n);
            y.Diagonal().Fill(1);
            return y;
        }

        /// <summary>A tensor from an array of C# of any count of dimensions: <c>float[,]</c>, <c>int[,,]</c> and so on.</summary>
        /// <param name="array">Its elements are float, double, long, int, bool, <see cref="BFloat16"/> or sbyte; copied.</param>
        /// <returns>A tensor of the array's shape and element type.</returns>
        /// <exception cref="NotSupportedException">The elements are of another type.</exception>
        public static Tensor FromArray(Array array)
        {
            ArgumentNullException.ThrowIfNull(array);
            int[] sizes = new int[array.Rank];
            for (int i = 0; i < sizes.Length; i++)
            {
                sizes[i] = array.GetLength(i);
            }

            DType dtype = array.GetType().GetElementType() switch
            {
                Type t when t == typeof(float) => DType.Float32,
                Type t when t == typeof(double) => DType.Float64,
                Type t when t == typeof(long) => DType.Int64,
                Type t when t == typeof(int) => DType.Int32,
                Type t when t == typeof(bool) => DType.Bool,
                Type t when t == typeof(BFloat16) => DType.BFloat16,
                Type t when t == typeof(sbyte) => DType.Int8,
                var t => throw new NotSupportedException($"FromArray takes arrays of float, double, long, int, bool, BFloat16 or sbyte; got elements of {t?.Name}."),
            };
            Tensor y = Tensor.Empty(ShapeMath.Own(sizes), dtype);
            if (y.ElementCount > 0)
            {
                nint bytes = (nint)y.ElementCount * dtype.SizeInBytes();
                fixed (byte* from = &System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(array))
                {
                    Buffer.MemoryCopy(from, y.Data, bytes, bytes);
                }
            }

            return y;
        }
    }
}
