using Gradus.Learning.Optimizers;
using Gradus.Learning.Tests.Fixtures;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Optimizers;

/// <summary>Ten steps of each optimizer over gradients of many sizes against stored PyTorch values.</summary>
public sealed class OptimizerOracleTests
{
    private static readonly IReadOnlyList<Case> Cases = Fixture.Read<Case>("optimizers.json");

    public static TheoryData<string> Names => [.. Cases.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Step_TenTimes_ParametersAgree(string name)
    {
        Case expected = Cases.Single(entry => entry.Name == name);

        Check(expected, DType.Float64, 1e-11);
        Check(expected, DType.Float32, 2e-5);
    }

    private static void Check(Case expected, DType dtype, double tolerance)
    {
        Tensor[] parameters = [.. expected.Start.Select(start => start.ToTensor(dtype))];
        foreach (Tensor parameter in parameters)
        {
            parameter.RequiresGrad = true;
        }

        Optimizer optimizer = Make(expected.Name, parameters);
        for (int step = 0; step < expected.Gradients.Length; step++)
        {
            for (int index = 0; index < parameters.Length; index++)
            {
                parameters[index].Grad = expected.Gradients[step][index].ToTensor(dtype);
            }

            optimizer.Step();

            foreach (Point point in expected.After.Where(point => point.Step == step))
            {
                for (int index = 0; index < parameters.Length; index++)
                {
                    Close.To(point.Parameters[index], parameters[index].Detach(), tolerance, tolerance, $"parameter {index} after step {step}");
                }
            }
        }
    }

    private static Optimizer Make(string name, Tensor[] parameters) => name switch
    {
        "Sgd" => new Sgd(parameters, 0.1),
        "Sgd momentum" => new Sgd(parameters, 0.1, momentum: 0.9),
        "Sgd dampening" => new Sgd(parameters, 0.1, momentum: 0.9, dampening: 0.2, weightDecay: 0.05),
        "Sgd nesterov" => new Sgd(parameters, 0.1, momentum: 0.9, weightDecay: 0.01, nesterov: true),
        "Adam" => new Adam(parameters, 0.05),
        "Adam decay" => new Adam(parameters, 0.05, beta1: 0.8, beta2: 0.95, epsilon: 1e-6, weightDecay: 0.1),
        "AdamW" => new AdamW(parameters, 0.05),
        "AdamW decay" => new AdamW(parameters, 0.05, beta1: 0.8, beta2: 0.95, epsilon: 1e-6, weightDecay: 0.2),
        _ => throw new ArgumentException($"The fixture names an unknown optimizer '{name}'."),
    };

    private sealed record Case(string Name, Packed[] Start, Packed[][] Gradients, Point[] After);

    private sealed record Point(int Step, Packed[] Parameters);
}
