using Gradus.Tensors;

namespace Gradus.Learning.Training;

/// <summary>Remembers the buffers of models (running statistics and their like), to put them back when a step must not have happened. Only what changed is copied, so a step pays for its running statistics alone.</summary>
internal sealed class Savepoint(IEnumerable<Tensor> buffers)
{
    private readonly Entry[] _entries = [.. buffers.Select(buffer => new Entry(buffer))];

    /// <summary>Remembers the values of now.</summary>
    internal void Take()
    {
        foreach (Entry entry in _entries)
        {
            entry.Take();
        }
    }

    /// <summary>Puts back the values that were remembered.</summary>
    internal void Restore()
    {
        foreach (Entry entry in _entries)
        {
            entry.Restore();
        }
    }

    private sealed class Entry(Tensor live)
    {
        private Tensor? _copy;
        private int _seen;

        internal void Take()
        {
            if (_copy is not null && live.Version == _seen)
            {
                return;
            }

            using NoGrad quiet = NoGrad.Enter();
            using OutsideScope outside = TensorScope.Outside();
            _copy ??= Tensor.Zeros(live.DType, live.Shape);
            _copy.CopyFrom(live);
            _seen = live.Version;
        }

        internal void Restore()
        {
            if (_copy is null || live.Version == _seen)
            {
                return;
            }

            using NoGrad quiet = NoGrad.Enter();
            live.CopyFrom(_copy);
            _seen = live.Version;
        }
    }
}
