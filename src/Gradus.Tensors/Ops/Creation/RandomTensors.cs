using Gradus.Tensors.Ops.Elementwise;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Random whole numbers, orders and choices. Every one is drawn from the stream that is passed in.</summary>
public static unsafe class RandomTensors
{
    extension(Tensor)
    {
        /// <summary>Uniform whole numbers from <paramref name="low"/> up to but without <paramref name="high"/>.</summary>
        /// <param name="rng">Where they are drawn from.</param>
        /// <param name="low">The least.</param>
        /// <param name="high">Not reached.</param>
        /// <param name="shape">The sizes.</param>
        /// <returns>An int64 tensor.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There is no number between the bounds.</exception>
        public static Tensor RandInt(Rng rng, int low, int high, params ReadOnlySpan<int> shape)
        {
            ArgumentNullException.ThrowIfNull(rng);
            if ((long)high - low is < 1 or > int.MaxValue)
            {
                throw new ArgumentOutOfRangeException(nameof(high), high, $"RandInt draws from {low} up to but without {high}; there must be 1 to {int.MaxValue} numbers between.");
            }

            Tensor y = Tensor.Empty(ShapeMath.Own(shape), DType.Int64);
            foreach (ref long value in new Span<long>(y.Data, y.ElementCount))
            {
                value = low + (long)rng.NextInt(high - low);
            }

            return y;
        }

        /// <summary>The numbers 0 to n − 1 in a random order, all orders equally likely: PyTorch's <c>randperm</c>.</summary>
        /// <param name="rng">Where the order is drawn from.</param>
        /// <param name="n">How many.</param>
        /// <returns>An int64 tensor of one dimension.</returns>
        /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
        public static Tensor Permutation(Rng rng, int n)
        {
            ArgumentNullException.ThrowIfNull(rng);
            if (n < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(n), n, $"Permutation got {n} numbers; it needs 0 or more.");
            }

            return Tensor.From(rng.Permutation(n)).To(DType.Int64);
        }
    }

    extension(Tensor x)
    {
        /// <summary>1 with the probability that each element is, else 0: PyTorch's <c>bernoulli</c>. No gradient flows.</summary>
        /// <param name="rng">Where they are drawn from; one word an element.</param>
        /// <returns>A tensor of the same shape and type.</returns>
        /// <exception cref="ArgumentException">An element is not in 0 to 1.</exception>
        /// <exception cref="NotSupportedException">The type is not float32 or float64.</exception>
        public Tensor Bernoulli(Rng rng)
        {
            ArgumentNullException.ThrowIfNull(rng);
            if (!x.DType.IsFloatingPoint())
            {
                throw ElementwiseDriver.NotReal("Bernoulli", x.DType);
            }

            double[] values = x.ToArray<double>();
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = values[i] is >= 0 and <= 1
                    ? rng.NextFloat() < values[i] ? 1 : 0
                    : throw new ArgumentException($"Bernoulli got {values[i]}; probabilities lie in 0 to 1.", nameof(x));
            }

            return Tensor.From(values, x.Shape.IsEmpty ? [1] : x.Shape).Reshape(x.Shape).To(x.DType);
        }

        /// <summary>Indices drawn with probabilities in proportion to the weights of the last dimension.</summary>
        /// <param name="rng">Where they are drawn from.</param>
        /// <param name="numSamples">How many for each row.</param>
        /// <param name="replacement">Whether one may be drawn again.</param>
        /// <returns>int64 [numSamples], or [rows, numSamples] for a matrix.</returns>
        /// <exception cref="ArgumentException">The weights are no row or matrix, negative, not finite or all 0, or there are fewer positive ones than samples without replacement.</exception>
        /// <exception cref="NotSupportedException">The type is not float32 or float64.</exception>
        public Tensor Multinomial(Rng rng, int numSamples, bool replacement = false)
        {
            ArgumentNullException.ThrowIfNull(rng);
            if (!x.DType.IsFloatingPoint())
            {
                throw ElementwiseDriver.NotReal("Multinomial", x.DType);
            }

            if (x.Rank is not (1 or 2) || numSamples < 1)
            {
                throw new ArgumentException($"Multinomial got {numSamples} samples of weights of shape {ShapeMath.Format(x.Sizes)}; it needs a row or a matrix of weights and 1 sample or more.", nameof(numSamples));
            }

            double[] weights = x.ToArray<double>();
            int length = x.Sizes[^1], rows = x.Rank == 1 ? 1 : x.Sizes[0];
            long[] drawn = new long[rows * numSamples];
            for (int i = 0; i < rows; i++)
            {
                Draw(rng, weights.AsSpan(i * length, length), drawn.AsSpan(i * numSamples, numSamples), replacement);
            }

            return Tensor.From(drawn, x.Rank == 1 ? [numSamples] : [rows, numSamples]);
        }
    }

    private static void Draw(Rng rng, Span<double> weights, Span<long> drawn, bool replacement)
    {
        double total = 0;
        int positive = 0;
        foreach (double weight in weights)
        {
            if (!(weight >= 0 && double.IsFinite(weight)))
            {
                throw new ArgumentException($"Multinomial got the weight {weight}; weights are finite and not negative.", "x");
            }

            total += weight;
            positive += weight > 0 ? 1 : 0;
        }

        if (positive == 0 || (!replacement && positive < drawn.Length))
        {
            throw new ArgumentException($"Multinomial got {positive} positive weights for {drawn.Length} samples {(replacement ? "with" : "without")} replacement; there must be {(replacement ? "one" : "as many")} at least.", "x");
        }

        double[] sums = new double[weights.Length];
        for (int s = 0; s < drawn.Length; s++)
        {
            if (s == 0 || !replacement)
            {
                double sum = 0;
                for (int i = 0; i < sums.Length; i++)
                {
                    sums[i] = sum += weights[i];
                }

                total = sum;
            }

            // The first place whose sum lies above the draw has a positive weight; rounding at the end is caught by the last positive one.
            double at = rng.NextDouble() * total;
            int low = 0, high = sums.Length - 1;
            while (low < high)
            {
                int middle = (low + high) / 2;
                (low, high) = sums[middle] > at ? (low, middle) : (middle + 1, high);
            }

            while (weights[low] == 0)
            {
                low--;
            }

            drawn[s] = low;
            if (!replacement)
            {
                weights[low] = 0;
            }
        }
    }
}
