using Gradus.Learning.Data;
using Gradus.Learning.Data.Resampling;
using Gradus.Learning.Tests.Fixtures;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Data.Resampling;

public sealed class ResamplingTests
{
    private static readonly int[] Labels = [0, 0, 1, 0, 2, 0, 1, 0, 0, 2, 0];

    [Fact]
    public void Oversample_EachClass_IsAsLargeAsTheLargest()
    {
        int[] rows = ClassBalance.Oversample(Labels, seed: 1);

        Assert.Equal(Enumerable.Range(0, 11), rows[..11]);
        Assert.All(rows.CountBy(row => Labels[row]), count => Assert.Equal(7, count.Value));
        Assert.Equal(rows, ClassBalance.Oversample(Labels, seed: 1));
        Assert.NotEqual(rows, ClassBalance.Oversample(Labels, seed: 2));
    }

    [Fact]
    public void Undersample_EachClass_IsAsSmallAsTheSmallest()
    {
        int[] rows = ClassBalance.Undersample(Labels, seed: 1);

        Assert.Equal(rows.Order().Distinct(), rows);
        Assert.All(rows.CountBy(row => Labels[row]), count => Assert.Equal(2, count.Value));
        Assert.NotEqual(rows, ClassBalance.Undersample(Labels, seed: 5));
    }

    [Fact]
    public void Smote_NewRows_LieBetweenARowAndANearNeighbourOfItsClass()
    {
        Rng rng = new(3);
        int[] labels = [.. Enumerable.Range(0, 60).Select(row => row < 40 ? 0 : row < 52 ? 1 : 2)];
        double[] values = [.. Enumerable.Range(0, 60 * 3).Select(_ => rng.NextNormal())];

        TensorDataset all = new Smote(4).Apply(Tensor.From(values, 60, 3), labels, seed: 8);

        double[] made = all.Inputs.ToArray<double>();
        long[] targets = all.Targets.ToArray<long>();
        Assert.Equal(120, all.Count);
        Assert.Equal(values, made[..180]);
        Assert.Equal([40, 40, 40], targets.CountBy(label => label).OrderBy(count => count.Key).Select(count => count.Value));
        for (int row = 60; row < 120; row++)
        {
            int[] members = [.. Enumerable.Range(0, 60).Where(member => labels[member] == targets[row])];
            double[] point = made[(row * 3)..((row + 1) * 3)];
            Assert.Contains(members, member => Nearest(values, members, member, 4).Any(other => IsBetween(point, values[(member * 3)..((member * 3) + 3)], values[(other * 3)..((other * 3) + 3)])));
        }

        Assert.Equal(made, new Smote(4).Apply(Tensor.From(values, 60, 3), labels, seed: 8).Inputs.ToArray<double>());
        Assert.NotEqual(made, new Smote(4).Apply(Tensor.From(values, 60, 3), labels, seed: 9).Inputs.ToArray<double>());
    }

    [Fact]
    public void Nearest_OracleCase_IsScikitLearns()
    {
        Case expected = Fixture.Read<Case>("preprocessing.json").Single(entry => entry.Name == "neighbours");

        int[][] nearest = new Smote(5).Nearest([.. expected.Train!.Select(value => value!.Value)], 3, [.. Enumerable.Range(0, 30)]);

        Assert.Equal(expected.Expected.Select(row => (int)row!.Value), nearest.SelectMany(row => row));
    }

    [Fact]
    public void Smote_LonelyRow_IsNamed()
    {
        Assert.Contains("one row of the class 1", Assert.Throws<ArgumentException>(() => new Smote().Apply(Tensor.Zeros(3, 1), [0, 0, 1])).Message, StringComparison.Ordinal);
        Assert.Contains("NaN in row 1, column 0", Assert.Throws<ArgumentException>(() => new Smote().Apply(Tensor.From([0f, float.NaN], 2, 1), [0, 1])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Smote().Apply(Tensor.Zeros(3, 1), [0, 0]));
    }

    private static int[] Nearest(double[] values, int[] members, int member, int count) =>
        [.. members.Where(other => other != member).OrderBy(other => Enumerable.Range(0, 3).Sum(axis => Math.Pow(values[(other * 3) + axis] - values[(member * 3) + axis], 2))).Take(count)];

    // point = from + u (to − from) with one u of [0, 1) for all axes.
    private static bool IsBetween(double[] point, double[] from, double[] to)
    {
        double[] shares = [.. Enumerable.Range(0, 3).Select(axis => (point[axis] - from[axis]) / (to[axis] - from[axis]))];
        return shares.All(share => share is > -1e-9 and < 1 + 1e-9 && Math.Abs(share - shares[0]) < 1e-6);
    }

    private sealed record Case(string Name, double?[]? Train, double?[] Expected);
}
