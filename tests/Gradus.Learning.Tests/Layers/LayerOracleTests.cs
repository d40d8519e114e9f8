using Gradus.Learning.Tests.Fixtures;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Layers;

/// <summary>Layers, their gradients and their buffers against stored PyTorch values: oracles/layers_*.py.</summary>
public sealed class LayerOracleTests
{
    public static TheoryData<string> Names => LayerTable.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Forward_Float64_OutputsGradientsAndBuffersAgree(string name) => Compare(LayerTable.Get(name), DType.Float64, LayerTable.Get(name).Exactness);

    [Theory]
    [MemberData(nameof(Names))]
    public void Forward_Float32_OutputsGradientsAndBuffersAgree(string name) => Compare(LayerTable.Get(name), DType.Float32, LayerTable.Get(name).Tolerance);

    private static void Compare(LayerSpec spec, DType dtype, double tolerance)
    {
        LayerCase expected = LayerCase.All[spec.Name];
        Module module = expected.Prepare(spec, dtype);
        Tensor[] inputs = expected.Leaves(dtype);

        IReadOnlyList<Tensor> outputs = spec.Call(module, inputs);
        if (outputs.Any(output => output.RequiresGrad))
        {
            LayerCase.Weighted(outputs).Backward();
        }

        Assert.Equal(expected.Outputs.Length, outputs.Count);
        for (int i = 0; i < outputs.Count; i++)
        {
            Near(expected.Outputs[i], outputs[i], tolerance, $"output {i}");
        }

        for (int i = 0; i < inputs.Length; i++)
        {
            Near(expected.InputGradients[i], inputs[i].Grad, tolerance, $"gradient of input {i}");
        }

        Assert.Equal(expected.Gradients.Keys, module.NamedParameters().Select(entry => entry.Name));
        foreach ((string key, Tensor parameter) in module.NamedParameters())
        {
            Near(expected.Gradients[key], parameter.Grad, tolerance, $"gradient of {key}");
        }

        foreach ((string key, Tensor buffer) in module.NamedBuffers())
        {
            Near(expected.After.GetValueOrDefault(key, expected.State[key]), buffer, tolerance, key);
        }
    }

    private static void Near(Packed? expected, Tensor? actual, double tolerance, string what)
    {
        if (expected is null)
        {
            Assert.True(actual is null, $"{what} is there, but PyTorch has none");
            return;
        }

        double size = expected.Values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        Close.To(expected, actual, 0, tolerance * Math.Max(1, size), what);
    }
}
