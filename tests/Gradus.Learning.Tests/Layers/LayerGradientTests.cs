using Gradus.Tensors;

namespace Gradus.Learning.Tests.Layers;

/// <summary>Gradients of inputs and parameters against central differences, in float64.</summary>
public sealed class LayerGradientTests
{
    private const int Directions = 6;

    public static TheoryData<string> Names => [.. LayerTable.All.Where(spec => spec.Smooth).Select(spec => spec.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Forward_AtTheFixture_GradientsAreSlopes(string name)
    {
        LayerSpec spec = LayerTable.Get(name);
        Module module = LayerCase.All[name].Prepare(spec, DType.Float64);
        Tensor[] inputs = LayerCase.All[name].Leaves(DType.Float64);
        int[] real = [.. Enumerable.Range(0, inputs.Length).Where(i => inputs[i].RequiresGrad)];
        Tensor[] leaves = [.. real.Select(i => inputs[i])];

        string? ofInputs = leaves.Length == 0 ? null : GradientChecker.CheckAll(Call, leaves, directions: Directions);
        string? ofAll = GradientChecker.CheckAll(Call, [.. leaves, .. module.Parameters()], directions: Directions, layouts: false);

        Assert.Null(ofInputs);
        Assert.Null(ofAll);

        // Only inputs come as other tensors; parameters are moved where they lie.
        IReadOnlyList<Tensor> Call(IReadOnlyList<Tensor> points)
        {
            Tensor[] all = [.. inputs];
            for (int i = 0; i < real.Length; i++)
            {
                all[real[i]] = points[i];
            }

            return spec.Call(module, all);
        }
    }
}
