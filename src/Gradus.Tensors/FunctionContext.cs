using Gradus.Tensors.Autograd;

namespace Gradus.Tensors;

/// <summary>What a <see cref="CustomFunction"/> keeps from its forward computation for its gradient. Each call has its own.</summary>
public sealed class FunctionContext
{
    private readonly List<Tensor> _constantResults = [];
    private SavedTensor[] _saved = [];
    private Tensor[] _savedAs = [];
    private bool[] _needs;

    internal FunctionContext(bool[] needs) => _needs = needs;

    /// <summary>Anything else to keep: sizes, indices, constants. Tensors whose gradient matters belong into <see cref="Save"/>.</summary>
    public object? State { get; set; }

    internal Node? Node { get; set; }

    /// <summary>Keeps tensors for the gradient; it refuses when one was changed in place since. Save inputs and results only when gradients of gradients are wanted.</summary>
    /// <param name="tensors">In any order; <see cref="Saved"/> gives them back by place. A second call replaces the first.</param>
    public void Save(params ReadOnlySpan<Tensor> tensors)
    {
        _savedAs = tensors.ToArray();
        _saved = Array.ConvertAll(_savedAs, tensor => new SavedTensor(tensor));
    }

    /// <summary>A saved tensor.</summary>
    /// <param name="index">Its place in <see cref="Save"/>.</param>
    /// <returns>The tensor.</returns>
    /// <exception cref="InvalidOperationException">It was changed in place since, or freed by an earlier Backward.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Nothing was saved there.</exception>
    public Tensor Saved(int index)
    {
        if (index < 0 || index >= _saved.Length)
        {
            throw Node is { Released: true }
                ? new InvalidOperationException($"What {Node.Name} saved was freed by an earlier Backward. Give retainGraph: true the first time to go through a graph twice.")
                : new ArgumentOutOfRangeException(nameof(index), index, $"Saved({index}) was asked for, but {_saved.Length} tensors were saved.");
        }

        return _saved[index].Get(Node!);
    }

    /// <summary>Whether the gradient of an input is wanted, so that others need not be computed.</summary>
    /// <param name="input">The place of the input.</param>
    /// <returns>False for inputs that require no gradient.</returns>
    public bool Needs(int input) => _needs[input];

    /// <summary>Says that a result has no gradient, as indices have none; it will not require one. Results of integers need not be named.</summary>
    /// <param name="result">A result that Forward will return.</param>
    public void MarkNonDifferentiable(Tensor result) => _constantResults.Add(result);

    internal bool IsConstant(Tensor result) => _constantResults.Contains(result);

    internal void SetNeeds(bool[] needs) => _needs = needs;

    /// <summary>The first saved tensor that is neither an input nor a result, so that its history is not known.</summary>
    internal Tensor? Intermediate(IReadOnlyList<Tensor> inputs, Tensor[] results) =>
        Array.Find(_savedAs, tensor => tensor.DType.IsFloatingPoint() && !inputs.Contains(tensor) && Array.IndexOf(results, tensor) < 0);

    internal void Free() => (_saved, _savedAs, State) = ([], [], null);
}
