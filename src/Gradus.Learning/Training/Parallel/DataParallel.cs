using System.Runtime.ExceptionServices;
using Gradus.Learning.Data;
using Gradus.Tensors;

namespace Gradus.Learning.Training.Parallel;

/// <summary>Computes the gradient of a batch on several threads, each with a copy of the model, with the same bits for every number of copies.</summary>
/// <remarks>
/// <para>A batch of N rows is cut into shards of neighbouring rows, as equal as can be; their number is fixed (fewer for a batch too small to give each two rows) and has nothing to do with the number of replicas. Each shard is computed by itself, by whichever replica. Its
/// loss counts by its share n/N of the rows, gradients are added up in a fixed tree over the shards ((0 + 1) + (2 + 3) ...), losses in the order of the shards. So:</para>
/// <list type="bullet">
/// <item>1, 2, 3 or more replicas give the same bits, for any number of engine threads, and after a resume.</item>
/// <item>One shard gives the bits of <see cref="TrainingStep.Update(Tensor, Optimizers.Optimizer)"/> with the whole batch, if no layer draws random numbers.</item>
/// <item>Several shards give the gradient of the whole batch up to rounding, if the loss is a mean over rows and no layer looks at more than one row (as batch normalization does).</item>
/// </list>
/// <para>Batch normalization normalizes each shard by the statistics of that shard, as PyTorch's <c>DataParallel</c> does with its parts (Hoffer et al., 2017, call it ghost batch normalization): take shards of 16 rows or more. Running statistics
/// move once a batch: each shard moves them from where they stood before the batch, and the mean over shards, by rows, is kept; counters and other whole numbers are those of the first shard. Dropout draws for shard s of batch t from a place in its stream that depends on t and s alone.</para>
/// <para>The threads compute at the same time; an operator is worked off by its own thread while the engine's pool serves another. Where replicas are as many as processors, <c>GradusThreads.Count = 1</c> is best.</para>
/// </remarks>
/// <typeparam name="TModel">The kind of the model.</typeparam>
public sealed class DataParallel<TModel> : IDisposable
    where TModel : Module
{
    /// <summary>Rows of a shard from which batch normalization can take a variance.</summary>
    private const int LeastRows = 2;

    private readonly Replica<TModel>[] _replicas;
    private readonly ReplicaThread[] _threads;
    private readonly Shard[] _shards;
    private readonly Tensor[] _parameters;
    private readonly BufferMean _buffers;
    private Batch _batch;
    private long _number;
    private int _used;
    private bool _disposed;

    /// <summary>Makes the replicas and their threads.</summary>
    /// <param name="model">The model that is trained; it is the first replica.</param>
    /// <param name="replica">Makes another model of the same layers; its values are copied from <paramref name="model"/>.</param>
    /// <param name="loss">The mean loss of the rows of a batch. It is called on several threads at once, each time with another model.</param>
    /// <param name="replicas">How many models compute at the same time, at least 1.</param>
    /// <param name="shards">Into how many shards a batch is cut, at least 1; a batch of few rows is cut into fewer, of two rows at least. It is part of what the result depends on.</param>
    /// <exception cref="ArgumentException">A number is below 1, or a replica has other parameters or buffers than the model.</exception>
    public DataParallel(TModel model, Func<TModel> replica, Func<TModel, Batch, Tensor> loss, int replicas = 2, int shards = 4)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(replica);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentOutOfRangeException.ThrowIfLessThan(replicas, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(shards, 1);
        _parameters = [.. model.Parameters()];
        _buffers = new BufferMean(model);
        _shards = [.. Enumerable.Range(0, shards).Select(_ => new Shard(_parameters.Length, _buffers.Count))];
        _replicas = [.. Enumerable.Range(0, replicas).Select(place => new Replica<TModel>(model, place == 0 ? model : replica(), _buffers, loss))];
        _threads = [.. _replicas.Skip(1).Select((_, place) => new ReplicaThread(() => Work(place + 1), place + 1))];
    }

    /// <summary>How many models compute at the same time.</summary>
    public int Replicas => _replicas.Length;

    /// <summary>Into how many shards a batch is cut.</summary>
    public int Shards => _shards.Length;

    /// <summary>The step function for a trainer with one optimizer: <c>new Trainer(TrainingParts.Of(model, optimizer), parallel.Step)</c>.</summary>
    /// <param name="step">The batch.</param>
    public void Step(TrainingStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        step.Apply(Backward(step.Batch, step.Total));
    }

    /// <summary>Computes the gradient of the mean loss of a batch; it replaces the gradients of the model's parameters.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="number">The number of the batch in the training, from which places in random streams follow.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ObjectDisposedException">The threads have been ended.</exception>
    public double Backward(Batch batch, long number)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        int rows = batch.Inputs.Shape[0];
        (_batch, _number, _used) = (batch, number, Math.Clamp(rows / LeastRows, 1, _shards.Length));
        _buffers.Begin();
        foreach (ReplicaThread thread in _threads)
        {
            thread.Start();
        }

        Exception? fault = null;
        try
        {
            Work(0);
        }
        catch (Exception error) when (_threads.Length > 0)
        {
            fault = error;
        }
        catch
        {
            _buffers.Restore();
            throw;
        }

        foreach (ReplicaThread thread in _threads)
        {
            fault = thread.Wait() ?? fault;
        }

        if (fault is not null)
        {
            _buffers.Restore();
            ExceptionDispatchInfo.Throw(fault);
        }

        ReadOnlySpan<Shard> shards = _shards.AsSpan(0, _used);
        GradientTree.Sum(shards);
        for (int place = 0; place < _parameters.Length; place++)
        {
            shards[0].Hand(place, _parameters[place]);
        }

        _buffers.End(shards);
        double loss = 0;
        foreach (Shard shard in shards)
        {
            loss += shard.Share * shard.Loss;
        }

        return loss;
    }

    /// <summary>Ends the threads. The model stays as it is.</summary>
    public void Dispose()
    {
        _disposed = true;
        foreach (ReplicaThread thread in _threads)
        {
            thread.Dispose();
        }
    }

    // The shards of one replica: every so-manieth.
    private void Work(int place)
    {
        Replica<TModel> replica = _replicas[place];
        replica.Begin();
        for (int shard = place; shard < _used; shard += _replicas.Length)
        {
            ulong stream = (((ulong)_number * (ulong)_shards.Length) + (ulong)shard + 1) << 32;
            replica.Run(_batch, shard, _used, stream, _buffers, _shards[shard]);
        }
    }
}
