using Gradus.Tensors;

namespace Gradus.Learning.Training.Parallel;

/// <summary>What one shard of a batch gave. Memory goes round between parameters, shards and replicas, so that none is made anew.</summary>
internal sealed class Shard(int parameters, int buffers)
{
    private readonly Tensor?[] _gradients = new Tensor?[parameters];
    private readonly bool[] _present = new bool[parameters];

    /// <summary>The rows of the shard over those of the batch.</summary>
    internal double Share { get; set; }

    /// <summary>The mean loss of its rows.</summary>
    internal double Loss { get; set; }

    /// <summary>What the buffers were afterwards; null for those that it did not change.</summary>
    internal Tensor?[] Buffers { get; } = new Tensor?[buffers];

    /// <summary>Takes the gradient of a parameter over.</summary>
    /// <returns>The memory that lay here before, or null.</returns>
    internal Tensor? Take(int place, Tensor parameter)
    {
        _present[place] = parameter.Grad is not null;
        if (!_present[place])
        {
            return null;
        }

        Tensor? before = _gradients[place];
        _gradients[place] = parameter.Grad;
        parameter.Grad = null;
        return before;
    }

    /// <summary>Gives the gradient to a parameter.</summary>
    internal void Hand(int place, Tensor parameter)
    {
        parameter.Grad = _present[place] ? _gradients[place] : null;
        _gradients[place] = _present[place] ? null : _gradients[place];
    }

    /// <summary>Adds the gradients of another shard.</summary>
    internal void Add(Shard other)
    {
        for (int place = 0; place < _gradients.Length; place++)
        {
            if (_present[place] && other._present[place])
            {
                _gradients[place]!.AddInPlace(other._gradients[place]!);
            }
            else if (other._present[place])
            {
                (_gradients[place], other._gradients[place]) = (other._gradients[place], _gradients[place]);
                _present[place] = true;
            }
        }
    }
}
