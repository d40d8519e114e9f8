using Gradus.Tensors;

namespace Gradus.Learning.Initializers;

/// <summary>Ones on the diagonal of a matrix, zeros elsewhere: as many inputs as possible pass unchanged. PyTorch's <c>init.eye_</c>.</summary>
public sealed record Identity() : Initializer
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The tensor has not two axes.</exception>
    public override void Fill(Tensor parameter, Rng rng)
    {
        if (parameter.Rank != 2)
        {
            throw new ArgumentException($"Identity got shape [{string.Join(", ", parameter.Shape.ToArray())}]; it needs a matrix, [out, in]. For convolutions take Dirac.", nameof(parameter));
        }

        int columns = parameter.Shape[1], place = 0;
        Draws.Fill(parameter, () =>
        {
            (int row, int column) = Math.DivRem(place++, columns);
            return row == column ? 1 : 0;
        });
    }
}
