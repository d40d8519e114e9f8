using Gradus.Learning.Tests.Fixtures;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Optimizers;

/// <summary>Clipping by norms of several orders and by value against stored PyTorch values.</summary>
public sealed class ClippingOracleTests
{
    [Fact]
    public void Clip_OracleCases_NormsAndGradientsAgree()
    {
        IReadOnlyList<Case> cases = Fixture.Read<Case>("clipping.json");
        Assert.Equal(6, cases.Count);
        foreach (Case expected in cases)
        {
            foreach (DType dtype in new[] { DType.Float64, DType.Float32 })
            {
                double tolerance = dtype == DType.Float64 ? 1e-13 : 1e-5;
                Tensor[] parameters = [.. expected.Gradients.Select(gradient => Tensor.Zeros(dtype, gradient.Shape))];
                for (int i = 0; i < parameters.Length; i++)
                {
                    parameters[i].RequiresGrad = true;
                    parameters[i].Grad = expected.Gradients[i].ToTensor(dtype);
                }

                if (expected.Order == 0)
                {
                    GradientValues.Clip(parameters, expected.Limit);
                }
                else
                {
                    Close.To(expected.Norm!.Value, GradientNorm.Clip(parameters, expected.Limit, expected.Order ?? double.PositiveInfinity), tolerance, 0, $"norm of order {expected.Order} in {dtype}");
                }

                for (int i = 0; i < parameters.Length; i++)
                {
                    Close.To(expected.Clipped[i], parameters[i].Grad, tolerance, tolerance, $"gradient {i} after clipping of order {expected.Order} in {dtype}");
                }
            }
        }
    }

    private sealed record Case(Packed[] Gradients, double Limit, double? Order, double? Norm, Packed[] Clipped);
}
