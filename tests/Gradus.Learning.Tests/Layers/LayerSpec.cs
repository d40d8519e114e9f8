using Gradus.Tensors;

namespace Gradus.Learning.Tests.Layers;

/// <summary>One case of a layer: how it is made and called, and what it must refuse. The values are in the fixture of that name (oracles/layers_*.py).</summary>
/// <param name="Name">The name, unique in the table and equal to that in the fixture.</param>
/// <param name="Make">Makes the layer in float32.</param>
public sealed record LayerSpec(string Name, Func<Module> Make)
{
    /// <summary>How it is called; a <see cref="Layer"/> is given the first input by default. All results are compared.</summary>
    public Func<Module, IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> Call { get; init; } = (module, inputs) => [((Layer)module).Forward(inputs[0])];

    /// <summary>Inputs of a wrong shape, and the shapes that the error must name: what came and what was needed.</summary>
    public (int[][] Shapes, string[] Names)? Wrong { get; init; }

    /// <summary>How far float64 may be from PyTorch's, relative to the largest value.</summary>
    public double Exactness { get; init; } = 1e-11;

    /// <summary>How far float32 may be from PyTorch's float64, relative to the largest value.</summary>
    public double Tolerance { get; init; } = 2e-5;

    /// <summary>Whether differences are compared with gradients; not where a function is constant in steps, or where a result depends on what a pass changes.</summary>
    public bool Smooth { get; init; } = true;

    /// <summary>The arguments of a <see cref="Layer"/> as a call of a module of several inputs and results.</summary>
    public static Func<Module, IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> With<T>(Func<T, IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> call)
        where T : Module => (module, inputs) => call((T)module, inputs);

    public override string ToString() => Name;
}
