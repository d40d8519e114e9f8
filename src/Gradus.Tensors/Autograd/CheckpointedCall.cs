using Gradus.Tensors.Random;

namespace Gradus.Tensors.Autograd;

/// <summary>A function with its inputs, the other tensors that it reads, and where the random streams stood from which it drew.</summary>
internal sealed class CheckpointedCall(Func<IReadOnlyList<Tensor>, Tensor[]> function, Tensor[] inputs)
{
    private readonly SavedTensor[] _inputs = Array.ConvertAll(inputs, input => new SavedTensor(input));
    private SavedTensor[] _captured = [];
    private RngWatch? _streams;

    internal Tensor[] Inputs => inputs;

    /// <summary>Runs the function without recording; only its results stay in memory.</summary>
    internal Tensor[] Forward()
    {
        using NoGrad none = NoGrad.Enter();
        using TensorScope scope = new();
        using RngWatch streams = new();
        using ReadWatch reads = new();
        Tensor[] results = function(inputs);
        for (int i = 0; i < results.Length; i++)
        {
            scope.MoveOut(results[i]);

            // A result that is a tensor from outside must not get this call as its origin.
            results[i] = results[i].RequiresGrad || Array.IndexOf(inputs, results[i]) >= 0 ? results[i].Detach() : results[i];
        }

        _streams = streams;
        _captured = reads.Tensors;
        return results;
    }

    /// <summary>Runs the function again as it ran the first time, recording.</summary>
    internal Tensor[] Again(Node node)
    {
        foreach (SavedTensor saved in _inputs)
        {
            saved.Get(node);
        }

        foreach (SavedTensor saved in _captured)
        {
            saved.Get(node);
        }

        using NoGrad recording = NoGrad.Exit();
        using RngReplay replay = new(_streams!);
        return function(inputs);
    }
}
