using Gradus.Learning.Tests.Fixtures;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Models;

/// <summary>Every reference model for ten steps against PyTorch, from the same weights on the same data.</summary>
public sealed class ModelOracleTests
{
    private static readonly IReadOnlyList<Case> Cases = Fixture.Read<Case>("models.json");

    public static TheoryData<string> Names => [.. Cases.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void TenSteps_Float32_LossesAndWeightsAreWithinTenThousandth(string name)
    {
        Case expected = Cases.Single(entry => entry.Name == name);
        ModelCase actual = ModelCase.Make(name, DType.Float32);

        for (int step = 0; step < expected.SingleLosses.Length; step++)
        {
            double loss = actual.Step(step);
            Close.To(expected.SingleLosses[step], loss, 1e-4, 0, $"loss of step {step}");
            Close.To(expected.Losses[step], loss, 1e-4, 0, $"loss of step {step} beside float64");
        }

        foreach ((string key, Tensor parameter) in actual.Model.NamedParameters().Where(entry => !Drifts(name, entry.Name)))
        {
            double[] values = Kept(parameter);
            double distance = Math.Sqrt(values.Zip(expected.After[key].Values, (a, b) => (a - b) * (a - b)).Sum()), size = Math.Sqrt(values.Sum(value => value * value));
            Assert.True(distance <= 1e-4 * size, $"{key} lies {distance / size:R} of its size beside PyTorch's");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TenSteps_Float64_LossesAndWeightsAreThose(string name)
    {
        Case expected = Cases.Single(entry => entry.Name == name);
        ModelCase actual = ModelCase.Make(name, DType.Float64);

        for (int step = 0; step < expected.Losses.Length; step++)
        {
            Close.To(expected.Losses[step], actual.Step(step), 1e-8, 0, $"loss of step {step}");
        }

        foreach ((string key, Tensor parameter) in actual.Model.NamedParameters())
        {
            After after = expected.After[key];
            double moved = (parameter.Detach() - HashFill.Weight(key, parameter.Shape)).Norm().Item();
            double[] values = Kept(parameter);
            Close.To(after.Moved, moved, 1e-5, 0, $"the way of {key}");
            for (int i = 0; i < values.Length; i++)
            {
                Close.To(after.Values[i], values[i], 1e-6, 1e-7, $"{key}, value {i}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Parameters_OfEachModel_AreAsManyAsInPyTorchUnderTheSameNames(string name)
    {
        Case expected = Cases.Single(entry => entry.Name == name);

        Module model = ModelCase.Make(name, DType.Float32).Model;

        Assert.Equal(expected.Parameters, model.ParameterCount);
        Assert.Equal(expected.After.Keys, model.NamedParameters().Select(entry => entry.Name));
    }

    // Batch normalization takes away a bias before it, and softmax what is added to all scores of a query, as the bias of the keys is: such gradients are rounding alone, which Adam blows up in float32.
    private static bool Drifts(string model, string parameter) =>
        (model == "clinical-mlp" && (parameter is "0.bias" or "4.bias" or "8.bias")) || parameter.EndsWith("att.qkv.bias", StringComparison.Ordinal);

    // As the oracle keeps them: spread evenly from the first to the last.
    private static double[] Kept(Tensor parameter)
    {
        double[] all = parameter.Detach().To(DType.Float64).ToArray<double>();
        return [.. Enumerable.Range(0, 8).Select(i => all[(long)i * (all.Length - 1) / 7])];
    }

    private sealed record Case(string Name, long Parameters, double[] Losses, double[] SingleLosses, Dictionary<string, After> After);

    private sealed record After(double Moved, double[] Values);
}
