using Gradus.Tensors;

namespace Gradus.Learning.Training.Parallel;

/// <summary>The buffers of a model before a batch, and what becomes of them after all shards.</summary>
internal sealed class BufferMean
{
    private readonly Tensor[] _buffers;
    private readonly Tensor[] _start;
    private readonly int[] _seen;

    internal BufferMean(Module model)
    {
        using OutsideScope outside = TensorScope.Outside();
        _buffers = [.. model.NamedBuffers().Select(entry => entry.Tensor)];
        _start = [.. _buffers.Select(buffer => buffer.Detach().Clone())];
        _seen = [.. _buffers.Select(buffer => buffer.Version)];
    }

    internal int Count => _buffers.Length;

    /// <summary>Remembers the values before the batch.</summary>
    internal void Begin()
    {
        using NoGrad quiet = NoGrad.Enter();
        for (int place = 0; place < _buffers.Length; place++)
        {
            if (_buffers[place].Version != _seen[place])
            {
                _start[place].CopyFrom(_buffers[place]);
                _seen[place] = _buffers[place].Version;
            }
        }
    }

    /// <summary>Puts the values from before the batch back.</summary>
    internal void Restore()
    {
        using NoGrad quiet = NoGrad.Enter();
        for (int place = 0; place < _buffers.Length; place++)
        {
            if (_buffers[place].Version != _seen[place])
            {
                _buffers[place].CopyFrom(_start[place]);
                _seen[place] = _buffers[place].Version;
            }
        }
    }

    /// <summary>The value of a buffer before the batch.</summary>
    internal Tensor Start(int place) => _start[place];

    /// <summary>Sets the model's buffers: the mean over shards by rows where numbers are real, those of the first shard that changed them elsewhere. What no shard changed stays.</summary>
    internal void End(ReadOnlySpan<Shard> shards)
    {
        using NoGrad quiet = NoGrad.Enter();
        using TensorScope scope = new();
        for (int place = 0; place < _buffers.Length; place++)
        {
            Tensor? first = null;
            foreach (Shard shard in shards)
            {
                first ??= shard.Buffers[place];
            }

            if (first is not null)
            {
                _buffers[place].CopyFrom(_buffers[place].DType.IsFloatingPoint() ? Mean(place, shards) : first);
            }
        }
    }

    private Tensor Mean(int place, ReadOnlySpan<Shard> shards)
    {
        Tensor sum = Tensor.Zeros(DType.Float64, _buffers[place].Shape);
        foreach (Shard shard in shards)
        {
            sum.AddInPlace((shard.Buffers[place] ?? _start[place]).To(DType.Float64) * shard.Share);
        }

        return sum.To(_buffers[place].DType);
    }
}
