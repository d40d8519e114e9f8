using Gradus.Learning.Data;
using Gradus.Tensors;

namespace Gradus.Learning.Training.Parallel;

/// <summary>A model that computes shards: the trained one itself, or a copy that follows it.</summary>
internal sealed class Replica<TModel>
    where TModel : Module
{
    private readonly TModel _original;
    private readonly TModel _model;
    private readonly Func<TModel, Batch, Tensor> _loss;
    private readonly Tensor[] _parameters;
    private readonly Tensor[] _sources;
    private readonly Tensor[] _buffers;
    private readonly int[] _parameterVersions;
    private readonly (int Own, int Start)[] _bufferVersions;

    // For each parameter memory for gradients that nobody uses now.
    private readonly Stack<Tensor>[] _spare;

    /// <summary>Makes the replica while the buffers of the model are as they were when <paramref name="buffers"/> was made.</summary>
    internal Replica(TModel original, TModel model, BufferMean buffers, Func<TModel, Batch, Tensor> loss)
    {
        (_original, _model, _loss) = (original, model, loss);
        if (model != original)
        {
            model.Initialize(original.Seed);
            model.LoadStateDictionary(original.StateDictionary());
        }

        (_sources, _parameters) = ([.. original.Parameters()], [.. model.Parameters()]);
        _buffers = [.. model.NamedBuffers().Select(entry => entry.Tensor)];
        _parameterVersions = [.. _sources.Select(source => source.Version)];
        _bufferVersions = [.. _buffers.Select((buffer, place) => (buffer.Version, buffers.Start(place).Version))];
        _spare = [.. _parameters.Select(_ => new Stack<Tensor>())];
    }

    /// <summary>Takes over what has changed in the trained model: weights, modes and what is frozen.</summary>
    internal void Begin()
    {
        for (int place = 0; place < _parameters.Length; place++)
        {
            if (_parameters[place].Grad is { } old)
            {
                _spare[place].Push(old);
                _parameters[place].Grad = null;
            }
        }

        if (_model == _original)
        {
            return;
        }

        using NoGrad quiet = NoGrad.Enter();
        for (int place = 0; place < _sources.Length; place++)
        {
            _parameters[place].RequiresGrad = _sources[place].RequiresGrad;
            if (_sources[place].Version != _parameterVersions[place])
            {
                _parameters[place].CopyFrom(_sources[place].Detach());
                _parameterVersions[place] = _sources[place].Version;
            }
        }

        // Parents come first, so that what is set for one module alone is set last.
        foreach (((_, Module from), (_, Module to)) in _original.Modules().Zip(_model.Modules()))
        {
            if (from.Training != to.Training)
            {
                to.Train(from.Training);
            }
        }
    }

    /// <summary>Computes loss, gradient and new buffers of one shard.</summary>
    internal void Run(Batch batch, int shard, int shards, ulong stream, BufferMean buffers, Shard result)
    {
        using TensorScope scope = new();
        int rows = batch.Inputs.Shape[0], from = (int)((long)shard * rows / shards), to = (int)((shard + 1L) * rows / shards);
        _model.PlaceStreams(stream);
        PlaceBuffers(buffers);
        LendMemory();
        Batch part = new(batch.Inputs.Slice(0, from, to), batch.Targets.Slice(0, from, to)) { Lengths = batch.Lengths?.Slice(0, from, to), TargetLengths = batch.TargetLengths?.Slice(0, from, to) };
        Tensor loss = _loss(_model, part);
        result.Share = (double)(to - from) / rows;
        result.Loss = loss.Item();
        loss.Backward(Tensor.Full(result.Share, loss.DType, loss.Shape));
        for (int place = 0; place < _parameters.Length; place++)
        {
            if (result.Take(place, _parameters[place]) is { } memory)
            {
                _spare[place].Push(memory);
            }
        }

        TakeBuffers(result);
    }

    // Backward writes into the memory of a gradient that was forgotten.
    private void LendMemory()
    {
        for (int place = 0; place < _parameters.Length; place++)
        {
            if (_spare[place].TryPop(out Tensor? memory))
            {
                _parameters[place].Grad = memory;
                _parameters[place].ZeroGrad();
            }
        }
    }

    // Each shard begins with the buffers from before the batch; what neither side has changed is there already.
    private void PlaceBuffers(BufferMean buffers)
    {
        using NoGrad quiet = NoGrad.Enter();
        for (int place = 0; place < _buffers.Length; place++)
        {
            Tensor start = buffers.Start(place);
            if (_bufferVersions[place] != (_buffers[place].Version, start.Version))
            {
                _buffers[place].CopyFrom(start);
                _bufferVersions[place] = (_buffers[place].Version, start.Version);
            }
        }
    }

    private void TakeBuffers(Shard result)
    {
        using NoGrad quiet = NoGrad.Enter();
        using OutsideScope outside = TensorScope.Outside();
        for (int place = 0; place < _buffers.Length; place++)
        {
            if (_buffers[place].Version == _bufferVersions[place].Own)
            {
                result.Buffers[place] = null;
                continue;
            }

            result.Buffers[place] ??= Tensor.Zeros(_buffers[place].DType, _buffers[place].Shape);
            result.Buffers[place]!.CopyFrom(_buffers[place]);
        }
    }
}
