using Gradus.Tensors.Kernels.Sorting;
using Gradus.Tensors.Ops.Sorting;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Medians and quantiles; gradients flow to the elements that they are made of.</summary>
public static class Quantiles
{
    extension(Tensor x)
    {
        /// <summary>The median of all elements: the lower of the two middle ones of an even count; NaN when one is NaN.</summary>
        /// <returns>A tensor of no dimensions.</returns>
        /// <exception cref="ArgumentException">The tensor is empty.</exception>
        public Tensor Median() => Reshaping.ReshapeTo(x, [x.ElementCount]).Median(0).Values;

        /// <summary>The medians along a dimension and where they are: the lower of the two middle ones of an even count; the first NaN where there is one.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepDim">Whether it stays, with size 1.</param>
        /// <returns>Values and int64 indices.</returns>
        /// <exception cref="ArgumentException">The dimension is empty.</exception>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public (Tensor Values, Tensor Indices) Median(int dim, bool keepDim = false)
        {
            int axis = ShapeMath.Axis(dim, x.Rank, "Median");
            if (x.Rank == 0)
            {
                return (x, Tensor.Zeros(DType.Int64));
            }

            if (x.Sizes[axis] == 0)
            {
                throw new ArgumentException($"Median over dimension {dim} of shape {ShapeMath.Format(x.Sizes)}: an empty dimension has no median.");
            }

            Tensor places = Orders.Find(x, axis, (x.Sizes[axis] + 1) / 2, OrderKind.Kth, false, "Median");
            if (x.DType.IsFloatingPoint())
            {
                // The maximum finds the first NaN; where it is none the middle stays.
                (Tensor largest, Tensor at) = x.Detach().Max(axis, true);
                places = Tensor.Where(largest.NotEqual(largest), at, places);
            }

            Tensor values = Gathering.Collect(x, axis, places);
            return keepDim ? (values, places) : (values.Squeeze(axis), places.Squeeze(axis));
        }

        /// <summary>The q-quantile of all elements, as PyTorch's <c>quantile</c>.</summary>
        /// <param name="q">From 0 to 1.</param>
        /// <param name="interpolation">What lies between two elements: "linear" (the default), "lower", "higher", "midpoint" or "nearest".</param>
        /// <returns>A tensor of no dimensions.</returns>
        /// <exception cref="ArgumentException">The tensor is empty or the interpolation has no such name.</exception>
        /// <exception cref="ArgumentOutOfRangeException">q does not lie in 0 to 1.</exception>
        public Tensor Quantile(double q, string interpolation = "linear") => Reshaping.ReshapeTo(x, [x.ElementCount]).Quantile(q, 0, interpolation: interpolation);

        /// <summary>The q-quantiles along a dimension: the element at place q (n − 1) of the sorted ones, interpolated; NaN where there is one.</summary>
        /// <param name="q">From 0 to 1.</param>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepDim">Whether it stays, with size 1.</param>
        /// <param name="interpolation">What lies between two elements: "linear" (the default), "lower", "higher", "midpoint" or "nearest" (ties to the even place).</param>
        /// <returns>The quantiles.</returns>
        /// <exception cref="ArgumentException">The dimension is empty or the interpolation has no such name.</exception>
        /// <exception cref="ArgumentOutOfRangeException">q does not lie in 0 to 1, or there is no such dimension.</exception>
        /// <exception cref="NotSupportedException">The type is not float32 or float64.</exception>
        public Tensor Quantile(double q, int dim, bool keepDim = false, string interpolation = "linear")
        {
            if (!(q >= 0 && q <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(q), q, "Quantile needs a q from 0 to 1.");
            }

            if (!x.DType.IsFloatingPoint())
            {
                throw Ops.Elementwise.ElementwiseDriver.NotReal("Quantile", x.DType);
            }

            Tensor source = x.Rank == 0 ? Reshaping.ReshapeTo(x, [1]) : x;
            int axis = ShapeMath.Axis(dim, x.Rank, "Quantile");
            int length = source.Sizes[axis];
            if (length == 0)
            {
                throw new ArgumentException($"Quantile over dimension {dim} of shape {ShapeMath.Format(x.Sizes)}: an empty dimension has no quantiles.");
            }

            double place = q * (length - 1);
            int low = (int)Math.Floor(place), high = (int)Math.Ceiling(place);
            double weight = interpolation switch
            {
                "linear" => place - low,
                "lower" => 0,
                "higher" => 1,
                "midpoint" => low == high ? 0 : 0.5,
                "nearest" => Math.Round(place) - low,
                _ => throw new ArgumentException($"Quantile knows linear, lower, higher, midpoint and nearest; got '{interpolation}'.", nameof(interpolation)),
            };
            Tensor values = source.Sort(axis).Values;
            Tensor below = values.Narrow(axis, low, 1), above = values.Narrow(axis, high, 1);
            Tensor y = weight == 0 ? below : weight == 1 ? above : below + ((above - below) * weight);
            Tensor last = values.Narrow(axis, length - 1, 1).Detach(); // NaN, if there is one
            y = Tensor.Where(last.NotEqual(last), last, y);
            return x.Rank == 0 ? Reshaping.ReshapeTo(y, []) : keepDim ? y : y.Squeeze(axis);
        }
    }
}
