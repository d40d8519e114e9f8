using Gradus.Tensors.Autograd;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>The parts of matrices below and above a diagonal.</summary>
public static unsafe class Triangles
{
    extension(Tensor x)
    {
        /// <summary>The matrices with zeros above a diagonal: x[.., i, j] where j − i ≤ diagonal.</summary>
        /// <param name="diagonal">The highest diagonal that stays; 0, the main one, by default.</param>
        /// <returns>A new tensor.</returns>
        /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
        public Tensor Tril(int diagonal = 0) => Cut(x, diagonal, false, "Tril");

        /// <summary>The matrices with zeros below a diagonal: x[.., i, j] where j − i ≥ diagonal.</summary>
        /// <param name="diagonal">The lowest diagonal that stays; 0, the main one, by default.</param>
        /// <returns>A new tensor.</returns>
        /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
        public Tensor Triu(int diagonal = 0) => Cut(x, diagonal, true, "Triu");
    }

    private static Tensor Cut(Tensor x, int diagonal, bool upper, string what)
    {
        if (x.Rank < 2)
        {
            throw new ArgumentException($"{what} needs matrices; got shape {ShapeMath.Format(x.Sizes)}.");
        }

        Tensor y = x.Detach().Clone();
        int rows = x.Sizes[^2], columns = x.Sizes[^1], size = x.DType.SizeInBytes();
        int matrices = rows * columns == 0 ? 0 : x.ElementCount / (rows * columns);
        byte* to = y.Data;
        for (int m = 0; m < matrices; m++)
        {
            for (int i = 0; i < rows; i++, to += (nint)columns * size)
            {
                // Up to this column the lower part stays; zero is all bits clear in every type.
                int edge = (int)Math.Clamp((long)i + diagonal + (upper ? 0 : 1), 0, columns);
                (int first, int count) = upper ? (0, edge) : (edge, columns - edge);
                new Span<byte>(to + ((nint)first * size), count * size).Clear();
            }
        }

        GC.KeepAlive(y);
        if (Recording.Of(x))
        {
            y.Node = new TriangleNode(x, diagonal, upper);
        }

        return y;
    }

    private sealed class TriangleNode(Tensor x, int diagonal, bool upper) : Node(x)
    {
        internal override string Name => upper ? "Triu" : "Tril";

        internal override void Backward(Tensor gradient) => Send(0, Cut(gradient, diagonal, upper, Name));
    }
}
