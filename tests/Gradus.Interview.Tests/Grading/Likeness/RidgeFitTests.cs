using Gradus.Interview.Grading.Likeness;

namespace Gradus.Interview.Tests.Grading.Likeness;

public sealed class RidgeFitTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 3)]
    [InlineData(60, 5)]
    public void Solve_RandomKernel_FulfilsItsEquation(int size, int outputs)
    {
        Random random = new(size);
        double[][] features = [.. Enumerable.Range(0, size).Select(_ => Enumerable.Range(0, 4).Select(_ => random.NextDouble() - 0.5).ToArray())];
        double[][] kernel = [.. features.Select(row => features.Select(other => row.Zip(other, (a, b) => a * b).Sum()).ToArray())];
        double[][] targets = [.. Enumerable.Range(0, size).Select(_ => Enumerable.Range(0, outputs).Select(_ => random.NextDouble()).ToArray())];
        double[][] solved = [.. targets.Select(row => row.ToArray())];

        RidgeFit.Solve([.. kernel.Select(row => row.ToArray())], solved, 0.3);

        for (int row = 0; row < size; row++)
        {
            for (int output = 0; output < outputs; output++)
            {
                double product = (0.3 * solved[row][output]) + Enumerable.Range(0, size).Sum(k => kernel[row][k] * solved[k][output]);
                Assert.Equal(targets[row][output], product, 1e-10);
            }
        }
    }
}
