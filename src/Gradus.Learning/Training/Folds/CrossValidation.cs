using Gradus.Tensors;

namespace Gradus.Learning.Training.Folds;

/// <summary>Trains once for each round of given rows, and checks that no row is judged by a model that has learned from it.</summary>
public static class CrossValidation
{
    /// <summary>Scores each round.</summary>
    /// <param name="rowCount">How many rows the data set has.</param>
    /// <param name="folds">The rows of each round.</param>
    /// <param name="score">Trains on the training rows and scores the validation rows. Everything that learns from data (scalers, imputation) must be fitted in it.</param>
    /// <param name="seed">The seed of the rounds' random streams.</param>
    /// <param name="cancellationToken">Stops between two rounds, and is handed to them.</param>
    /// <returns>The scores.</returns>
    /// <exception cref="ArgumentException">There is no round, a row is not there or stands twice, or a row is in both parts of a round.</exception>
    public static FoldScores Score(int rowCount, IReadOnlyList<FoldRows> folds, Func<FoldRun, double> score, ulong seed = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(score);
        return new FoldScores([.. Run(rowCount, folds, score, seed, cancellationToken)]);
    }

    /// <summary>Predicts every row by the model of the round in which it was not learned from, as pooled metrics and stacking need it.</summary>
    /// <param name="rowCount">How many rows the data set has.</param>
    /// <param name="folds">The rows of each round; over all rounds every row must be validated exactly once.</param>
    /// <param name="predict">Trains on the training rows and gives one output for each validation row, in their order: [rows, ...].</param>
    /// <param name="seed">The seed of the rounds' random streams.</param>
    /// <param name="cancellationToken">Stops between two rounds, and is handed to them.</param>
    /// <returns>The outputs of all rows in the order of the data set.</returns>
    /// <exception cref="ArgumentException">As <see cref="Score"/>; or a row is validated never or twice; or a round gave another number of outputs than it has rows.</exception>
    public static Tensor OutOfFold(int rowCount, IReadOnlyList<FoldRows> folds, Func<FoldRun, Tensor> predict, ulong seed = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folds);
        ArgumentNullException.ThrowIfNull(predict);
        Demand(rowCount, folds);
        int[] times = new int[rowCount];
        foreach (int row in folds.SelectMany(fold => fold.Validation))
        {
            times[row]++;
        }

        int odd = Array.FindIndex(times, count => count != 1);
        if (odd >= 0)
        {
            throw new ArgumentException($"Row {odd} is validated {times[odd]} times; for one prediction of each row the rounds must validate each row once.", nameof(folds));
        }

        Tensor[] outputs = [.. Run(rowCount, folds, run => Predict(run, predict), seed, cancellationToken)];
        int[] places = new int[rowCount];
        foreach ((int row, int place) in folds.SelectMany(fold => fold.Validation).Select((row, place) => (row, place)))
        {
            places[row] = place;
        }

        using NoGrad quiet = NoGrad.Enter();
        return Tensor.Cat(outputs, 0).IndexSelect(0, Tensor.From([.. places.Select(place => (long)place)], rowCount));
    }

    private static Tensor Predict(FoldRun run, Func<FoldRun, Tensor> predict)
    {
        Tensor output = predict(run);
        return output.Rank > 0 && output.Shape[0] == run.Rows.Validation.Count
            ? output.Detach()
            : throw new ArgumentException($"Round {run.Number} gave outputs [{string.Join(", ", output.Shape.ToArray())}] for {run.Rows.Validation.Count} validation rows; the first axis must be those rows.", nameof(predict));
    }

    private static IEnumerable<T> Run<T>(int rowCount, IReadOnlyList<FoldRows> folds, Func<FoldRun, T> body, ulong seed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folds);
        Demand(rowCount, folds);
        return folds.Select((fold, number) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return body(new FoldRun(number, fold, new Rng(seed).Split("fold").Split(number), cancellationToken));
        });
    }

    private static void Demand(int rowCount, IReadOnlyList<FoldRows> folds)
    {
        if (folds.Count == 0)
        {
            throw new ArgumentException("A cross-validation got no rounds; give the rows of one at least.", nameof(folds));
        }

        for (int number = 0; number < folds.Count; number++)
        {
            FoldRows fold = folds[number];
            if (fold.Train.Count == 0 || fold.Validation.Count == 0)
            {
                throw new ArgumentException($"Round {number} has {fold.Train.Count} training and {fold.Validation.Count} validation rows; it needs one of each at least.", nameof(folds));
            }

            int[] all = [.. fold.Train, .. fold.Validation];
            if (Array.FindIndex(all, row => (uint)row >= (uint)rowCount) is >= 0 and int place)
            {
                throw new ArgumentException($"Round {number} names row {all[place]}; there are {rowCount} rows, numbered from 0.", nameof(folds));
            }

            HashSet<int> validated = [];
            if (fold.Validation.FirstOrDefault(row => !validated.Add(row), -1) is >= 0 and int twice)
            {
                throw new ArgumentException($"Round {number} validates row {twice} twice.", nameof(folds));
            }

            if (fold.Train.FirstOrDefault(validated.Contains, -1) is >= 0 and int leaked)
            {
                throw new ArgumentException($"Round {number} learns from row {leaked} and is judged by it too; its score would be too good.", nameof(folds));
            }
        }
    }
}
