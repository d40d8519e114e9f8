namespace Gradus.Tensors.Tests.Ops;

/// <summary>One operator as the tests see it: how to call it, where to try it, and what must hold.</summary>
/// <param name="Name">The name, unique in the table.</param>
/// <param name="Run">Calls it.</param>
/// <param name="Samples">Float64 inputs to try, from a random stream: several shapes each.</param>
/// <param name="SecondOrder">Whether its gradient has a gradient.</param>
public sealed record OpSpec(string Name, Func<IReadOnlyList<Tensor>, Tensor> Run, Func<Rng, Tensor[]>[] Samples, bool SecondOrder = true)
{
    public override string ToString() => Name;
}
