using Gradus.Labs.Data;

namespace Gradus.Labs.Tests.Data;

public sealed class BinaryProblemTests
{
    [Fact]
    public void Simulated_TrainingRows_AreStandardizedAndTestRowsByThem()
    {
        BinaryProblem problem = BinaryProblem.Simulated(0.3, 400, 100, 200, 5);

        Assert.Equal(400, problem.Train.Count);
        Assert.Equal(100, problem.Validation.Count);
        Assert.Equal(200, problem.Test.Count);
        Assert.Equal(200, problem.Test.TrueRisks!.Length);
        for (int column = 0; column < problem.Train.Features; column++)
        {
            double[] values = [.. Enumerable.Range(0, 400).Select(row => (double)problem.Train.Inputs[(row * 20) + column])];
            Assert.Equal(0, values.Average(), 1e-5);
            Assert.Equal(1, values.Average(value => value * value), 1e-4);
        }

        Assert.NotEqual(0, problem.Test.Inputs.Average(), 1e-5);
    }

    [Fact]
    public void Of_Table_SplitsByClassWithoutOverlapAndReproducibly()
    {
        LabelledRows rows = new([.. Enumerable.Range(0, 100).Select(row => (float)row)], 1, [.. Enumerable.Range(0, 100).Select(row => row % 10 == 0 ? 1 : 0)]);

        BinaryProblem problem = BinaryProblem.Of(rows, 3);

        Assert.Equal((60, 20, 20), (problem.Train.Count, problem.Validation.Count, problem.Test.Count));
        Assert.Equal(100, problem.Train.Inputs.Concat(problem.Validation.Inputs).Concat(problem.Test.Inputs).Distinct().Count());
        Assert.Equal(0.1, problem.Test.Prevalence, 1e-12);
        Assert.Equal(problem.Train.Inputs, BinaryProblem.Of(rows, 3).Train.Inputs);
        Assert.NotEqual(problem.Train.Inputs, BinaryProblem.Of(rows, 4).Train.Inputs);
    }

    [Fact]
    public void Apply_MissingAndConstantColumns_BecomeZero()
    {
        LabelledRows rows = new([1, 5, 3, 5, float.NaN, 5], 2, [0, 1, 0]);

        LabelledRows standardized = Standardization.Fit(rows).Apply(rows);

        Assert.Equal([-1, 0, 1, 0, 0, 0], standardized.Inputs);
    }
}
