using Gradus.Learning.Layers;
using Gradus.Learning.Tests.Fixtures;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Layers;

/// <summary>Layers, their gradients and their buffers against stored PyTorch values.</summary>
public sealed class LayerOracleTests
{
    private const double Tolerance = 1e-11;
    private static readonly IReadOnlyList<Case> Cases = Fixture.Read<Case>("layers.json");

    public static TheoryData<string> Names => [.. Cases.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Forward_OracleCase_OutputGradientsAndBuffersAgree(string name)
    {
        Case expected = Cases.Single(entry => entry.Name == name);
        Module layer = Make(name);
        layer.LoadStateDictionary(Unpack(layer, expected.State));
        foreach (Packed warm in expected.Warm)
        {
            Forward(layer, warm.ToTensor());
        }

        layer.Train(expected.Training);
        Tensor input = expected.Input.ToTensor();
        input.RequiresGrad = true;
        Tensor output = Forward(layer, input);
        (output * expected.Upstream.ToTensor()).Sum().Backward();

        Close.To(expected.Output, output, Tolerance, Tolerance, "output");
        Close.To(expected.InputGradient, input.Grad, Tolerance, Tolerance, "input gradient");
        Assert.Equal(expected.Gradients.Keys, layer.NamedParameters().Select(entry => entry.Name));
        foreach ((string parameter, Tensor tensor) in layer.NamedParameters())
        {
            Close.To(expected.Gradients[parameter], tensor.Grad, Tolerance, Tolerance, parameter);
        }

        foreach ((string key, Tensor tensor) in layer.StateDictionary())
        {
            Close.To(expected.After[key], tensor, Tolerance, Tolerance, key);
        }
    }

    private static Tensor Forward(Module module, Tensor input) => module switch
    {
        Softmax softmax => softmax.Forward(input.AsLogits()).Values,
        _ => ((Layer)module).Forward(input),
    };

    private static Module Make(string name) => name switch
    {
        "Linear" or "Linear 3-d" => new Linear(5, 3, dtype: DType.Float64),
        "Linear no bias" => new Linear(5, 3, bias: false, DType.Float64),
        "BatchNorm1d momentum" => new BatchNorm1d(3, epsilon: 1e-3, momentum: 0.3, dtype: DType.Float64),
        "BatchNorm1d plain" => new BatchNorm1d(3, affine: false, dtype: DType.Float64),
        "BatchNorm1d untracked" => new BatchNorm1d(3, trackRunningStats: false, dtype: DType.Float64),
        "ReLU" => new ReLU(),
        "Sigmoid" => new Sigmoid(),
        "Tanh" => new Tanh(),
        "Softmax" => new Softmax(1),
        _ => new BatchNorm1d(3, dtype: DType.Float64),
    };

    private static Dictionary<string, Tensor> Unpack(Module layer, Dictionary<string, Packed> state)
    {
        IReadOnlyDictionary<string, Tensor> mine = layer.StateDictionary();
        return state.ToDictionary(entry => entry.Key, entry => entry.Value.ToTensor(mine[entry.Key].DType));
    }

    private sealed record Case(
        string Name,
        Dictionary<string, Packed> State,
        Packed[] Warm,
        bool Training,
        Packed Input,
        Packed Output,
        Packed Upstream,
        Packed InputGradient,
        Dictionary<string, Packed> Gradients,
        Dictionary<string, Packed> After);
}
