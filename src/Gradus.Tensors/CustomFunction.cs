using Gradus.Tensors.Autograd;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>The base of operators whose gradient is written by hand: PyTorch's <c>torch.autograd.Function</c>. Constants of the operator are fields of the class.</summary>
/// <remarks>
/// Forward runs without recording. Backward is computed with the public operators, so that gradients of gradients work by themselves, unless <see cref="OnceDifferentiable"/> says that it is not.
/// An instance may be applied any number of times; each call has its own <see cref="FunctionContext"/>.
/// </remarks>
public abstract class CustomFunction
{
    /// <summary>The name for messages and drawings; the type's name by default.</summary>
    public virtual string Name => GetType().Name;

    /// <summary>True when Backward is not made of differentiable operators; gradients of gradients are then refused instead of being wrong.</summary>
    protected virtual bool OnceDifferentiable => false;

    /// <summary>Computes the only result.</summary>
    /// <param name="inputs">The inputs; integers and tensors without gradients too.</param>
    /// <returns>The result.</returns>
    /// <exception cref="InvalidOperationException">Forward gave none or several; use <see cref="ApplyAll"/> then.</exception>
    public Tensor Apply(params ReadOnlySpan<Tensor> inputs)
    {
        Tensor[] results = ApplyAll(inputs);
        return results.Length == 1 ? results[0] : throw new InvalidOperationException($"{Name}.Apply needs a Forward with one result; it gave {results.Length}. Use ApplyAll.");
    }

    /// <summary>Computes all results.</summary>
    /// <param name="inputs">The inputs; integers and tensors without gradients too.</param>
    /// <returns>The results, in the order in which Forward gives them.</returns>
    /// <exception cref="InvalidOperationException">Forward changed an input in place.</exception>
    public Tensor[] ApplyAll(params ReadOnlySpan<Tensor> inputs)
    {
        Tensor[] given = inputs.ToArray();
        bool[] needs = Array.ConvertAll(given, input => input.RequiresGrad);
        bool records = NoGrad.IsRecording && Array.Exists(needs, need => need);
        int[] versions = Array.ConvertAll(given, input => input.Block.Version);
        FunctionContext context = new(needs);
        Tensor[] results;
        using (NoGrad.Enter())
        {
            results = (Tensor[])Forward(context, given).Clone();
        }

        for (int i = 0; i < given.Length; i++)
        {
            if (given[i].Block.Version != versions[i])
            {
                throw new InvalidOperationException($"Forward of {Name} changed input {i} in place, which cannot be recorded. Work on a Clone().");
            }
        }

        for (int i = 0; i < results.Length; i++)
        {
            // A tensor from outside must not get this function as its origin.
            if (results[i].RequiresGrad || Array.IndexOf(given, results[i]) >= 0)
            {
                results[i] = results[i].Detach();
            }
        }

        if (records)
        {
            new FunctionNode(this, context, given, results).Attach(Array.ConvertAll(results, result => context.IsConstant(result) ? null : result));
        }

        return results;
    }

    /// <summary>Computes the results from the inputs. Nothing is recorded.</summary>
    /// <param name="context">Saves what the gradient needs.</param>
    /// <param name="inputs">The inputs.</param>
    /// <returns>At least one result.</returns>
    protected abstract Tensor[] Forward(FunctionContext context, IReadOnlyList<Tensor> inputs);

    /// <summary>Computes the gradients of the inputs.</summary>
    /// <param name="context">What Forward saved.</param>
    /// <param name="gradients">The gradient of each result, of its shape; zeros where the final result does not depend on it.</param>
    /// <returns>One for each input, of its shape and type; null for zero, and for inputs that need none (<see cref="FunctionContext.Needs"/>).</returns>
    protected abstract Tensor?[] Backward(FunctionContext context, IReadOnlyList<Tensor> gradients);

    private sealed class FunctionNode : MultiOutputNode
    {
        private readonly CustomFunction _function;
        private readonly FunctionContext _context;
        private readonly (int[] Sizes, DType DType)[] _inputs;
        private readonly (int[] Sizes, DType DType)[] _results;
        private readonly int[]? _lost;

        internal FunctionNode(CustomFunction function, FunctionContext context, Tensor[] inputs, Tensor[] results)
            : base(inputs)
        {
            _function = function;
            _context = context;
            _context.Node = this;
            _inputs = Array.ConvertAll(inputs, input => (input.Sizes, input.DType));
            _results = Array.ConvertAll(results, result => (result.Sizes, result.DType));
            _lost = context.Intermediate(inputs, results)?.Sizes;
        }

        internal override string Name => _function.Name;

        internal override void Release()
        {
            base.Release();
            _context.Free();
        }

        protected override void Backward(Tensor?[] gradients)
        {
            DemandHigherOrder();
            bool[] needs = new bool[InputCount];
            for (int i = 0; i < needs.Length; i++)
            {
                needs[i] = Needs(i);
            }

            _context.SetNeeds(needs);
            Tensor[] complete = new Tensor[gradients.Length];
            for (int i = 0; i < complete.Length; i++)
            {
                complete[i] = gradients[i] ?? Tensor.Full(0, _results[i].DType, _results[i].Sizes);
            }

            Tensor?[] sent = _function.Backward(_context, complete);
            if (sent.Length != needs.Length)
            {
                throw new InvalidOperationException($"Backward of {Name} gave {sent.Length} gradients for {needs.Length} inputs; it must give one for each, null where none is needed.");
            }

            for (int i = 0; i < sent.Length; i++)
            {
                if (sent[i] is { } gradient && needs[i])
                {
                    Demand(gradient, i);
                    Send(i, gradient);
                }
            }
        }

        private void DemandHigherOrder()
        {
            if (!NoGrad.IsRecording)
            {
                return;
            }

            if (_function.OnceDifferentiable)
            {
                throw new NotSupportedException($"{Name} is once differentiable, so its gradient has no gradient; createGraph cannot go through it. Write its Backward in operators on tensors and drop OnceDifferentiable.");
            }

            if (_lost is not null)
            {
                throw new NotSupportedException(
                    $"{Name} saved a tensor of shape {ShapeMath.Format(_lost)} that is neither an input nor a result, so its part in the gradient of the gradient would be lost. Save inputs or results and compute it again in Backward, keep constants in State, or make the function OnceDifferentiable.");
            }
        }

        private void Demand(Tensor gradient, int index)
        {
            (int[] sizes, DType dtype) = _inputs[index];
            if (!gradient.Shape.SequenceEqual(sizes) || gradient.DType != dtype)
            {
                throw new InvalidOperationException(
                    $"Backward of {Name} gave {gradient.DType} {ShapeMath.Format(gradient.Sizes)} as the gradient of input {index}, which is {dtype} {ShapeMath.Format(sizes)}; the two must be alike. Did you forget Sum over a broadcast dimension?");
            }
        }
    }
}
