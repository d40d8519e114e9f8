using System.Collections.Concurrent;
using Gradus.Tensors;

namespace Gradus.Learning.Data;

/// <summary>Makes the batches of an epoch on a thread of its own, a few ahead of whoever takes them.</summary>
/// <remarks>The thread makes them one after the other with the same calls, so they have the same bits. A fault is thrown where its batch would have been handed out.</remarks>
internal static class Prefetcher
{
    /// <summary>Hands out batches.</summary>
    /// <param name="make">Makes one batch; called for <paramref name="from"/>, then from + 1, and so on.</param>
    /// <param name="from">The first.</param>
    /// <param name="to">The first that is not made.</param>
    /// <param name="ahead">How many may wait.</param>
    internal static IEnumerable<Batch> Run(Func<int, Batch> make, int from, int to, int ahead)
    {
        using BlockingCollection<Batch> ready = new(ahead);
        using CancellationTokenSource stop = new();
        Task making = Task.Factory.StartNew(
            () =>
            {
                try
                {
                    for (int batch = from; batch < to; batch++)
                    {
                        ready.Add(Make(make, batch), stop.Token);
                    }
                }
                catch (OperationCanceledException) when (stop.IsCancellationRequested)
                {
                    // Whoever took the batches wants no more.
                }
                finally
                {
                    ready.CompleteAdding();
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        try
        {
            while (ready.TryTake(out Batch batch, Timeout.Infinite))
            {
                // The taker's scope gives the memory back, as if the batch had been made here.
                TensorScope.Adopt(batch.Inputs);
                TensorScope.Adopt(batch.Targets);
                Adopt(batch.Lengths);
                Adopt(batch.TargetLengths);
                yield return batch;
            }

            making.GetAwaiter().GetResult();
        }
        finally
        {
            stop.Cancel();
            Task.WaitAny(making);
        }
    }

    // What was needed on the way is given back at once; the batch itself belongs to nobody until it is taken.
    private static Batch Make(Func<int, Batch> make, int number)
    {
        using TensorScope scope = new();
        Batch batch = make(number);
        batch.Inputs.Keep();
        batch.Targets.Keep();
        batch.Lengths?.Keep();
        batch.TargetLengths?.Keep();
        return batch;
    }

    private static void Adopt(Tensor? tensor)
    {
        if (tensor is not null)
        {
            TensorScope.Adopt(tensor);
        }
    }
}
