using Gradus.Learning.Data.Generated;

namespace Gradus.Learning.Tests.Data.Generated;

public sealed class SequenceTasksTests
{
    [Fact]
    public void AddingProblem_Rows_SumOneMarkedValueOfEachHalf()
    {
        AddingProblemRows rows = new AddingProblem { Rows = 6000, Length = 21 }.Generate(1);
        int[] marks = new int[21];
        for (int row = 0; row < rows.Rows; row++)
        {
            float[] steps = rows.Inputs[(row * 42)..((row + 1) * 42)];
            int[] marked = [.. Enumerable.Range(0, 21).Where(step => steps[(2 * step) + 1] == 1)];
            Assert.Equal(2, marked.Length);
            Assert.True(marked[0] < 10 && marked[1] >= 10);
            Assert.Equal(steps[2 * marked[0]] + steps[2 * marked[1]], rows.Targets[row]);
            Array.ForEach(marked, step => marks[step]++);
        }

        // Predicting 1; four standard deviations of the mean of 6,000 squares.
        Assert.Equal(AddingProblemRows.ConstantError, rows.Targets.Average(target => Math.Pow(target - 1, 2)), 0.011);
        Assert.All(marks[..10], count => Assert.InRange(count, 500, 700));
        Assert.All(marks[10..], count => Assert.InRange(count, 450, 650));
        Assert.True(rows.ToDataset().Inputs.Shape.SequenceEqual([6000, 21, 2]));
    }

    [Theory]
    [InlineData(CopyTask.DelayedCopy, 3)]
    [InlineData(CopyTask.DelayedCopy, 9)]
    [InlineData(CopyTask.Difference, 1)]
    [InlineData(CopyTask.Difference, 4)]
    public void CopyTokens_PastTokens_AreTheTargets(CopyTask task, int delay)
    {
        CopyTokensRows rows = new CopyTokens { Rows = 200, Task = task, Delay = delay, Symbols = 5 }.Generate(2);

        Assert.Equal((10, 5), (rows.Length, rows.Vocabulary));
        for (int place = 0; place < rows.Inputs.Length; place++)
        {
            int expected = place % 10 < delay ? CopyTokensRows.NothingAsked
                : task == CopyTask.DelayedCopy ? rows.Inputs[place - delay]
                : (((rows.Inputs[place] - rows.Inputs[place - delay]) % 5) + 5) % 5;
            Assert.Equal(expected, rows.Targets[place]);
        }

        Assert.All(rows.Inputs.CountBy(token => token), count => Assert.InRange(count.Value, 320, 480));
        Assert.Equal(Math.Log(5), rows.ChanceLoss);
    }

    [Fact]
    public void CopyTokens_Reversal_AsksBackwardsAfterTheEnd()
    {
        CopyTokensRows rows = new CopyTokens { Rows = 3, Task = CopyTask.Reversal, Length = 4, Symbols = 6 }.Generate(3);

        Assert.Equal((9, 8), (rows.Length, rows.Vocabulary));
        foreach ((int[] inputs, int[] targets) in rows.Inputs.Chunk(9).Zip(rows.Targets.Chunk(9)))
        {
            Assert.Equal([6, 7, 7, 7, 7], inputs[4..]);
            Assert.All(targets[..5], target => Assert.Equal(CopyTokensRows.NothingAsked, target));
            Assert.Equal(inputs[..4].Reverse(), targets[5..]);
        }
    }

    [Fact]
    public void Generate_SameSeed_SameTokens()
    {
        Assert.Equal(new CopyTokens().Generate(1).Inputs, new CopyTokens().Generate(1).Inputs);
        Assert.NotEqual(new CopyTokens().Generate(1).Inputs, new CopyTokens().Generate(2).Inputs);
        Assert.Equal(new AddingProblem().Generate(1).Inputs, new AddingProblem().Generate(1).Inputs);
        Assert.Throws<ArgumentOutOfRangeException>(() => new CopyTokens { Delay = 10 }.Generate(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AddingProblem { Length = 1 }.Generate(1));
    }
}
