using Gradus.Learning.Optimizers;
using Gradus.Learning.Tests.Fixtures;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Optimizers;

/// <summary>25 steps of each optimizer with two groups, on losses of many sizes, against stored PyTorch values (Lion: against its paper's formulas).</summary>
public sealed class OptimizerOracleTests
{
    private static readonly IReadOnlyList<Case> Cases = Fixture.Read<Case>("optimizers.json");

    public static TheoryData<string> Names => [.. Cases.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Step_TwentyFiveTimes_LossesParametersAndStateAgree(string name)
    {
        Case expected = Cases.Single(entry => entry.Name == name);

        Check(expected, DType.Float64, 1e-10);

        // L-BFGS divides by small differences of gradients, which blows the rounding of float32 up.
        Check(expected, DType.Float32, expected.Kind == "Lbfgs" ? 5e-2 : 1e-3);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Options_NotGiven_ArePyTorchs(string name)
    {
        Case expected = Cases.Single(entry => entry.Name == name);

        for (int g = 0; g < expected.Filled.Length; g++)
        {
            OptimizerOptions options = OptimizerTable.Options(expected.Kind, expected.Options[g]);
            foreach ((string key, double value) in expected.Filled[g].Where(entry => !expected.Options[g].ContainsKey(entry.Key)))
            {
                Assert.Equal(value, options.Entries.Single(entry => entry.Key == key).Get(options));
            }
        }
    }

    [Fact]
    public void Cases_EveryOptimizer_HasOne() => Assert.Equal(OptimizerTable.Entries.Keys.Order(), Cases.Select(entry => entry.Kind).Distinct().Order());

    private static void Check(Case expected, DType dtype, double tolerance)
    {
        SmallProblem problem = new(dtype);
        OptimizerOptions[] options = [.. expected.Options.Select(numbers => OptimizerTable.Options(expected.Kind, numbers))];
        Optimizer optimizer = OptimizerTable.Entries[expected.Kind].Make(problem.Groups(options[0], options.ElementAtOrDefault(1)));
        for (int step = 0; step < expected.Losses.Length; step++)
        {
            double loss = problem.Step(optimizer, expected.Scales[step]);

            Close.To(expected.Losses[step], loss, tolerance, tolerance * expected.Scales[step], $"loss of step {step} in {dtype}");
            foreach (Point point in expected.After.Where(point => point.Step == step))
            {
                for (int i = 0; i < problem.Parameters.Length; i++)
                {
                    Close.To(point.Parameters[i], problem.Parameters[i].Detach(), tolerance, tolerance, $"parameter {i} after step {step} in {dtype}");
                }
            }
        }

        if (dtype == DType.Float64)
        {
            IReadOnlyDictionary<string, Tensor> state = optimizer.StateDictionary();
            foreach ((string key, Packed value) in expected.State)
            {
                Close.To(value, state[$"state.{key}"].To(DType.Float64), 1e-6, 1e-9, key);
            }
        }
    }

    private sealed record Case(
        string Name,
        string Kind,
        Dictionary<string, double>[] Options,
        Dictionary<string, double>[] Filled,
        double[] Scales,
        double[] Losses,
        Point[] After,
        Dictionary<string, Packed> State);

    private sealed record Point(int Step, Packed[] Parameters);
}
