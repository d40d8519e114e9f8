using Gradus.Learning.Tests.Fixtures;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Losses;

/// <summary>Every loss with its options against stored PyTorch values: results, gradients and second gradients, for every reduction.</summary>
public sealed class LossOracleTests
{
    private static readonly Dictionary<string, Case> Cases = Fixture.Read<Case>("losses.json").ToDictionary(entry => entry.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => LossTable.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Forward_EveryReduction_ValueAndGradientsArePyTorchs(string name)
    {
        foreach (DType dtype in new[] { DType.Float64, DType.Float32 })
        {
            double tolerance = dtype == DType.Float64 ? 1e-10 : 5e-5;
            foreach ((string reduction, Answer answer) in Cases[name].Answers)
            {
                (Tensor[] inputs, Tensor value) = Run(name, dtype, reduction);

                Close.To(answer.Value, value.Detach(), tolerance, tolerance, $"{reduction} in {dtype}");
                (value * Pattern(value)).Sum().Backward();
                for (int i = 0; i < inputs.Length; i++)
                {
                    Close.To(answer.Gradients[i], inputs[i].Grad, tolerance, tolerance, $"gradient {i} of {reduction} in {dtype}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Forward_Mean_SecondGradientsArePyTorchsOrThoseOfDifferences(string name)
    {
        foreach (DType dtype in new[] { DType.Float64, DType.Float32 })
        {
            (Tensor[] inputs, Tensor value) = Run(name, dtype, "mean");
            if (Cases[name].Answers["mean"].Second is not { } seconds)
            {
                if (dtype == DType.Float64)
                {
                    int directions = inputs.Sum(input => input.ElementCount) > 50 ? 3 : 0;
                    Assert.Null(GradientChecker.CheckSecond(x => LossTable.Entries[name]([.. x], Constants(name, dtype), LossReduction.Mean), inputs, directions: directions));
                }

                continue;
            }

            double tolerance = dtype == DType.Float64 ? 1e-9 : 5e-4;
            IReadOnlyList<Tensor> gradients = Gradient.Of(value * Pattern(value), inputs, createGraph: true);
            Tensor total = gradients.Select(gradient => (gradient * Pattern(gradient)).Sum()).Aggregate((a, b) => a + b);
            Tensor[] second = total.RequiresGrad ? [.. Gradient.Of(total, inputs)] : [.. inputs.Select(Tensor.ZerosLike)];
            for (int i = 0; i < inputs.Length; i++)
            {
                Close.To(seconds[i], second[i].Detach(), tolerance, tolerance, $"second gradient {i} in {dtype}");
            }
        }
    }

    [Fact]
    public void Cases_EveryLoss_HasOne()
    {
        Assert.Equal(Cases.Keys.Order(), LossTable.Entries.Keys.Order());
        Assert.Equal(["batchmean", "mean", "none", "sum"], Cases.Values.SelectMany(entry => entry.Answers.Keys).Distinct().Order());
        Assert.All(Cases.Values, entry => Assert.True(entry.Answers.Count >= 3));
    }

    private static (Tensor[] Inputs, Tensor Value) Run(string name, DType dtype, string reduction)
    {
        Tensor[] inputs = [.. Cases[name].Inputs.Select(input => input.ToTensor(dtype))];
        foreach (Tensor input in inputs)
        {
            input.RequiresGrad = true;
        }

        return (inputs, LossTable.Entries[name](inputs, Constants(name, dtype), reduction == "batchmean" ? LossTable.BatchMean : Enum.Parse<LossReduction>(reduction, ignoreCase: true)));
    }

    private static Tensor[] Constants(string name, DType dtype) => [.. Cases[name].Constants.Select(constant => constant.ToTensor(dtype))];

    // 1, 2, 3, 1, 2, 3, ...
    private static Tensor Pattern(Tensor like) => Tensor.From([.. Enumerable.Range(0, like.ElementCount).Select(i => (i % 3) + 1.0)]).To(like.DType).Reshape(like.Shape);

    private sealed record Case(string Name, Packed[] Inputs, Packed[] Constants, Dictionary<string, Answer> Answers);

    private sealed record Answer(Packed Value, Packed[] Gradients, Packed[]? Second);
}
