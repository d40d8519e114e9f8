using Gradus.Evaluation.Validation;
using Gradus.Learning.Data;
using Gradus.Learning.Layers;
using Gradus.Learning.Optimizers;
using Gradus.Learning.Training;
using Gradus.Learning.Training.Folds;
using Gradus.Tensors;

namespace Gradus.Learning.Tests.Training.Folds;

public sealed class CrossValidationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Score_FoldsOfTheCaller_GivesEachItsRowsAndAStreamOfItsOwn()
    {
        FoldRows[] folds = [new([0, 1, 2], [3]), new([3], [0, 1])];
        List<(int Number, int Train, int Validation, uint Draw)> seen = [];

        FoldScores scores = CrossValidation.Score(4, folds, run =>
        {
            seen.Add((run.Number, run.Rows.Train.Count, run.Rows.Validation.Count, run.Rng.NextUInt()));
            return run.Number == 0 ? 1 : 4;
        }, seed: 3, cancellationToken: Token);

        Assert.Equal([(0, 3, 1), (1, 1, 2)], seen.Select(each => (each.Number, each.Train, each.Validation)));
        Assert.Equal([new Rng(3).Split("fold").Split(0).NextUInt(), new Rng(3).Split("fold").Split(1).NextUInt()], seen.Select(each => each.Draw));
        Assert.Equal((2.5, Math.Sqrt(4.5)), (scores.Mean, scores.StandardDeviation));
    }

    [Fact]
    public void OutOfFold_SchemeOfEvaluation_PredictsEachRowByAModelThatDidNotSeeIt()
    {
        TensorDataset rows = SmallTraining.Labelled(1, 40);
        int[] labels = [.. rows.Targets.ToArray<float>().Select(value => (int)value)];
        FoldRows[] folds = [.. StratifiedKFold.Split(labels, 4, seed: 1).Select(fold => new FoldRows(fold.Train, fold.Test))];

        // The "model" answers with the sum of the rows that it has learned from, which names them.
        Tensor outputs = CrossValidation.OutOfFold(40, folds, run =>
            Tensor.From([.. run.Rows.Validation.SelectMany(row => new float[] { row, run.Rows.Train.Sum() })], run.Rows.Validation.Count, 2), cancellationToken: Token);

        float[] values = outputs.ToArray<float>();
        for (int row = 0; row < 40; row++)
        {
            Assert.Equal(row, values[row * 2]);
            Assert.Equal(folds.Single(fold => fold.Validation.Contains(row)).Train.Sum(), values[(row * 2) + 1]);
        }
    }

    [Fact]
    public void OutOfFold_Trained_IsTheModelOfItsFold()
    {
        TensorDataset rows = SmallTraining.Labelled(1, 12);
        FoldRows[] folds = [new([.. Enumerable.Range(0, 6)], [.. Enumerable.Range(6, 6)]), new([.. Enumerable.Range(6, 6)], [.. Enumerable.Range(0, 6)])];
        Tensor Predict(FoldRun run)
        {
            Linear model = new(5, 1);
            model.Initialize(run.Rng.NextULong());
            new Trainer(model, new Sgd(model.Parameters(), 0.1), (output, target) => (output - target).Square().Mean(), new TrainerOptions { Epochs = 3 })
                .Fit(new DataLoader(rows.Subset([.. run.Rows.Train]), 3), cancellationToken: run.CancellationToken);
            return model.Forward(rows.Subset([.. run.Rows.Validation]).Inputs);
        }

        float[] outputs = CrossValidation.OutOfFold(12, folds, Predict, seed: 5, Token).ToArray<float>();

        Assert.Equal(Predict(new FoldRun(0, folds[0], new Rng(5).Split("fold").Split(0), Token)).ToArray<float>(), outputs[6..]);
        Assert.Equal(Predict(new FoldRun(1, folds[1], new Rng(5).Split("fold").Split(1), Token)).ToArray<float>(), outputs[..6]);
    }

    [Theory]
    [InlineData(new[] { 0, 1 }, new[] { 1 }, "learns from row 1")]
    [InlineData(new[] { 0 }, new[] { 4 }, "names row 4; there are 4 rows")]
    [InlineData(new[] { -1 }, new[] { 2 }, "names row -1")]
    [InlineData(new[] { 0 }, new[] { 2, 2 }, "validates row 2 twice")]
    [InlineData(new int[0], new[] { 2 }, "0 training and 1 validation")]
    public void Score_BadRows_NamesThem(int[] train, int[] validation, string problem)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => CrossValidation.Score(4, [new FoldRows([3], [0]), new FoldRows(train, validation)], _ => 0));

        Assert.Contains("Round 1", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OutOfFold_RowTwiceOrNever_IsRefused()
    {
        FoldRows[] twice = [new([0], [1, 2]), new([0], [2])];

        Assert.Contains("Row 0 is validated 0 times", Assert.Throws<ArgumentException>(() => CrossValidation.OutOfFold(3, twice, _ => Tensor.Zeros(1))).Message, StringComparison.Ordinal);
        Assert.Contains("[1] for 2 validation rows", Assert.Throws<ArgumentException>(() => CrossValidation.OutOfFold(3, [new([2], [0, 1]), new([0], [2])], _ => Tensor.Zeros(1))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => CrossValidation.Score(3, [], _ => 0));
    }
}
