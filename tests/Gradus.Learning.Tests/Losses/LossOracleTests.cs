using Gradus.Learning.Losses;
using Gradus.Learning.Tests.Fixtures;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Losses;

/// <summary>Losses and their gradients against stored PyTorch values.</summary>
public sealed class LossOracleTests
{
    private static readonly IReadOnlyList<Case> Cases = Fixture.Read<Case>("losses.json");

    public static TheoryData<string, string> Names => [.. Cases.Select(entry => (entry.Kind, entry.Name))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Forward_OracleCase_ValueAndGradientAgree(string kind, string name)
    {
        Case expected = Cases.Single(entry => entry.Kind == kind && entry.Name == name);

        foreach (DType dtype in new[] { DType.Float64, DType.Float32 })
        {
            double tolerance = dtype == DType.Float64 ? 1e-12 : 2e-6;
            Check(expected, expected.Mean, Reduction.Mean, dtype, tolerance);
            Check(expected, expected.Sum, Reduction.Sum, dtype, tolerance);
        }
    }

    private static void Check(Case expected, Answer answer, Reduction reduction, DType dtype, double tolerance)
    {
        Tensor input = expected.Input.ToTensor(dtype);
        input.RequiresGrad = true;

        Tensor loss = expected.Kind switch
        {
            "crossEntropy" => new CrossEntropy(reduction).Forward(input.AsLogits(), expected.Target.ToTensor(DType.Int64)),
            "binaryCrossEntropy" => new BinaryCrossEntropyWithLogits(reduction).Forward(input.AsLogits(), expected.Target.ToTensor(dtype)),
            _ => new MeanSquaredError(reduction).Forward(input, expected.Target.ToTensor(dtype)),
        };
        loss.Backward();

        Close.To(answer.Value, loss.Item(), tolerance, tolerance, "loss");
        Close.To(answer.Gradient, input.Grad, tolerance, tolerance, "gradient");
    }

    private sealed record Case(string Name, string Kind, Packed Input, Packed Target, Answer Mean, Answer Sum);

    private sealed record Answer(double Value, Packed Gradient);
}
