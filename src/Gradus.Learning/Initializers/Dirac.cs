using Gradus.Tensors;

namespace Gradus.Learning.Initializers;

/// <summary>One in the middle of the kernel that leads from a channel to itself, zeros elsewhere: a convolution passes as many channels as possible unchanged. PyTorch's <c>init.dirac_</c>.</summary>
/// <param name="Groups">The groups of output channels, each of which passes the input channels anew.</param>
public sealed record Dirac(int Groups = 1) : Initializer
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The tensor has not three to five axes, or groups do not divide its output channels.</exception>
    public override void Fill(Tensor parameter, Rng rng)
    {
        if (parameter.Rank is < 3 or > 5 || Groups < 1 || parameter.Shape[0] % Groups != 0)
        {
            throw new ArgumentException($"Dirac({Groups}) got shape [{string.Join(", ", parameter.Shape.ToArray())}]; it needs the weight of a convolution, [out, in, ...], with groups that divide out.", nameof(parameter));
        }

        int[] shape = parameter.Shape.ToArray();
        int share = shape[0] / Groups, place = 0;
        Draws.Fill(parameter, () =>
        {
            int rest = place++;
            for (int axis = shape.Length - 1; axis > 1; axis--)
            {
                (rest, int at) = Math.DivRem(rest, shape[axis]);
                if (at != shape[axis] / 2)
                {
                    return 0;
                }
            }

            (int to, int from) = Math.DivRem(rest, shape[1]);
            return to % share == from ? 1 : 0;
        });
    }
}
