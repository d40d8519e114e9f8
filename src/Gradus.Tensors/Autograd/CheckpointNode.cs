using Gradus.Tensors.Shapes;
using Gradus.Tensors.Storage;

namespace Gradus.Tensors.Autograd;

/// <summary>Stands for the operators of a checkpointed function until its gradient is needed; then it computes them again and the pass goes through them.</summary>
internal sealed class CheckpointNode : MultiOutputNode
{
    private readonly int[][] _sizes;
    private CheckpointedCall? _call;

    internal CheckpointNode(CheckpointedCall call, Tensor[] results)
        : base(call.Inputs)
    {
        _call = call;
        _sizes = Array.ConvertAll(results, result => result.Sizes);
    }

    internal override string Name => "Checkpoint";

    internal override bool Unfolds => true;

    internal override void Release()
    {
        base.Release();
        _call = null;
    }

    protected override void Backward(Tensor?[] gradients)
    {
        BackwardPass pass = ThreadContext.Current.Pass!;
        TensorScope? scope = pass.CreatesGraph ? null : new TensorScope();
        bool handedOn = false;
        try
        {
            Tensor[] results = _call!.Again(this);
            Demand(results);
            handedOn = true;
            pass.Unfold(results, gradients, scope);
        }
        finally
        {
            if (!handedOn)
            {
                scope?.Dispose();
            }
        }
    }

    private void Demand(Tensor[] results)
    {
        bool same = results.Length == _sizes.Length;
        for (int i = 0; same && i < results.Length; i++)
        {
            same = results[i].Shape.SequenceEqual(_sizes[i]);
        }

        if (!same)
        {
            string first = string.Join(", ", _sizes.Select(sizes => ShapeMath.Format(sizes))), second = string.Join(", ", results.Select(result => ShapeMath.Format(result.Sizes)));
            throw new InvalidOperationException($"A checkpointed function gave results of shapes {first} first and {second} the second time; it must compute the same when it is called again.");
        }
    }
}
