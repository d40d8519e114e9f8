using Gradus.Learning.Tests.Fixtures;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Layers;

/// <summary>What PyTorch computed for a case of a layer.</summary>
internal sealed record LayerCase(
    string Name,
    bool Training,
    string? Printed,
    Dictionary<string, Packed> State,
    Packed[][] Warm,
    Packed[] Inputs,
    Packed[] Outputs,
    Packed?[] InputGradients,
    Dictionary<string, Packed?> Gradients,
    Dictionary<string, Packed> After,
    Dictionary<string, FirstValues> First)
{
    private static readonly Lazy<IReadOnlyDictionary<string, LayerCase>> Loaded = new(() => Files.SelectMany(Fixture.Read<LayerCase>).ToDictionary(entry => entry.Name, StringComparer.Ordinal));

    internal static IReadOnlyDictionary<string, LayerCase> All => Loaded.Value;

    private static IEnumerable<string> Files => Directory.EnumerateFiles(Fixture.Folder, "layers-*.json").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    /// <summary>The layer with the fixture's values, after its warm passes and in its mode.</summary>
    internal Module Prepare(LayerSpec spec, DType dtype)
    {
        Module module = spec.Make();
        module.To(dtype);
        IReadOnlyDictionary<string, Tensor> mine = module.StateDictionary();
        module.LoadStateDictionary(State.ToDictionary(entry => entry.Key, entry => entry.Value.ToTensor(mine.TryGetValue(entry.Key, out Tensor? own) ? own.DType : dtype)));
        foreach (Packed[] warm in Warm)
        {
            spec.Call(module, [.. warm.Select(input => input.ToTensor(dtype))]);
        }

        module.Train(Training);
        module.ZeroGrad();
        return module;
    }

    /// <summary>The inputs, of which real numbers require gradients.</summary>
    internal Tensor[] Leaves(DType dtype)
    {
        Tensor[] inputs = [.. Inputs.Select(input => input.ToTensor(dtype))];
        foreach (Tensor input in inputs.Where(input => input.DType == dtype))
        {
            input.RequiresGrad = true;
        }

        return inputs;
    }

    /// <summary>The sum of all outputs times 1, 2, 3, 1, 2, 3, ..., as the oracle forms it.</summary>
    internal static Tensor Weighted(IEnumerable<Tensor> outputs) => outputs.Where(output => output.RequiresGrad)
        .Select(output => (output * Tensor.From([.. Enumerable.Range(0, output.ElementCount).Select(i => (double)((i % 3) + 1))]).To(output.DType).Reshape(output.Shape)).Sum())
        .Aggregate((a, b) => a + b);
}
