using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Elementwise;
using Gradus.Tensors.Ops.Elementwise;

namespace Gradus.Tensors;

/// <summary>Changes in place. They are not recorded: a tensor that requires a gradient is changed inside <see cref="NoGrad"/> only, and gradients that need the old values refuse.</summary>
public static unsafe class InPlace
{
    extension(Tensor x)
    {
        /// <summary>Writes one value everywhere: PyTorch's <c>fill_</c>.</summary>
        /// <param name="value">The value.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="InvalidOperationException">The tensor requires a gradient while gradients are recorded.</exception>
        public Tensor Fill(double value)
        {
            if (!x.IsContiguous)
            {
                return x.CopyFrom(Tensor.Scalar(value, x.DType));
            }

            x.Changing("Fill");
            FillKernel.Run(x.DType, x.Data, x.ElementCount, value);
            GC.KeepAlive(x);
            return x;
        }

        /// <summary>Adds another tensor of the same type, which broadcasts: PyTorch's <c>add_</c>.</summary>
        /// <param name="other">What is added.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ArgumentException">It does not broadcast to the shape.</exception>
        /// <exception cref="InvalidOperationException">The tensor requires a gradient while gradients are recorded.</exception>
        public Tensor AddInPlace(Tensor other)
        {
            ArgumentNullException.ThrowIfNull(other);
            if (x.DType == DType.Float32 && other.DType == DType.Float32 && x.IsContiguous && other.IsContiguous && x.Shape.SequenceEqual(other.Shape))
            {
                x.Changing("AddInPlace");
                float* p = x.Pointer<float>();
                BinaryKernel.Run(IsaTable.Current, default(AddOp), p, 1, other.Pointer<float>(), 1, p, x.ElementCount);
                GC.KeepAlive(x);
                GC.KeepAlive(other);
                return x;
            }

            return x.CopyFrom(x.Detach() + other.Detach());
        }

        /// <summary>Multiplies each element by a number: PyTorch's <c>mul_</c>.</summary>
        /// <param name="factor">The number.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="InvalidOperationException">The tensor requires a gradient while gradients are recorded.</exception>
        public Tensor MultiplyInPlace(double factor)
        {
            if (x.DType == DType.Float32 && x.IsContiguous)
            {
                x.Changing("MultiplyInPlace");
                float* p = x.Pointer<float>();
                UnaryKernel.Run(IsaTable.Current, new MultiplyScalarOp(factor), p, p, x.ElementCount);
                GC.KeepAlive(x);
                return x;
            }

            return x.CopyFrom(x.Detach() * factor);
        }
    }
}
