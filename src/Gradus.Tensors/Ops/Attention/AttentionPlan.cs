using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Attention;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors.Ops.Attention;

/// <summary>What attention was asked for, and how it is computed with basic operators: for float64, for masks that are trained, and where the gradient of a fused gradient is wanted.</summary>
internal sealed unsafe class AttentionPlan
{
    private readonly double _dropout;
    private readonly RngState _random;

    internal AttentionPlan(Tensor query, Tensor key, Tensor value, Tensor? mask, bool causal, double scale, double dropout, Rng? rng)
    {
        const string What = "ScaledDotProductAttention";
        Lead = ShapeMath.Broadcast(ShapeMath.Broadcast(query.Sizes[..^2], key.Sizes[..^2], What), value.Sizes[..^2], What);
        (Queries, Keys, Causal, Scale, Mask, _dropout) = (query.Sizes[^2], key.Sizes[^2], causal, scale, mask, dropout);
        if (mask is not null && !ShapeMath.Broadcast(mask.Sizes, [.. Lead, Queries, Keys], What).AsSpan().SequenceEqual([.. Lead, Queries, Keys]))
        {
            throw new ArgumentException($"{What} got a mask of shape {ShapeMath.Format(mask.Sizes)}, which does not broadcast to {ShapeMath.Format([.. Lead, Queries, Keys])}.", nameof(mask));
        }

        if (dropout > 0)
        {
            rng!.Position = (rng.Position + 3) & ~3ul;
            _random = rng.State;
            rng.Position += (ulong)ShapeMath.Count(Lead) * (ulong)Queries * (((ulong)Keys + 3) & ~3ul);
        }
    }

    internal int[] Lead { get; }

    internal int Queries { get; }

    internal int Keys { get; }

    internal bool Causal { get; }

    internal double Scale { get; }

    internal Tensor? Mask { get; }

    /// <summary>What the kernels need to know besides the operands.</summary>
    internal AttentionCall Call()
    {
        AttentionCall call = new()
        {
            Isa = IsaTable.Current,
            LeadRank = Lead.Length,
            Heads = ShapeMath.Count(Lead),
            Queries = Queries,
            Keys = Keys,
            Scale = (float)Scale,
            Causal = Causal,
            Dropout = _dropout,
            Random = _random,
        };
        for (int i = 0; i < Lead.Length; i++)
        {
            call.Lead[i] = Lead[i];
        }

        return call;
    }

    internal Tensor Forward(Tensor query, Tensor key, Tensor value)
    {
        Tensor weights = Probabilities(query, key);
        return (Factors(weights.DType) is { } factors ? weights * factors : weights).MatMul(value);
    }

    internal (Tensor Query, Tensor Key, Tensor Value) Backward(Tensor query, Tensor key, Tensor value, Tensor gradient)
    {
        Tensor weights = Probabilities(query, key);
        Tensor? factors = Factors(weights.DType);
        Tensor dropped = factors is null ? weights : weights * factors;
        Tensor slope = gradient.MatMul(value.Transpose(-2, -1));
        slope = factors is null ? slope : slope * factors;
        Tensor scores = weights * (slope - (slope * weights).Sum(-1, true)) * Scale;
        return (scores.MatMul(key).SumTo(query.Sizes), scores.Transpose(-2, -1).MatMul(query).SumTo(key.Sizes), dropped.Transpose(-2, -1).MatMul(gradient).SumTo(value.Sizes));
    }

    private Tensor Probabilities(Tensor query, Tensor key)
    {
        Tensor scores = query.MatMul(key.Transpose(-2, -1)) * Scale;
        if (Keys == 0)
        {
            return scores.Softmax(-1);
        }

        scores = Causal ? scores.MaskedFill(Behind(), double.NegativeInfinity) : Mask is null ? scores : scores + Mask;
        Tensor empty = scores.Detach().Max(-1, true).Values.Equal(double.NegativeInfinity);
        return scores.MaskedFill(empty, 0).Softmax(-1).MaskedFill(empty, 0);
    }

    // True at the keys that a query may not see.
    private Tensor Behind() => Tensor.Ones(DType.Bool, Queries, Keys).Triu(1);

    private Tensor? Factors(DType dtype)
    {
        if (_dropout == 0)
        {
            return null;
        }

        Tensor factors = Tensor.Empty([.. Lead, Queries, Keys], DType.Float32);
        AttentionCall call = Call();
        AttentionKernel.Drop(call, 0, 0, call.Heads * Queries, Keys, factors.Pointer<float>());
        return factors.To(dtype);
    }
}
