using Gradus.Tensors;

namespace Gradus.Learning.Initializers;

/// <summary>A random orthogonal matrix times a gain: rows, or where there are more of them columns, are orthogonal and of length gain. PyTorch's <c>init.orthogonal_</c>.</summary>
/// <remarks>
/// Saxe, McClelland and Ganguli, Exact solutions to the nonlinear dynamics of learning in deep linear networks (2014): keeps lengths exactly, which helps deep and recurrent networks. All axes but the
/// first count as one. A matrix of normal numbers is orthogonalized (Gram and Schmidt, each vector twice), which makes all orthogonal matrices equally likely (Mezzadri, 2007).
/// </remarks>
/// <param name="Gain">The length of the vectors, see <see cref="Initializers.Gain"/>.</param>
public sealed record Orthogonal(double Gain = 1) : Initializer
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The tensor has fewer than two axes.</exception>
    public override void Fill(Tensor parameter, Rng rng)
    {
        if (parameter.Rank < 2)
        {
            throw new ArgumentException($"Orthogonal got shape [{string.Join(", ", parameter.Shape.ToArray())}]; it needs a weight of at least two axes, [out, in, ...].", nameof(parameter));
        }

        if (parameter.ElementCount == 0)
        {
            return;
        }

        int rows = parameter.Shape[0], columns = parameter.ElementCount / rows;
        (int count, int length) = (Math.Min(rows, columns), Math.Max(rows, columns));
        double[] vectors = new double[count * length];
        for (int i = 0; i < count; i++)
        {
            Draw(vectors, i, length, rng);
        }

        int place = 0;
        Draws.Fill(parameter, () =>
        {
            (int row, int column) = Math.DivRem(place++, columns);
            return Gain * (rows <= columns ? vectors[(row * length) + column] : vectors[(column * length) + row]);
        });
    }

    // A vector of length 1 that is orthogonal to those before it.
    private static void Draw(double[] vectors, int index, int length, Rng rng)
    {
        Span<double> own = vectors.AsSpan(index * length, length);
        foreach (ref double value in own)
        {
            value = rng.NextNormal();
        }

        // What rounding leaves of the first pass, the second takes away.
        for (int pass = 0; pass < 2; pass++)
        {
            for (int i = 0; i < index; i++)
            {
                ReadOnlySpan<double> other = vectors.AsSpan(i * length, length);
                double share = Dot(own, other);
                for (int j = 0; j < length; j++)
                {
                    own[j] -= share * other[j];
                }
            }

            double size = Math.Sqrt(Dot(own, own));
            foreach (ref double value in own)
            {
                value /= size;
            }
        }
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
