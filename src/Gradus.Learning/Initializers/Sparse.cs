using Gradus.Tensors;

namespace Gradus.Learning.Initializers;

/// <summary>Normally distributed values, of which in each column a share is 0: every input leads to few units. PyTorch's <c>init.sparse_</c>.</summary>
/// <remarks>Martens, Deep learning via Hessian-free optimization (2010).</remarks>
/// <param name="Sparsity">The share of zeros of each column, in [0, 1], rounded up to whole rows.</param>
/// <param name="StandardDeviation">The standard deviation of the others.</param>
public sealed record Sparse(double Sparsity, double StandardDeviation = 0.01) : Initializer
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The tensor has not two axes, or the share lies outside [0, 1].</exception>
    public override void Fill(Tensor parameter, Rng rng)
    {
        if (parameter.Rank != 2 || !(Sparsity >= 0 && Sparsity <= 1))
        {
            throw new ArgumentException($"{this} got shape [{string.Join(", ", parameter.Shape.ToArray())}]; it needs a matrix, [out, in], and a sparsity in [0, 1].", nameof(parameter));
        }

        int rows = parameter.Shape[0], columns = parameter.Shape[1], zeros = (int)Math.Ceiling(Sparsity * rows), place = 0;
        bool[] empty = new bool[rows * columns];
        for (int column = 0; column < columns; column++)
        {
            foreach (int row in rng.Permutation(rows).AsSpan(0, zeros))
            {
                empty[(row * columns) + column] = true;
            }
        }

        Draws.Fill(parameter, () => empty[place++] ? 0 : StandardDeviation * rng.NextNormal());
    }
}
