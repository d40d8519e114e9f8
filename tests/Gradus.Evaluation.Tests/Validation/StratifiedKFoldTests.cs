using Gradus.Evaluation.Validation;

namespace Gradus.Evaluation.Tests.Validation;

public sealed class StratifiedKFoldTests
{
    private static readonly int[] Labels = [.. Enumerable.Range(0, 207).Select(row => row % 9 == 0 ? 1 : 0)];

    [Fact]
    public void Split_FiveFolds_TestEveryRowOnce()
    {
        IReadOnlyList<Fold> folds = StratifiedKFold.Split(Labels, 5, seed: 2);

        Assert.Equal(Enumerable.Range(0, 207), folds.SelectMany(fold => fold.Test).Order());
        Assert.All(folds, fold => Assert.Equal(Enumerable.Range(0, 207), fold.Train.Concat(fold.Test).Order()));
    }

    [Fact]
    public void Split_RareClass_IsInEveryFoldInItsShare()
    {
        IReadOnlyList<Fold> folds = StratifiedKFold.Split(Labels, 5, seed: 2);

        Assert.All(folds, fold => Assert.InRange(fold.Test.Count(row => Labels[row] == 1), 4, 5));
        Assert.All(folds, fold => Assert.InRange(fold.Test.Length, 41, 42));
    }

    [Fact]
    public void Split_SameSeed_SameFolds()
    {
        Assert.Equal(StratifiedKFold.Split(Labels, 3, 7)[0].Test, StratifiedKFold.Split(Labels, 3, 7)[0].Test);
        Assert.NotEqual(StratifiedKFold.Split(Labels, 3, 7)[0].Test, StratifiedKFold.Split(Labels, 3, 8)[0].Test);
    }

    [Fact]
    public void Split_ClassTooSmall_NamesIt()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => StratifiedKFold.Split([0, 0, 0, 1, 1], 3));

        Assert.Contains("2 rows of class 1 for 3 folds", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Split_RareClassAllowed_IsTestedOnceAllTheSame()
    {
        int[] labels = [.. Enumerable.Repeat(0, 20), 1, 1];

        IReadOnlyList<Fold> folds = StratifiedKFold.Split(labels, 5, allowRare: true);

        Assert.Equal(Enumerable.Range(0, 22), folds.SelectMany(fold => fold.Test).Order());
        Assert.Equal(2, folds.Count(fold => fold.Test.Any(row => labels[row] == 1)));
        Assert.All(folds, fold => Assert.Equal(4, fold.Test.Count(row => labels[row] == 0)));
    }

    [Fact]
    public void Split_FewerRowsThanFolds_IsRefused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => StratifiedKFold.Split([0, 1], 3, allowRare: true));

        Assert.Contains("2 rows for 3 folds", error.Message, StringComparison.Ordinal);
    }
}
