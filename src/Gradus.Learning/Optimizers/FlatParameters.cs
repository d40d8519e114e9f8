using Gradus.Tensors;

namespace Gradus.Learning.Optimizers;

/// <summary>Parameters and gradients as one long vector.</summary>
internal sealed class FlatParameters(IReadOnlyList<Tensor> parameters)
{
    /// <summary>The gradients, 0 where there is none.</summary>
    internal Tensor Gradient() => Tensor.Cat([.. parameters.Select(parameter => (parameter.Grad?.Detach() ?? Tensor.ZerosLike(parameter)).Reshape(parameter.ElementCount))], 0).Keep();

    /// <summary>A copy of the parameters.</summary>
    internal Tensor[] Copy() => [.. parameters.Select(parameter => parameter.Detach().Clone())];

    /// <summary>Puts a copy back and moves from there.</summary>
    internal void Move(Tensor[] start, double length, Tensor direction)
    {
        for (int i = 0; i < start.Length; i++)
        {
            parameters[i].Detach().CopyFrom(start[i]);
        }

        Move(length, direction);
    }

    /// <summary>Moves the parameters.</summary>
    internal void Move(double length, Tensor direction)
    {
        int first = 0;
        foreach (Tensor parameter in parameters)
        {
            parameter.Detach().AddInPlace(direction.Narrow(0, first, parameter.ElementCount).Reshape(parameter.Shape), length);
            first += parameter.ElementCount;
        }
    }

    internal static double Dot(Tensor a, Tensor b) => (a * b).Sum().Item();
}
