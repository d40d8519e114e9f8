using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels.Attention;

namespace Gradus.Tensors.Ops.Attention;

/// <summary>Attention on kernels, in float32.</summary>
internal static unsafe class FusedAttention
{
    /// <summary>The most probabilities that are kept for the gradient, 64 MiB; beyond it computes them again.</summary>
    private const long MostKept = 1 << 24;

    internal static Tensor Run(AttentionPlan plan, Tensor query, Tensor key, Tensor value)
    {
        Tensor q = Rows(query), k = Rows(key), v = Rows(value);
        Tensor y = PerHead(plan.Lead, plan.Queries, v.Sizes[^1]);
        bool recording = Recording.Of(query, key, value);
        AttentionCall call = plan.Call();
        Tensor? mask = Operands(ref call, plan, q, k, v);
        call.Output = Matrices(y, plan.Lead);
        Tensor? kept = recording && (long)call.Heads * plan.Queries * plan.Keys <= MostKept ? Tensor.Empty([(int)call.Heads, plan.Queries, plan.Keys], DType.Float32) : null;
        call.Probabilities = kept is null ? null : kept.Pointer<float>();
        AttentionKernel.Forward(call);
        GC.KeepAlive(q);
        GC.KeepAlive(k);
        GC.KeepAlive(v);
        GC.KeepAlive(mask);
        GC.KeepAlive(kept);
        if (recording)
        {
            y.Node = new AttentionNode(plan, query, key, value, q, k, v, kept);
        }

        return y;
    }

    // The kernels take any step from row to row, but numbers of a row side by side.
    private static Tensor Rows(Tensor x) => x.Sizes[^1] == 1 || x.Steps[^1] == 1 ? x : x.Contiguous();

    // [.., H, T, D] that lies in memory as [.., T, H, D].
    private static Tensor PerHead(int[] lead, int rows, int columns) => lead.Length == 0
        ? Tensor.Empty([rows, columns], DType.Float32)
        : Tensor.Empty([.. lead[..^1], rows, lead[^1], columns], DType.Float32).Transpose(-3, -2);

    private static Tensor? Operands(ref AttentionCall call, AttentionPlan plan, Tensor q, Tensor k, Tensor v)
    {
        call.Depth = q.Sizes[^1];
        call.ValueDepth = v.Sizes[^1];
        call.Query = Matrices(q, plan.Lead);
        call.Key = Matrices(k, plan.Lead);
        call.Value = Matrices(v, plan.Lead);
        if (plan.Mask is null)
        {
            return null;
        }

        call.Mask = Matrices(Expanding.ExpandTo(plan.Mask, [.. plan.Lead, plan.Queries, plan.Keys]), plan.Lead);
        return plan.Mask;
    }

    private static HeadMatrices Matrices(Tensor x, int[] lead)
    {
        HeadMatrices matrices = new() { Data = x.Pointer<float>(), Row = x.Steps[^2], Column = x.Sizes[^1] == 1 ? 1 : x.Steps[^1] };
        Span<int> steps = stackalloc int[lead.Length];
        Shapes.ShapeMath.ExpandStrides(x.Sizes[..^2], x.Steps[..^2], lead, steps);
        for (int i = 0; i < lead.Length; i++)
        {
            matrices.Steps[i] = steps[i];
        }

        return matrices;
    }

    private sealed class AttentionNode : Node
    {
        private readonly AttentionPlan _plan;
        private SavedTensor _query, _key, _value;
        private Tensor? _kept;

        internal AttentionNode(AttentionPlan plan, Tensor query, Tensor key, Tensor value, Tensor q, Tensor k, Tensor v, Tensor? kept)
            : base(query, key, value)
        {
            _plan = plan;
            (_query, _key, _value) = (new SavedTensor(q), new SavedTensor(k), new SavedTensor(v));
            Save(query, key, value);
            _kept = kept;
        }

        internal override string Name => "ScaledDotProductAttention";

        internal override void Backward(Tensor gradient)
        {
            if (NoGrad.IsRecording)
            {
                (Tensor ofQuery, Tensor ofKey, Tensor ofValue) = _plan.Backward(Saved0, Saved1, Saved2, gradient);
                Send(0, ofQuery);
                Send(1, ofKey);
                Send(2, ofValue);
                return;
            }

            Tensor q = _query.Get(this), k = _key.Get(this), v = _value.Get(this), gy = Rows(gradient);
            Tensor? gq = Needs(0) ? PerHead(_plan.Lead, _plan.Queries, q.Sizes[^1]) : null;
            Tensor? gk = Needs(1) ? PerHead(_plan.Lead, _plan.Keys, q.Sizes[^1]) : null;
            Tensor? gv = Needs(2) ? PerHead(_plan.Lead, _plan.Keys, v.Sizes[^1]) : null;
            AttentionCall call = _plan.Call();
            Operands(ref call, _plan, q, k, v);
            call.Probabilities = _kept is null ? null : _kept.Pointer<float>();
            call.GradientOutput = Matrices(gy, _plan.Lead);
            call.GradientQuery = gq is null ? default : Matrices(gq, _plan.Lead);
            call.GradientKey = gk is null ? default : Matrices(gk, _plan.Lead);
            call.GradientValue = gv is null ? default : Matrices(gv, _plan.Lead);
            if (_plan.Queries == 0)
            {
                gk?.CopyFrom(Tensor.Scalar(0, DType.Float32));
                gv?.CopyFrom(Tensor.Scalar(0, DType.Float32));
            }

            AttentionKernel.Backward(call);
            GC.KeepAlive(q);
            GC.KeepAlive(k);
            GC.KeepAlive(v);
            GC.KeepAlive(gy);
            GC.KeepAlive(_kept);
            Hand(0, gq, q);
            Hand(1, gk, k);
            Hand(2, gv, v);
        }

        internal override void Release()
        {
            (_query, _key, _value) = (default, default, default);
            _kept = null;
            base.Release();
        }

        private void Hand(int input, Tensor? gradient, Tensor like)
        {
            if (gradient is not null)
            {
                Send(input, gradient.SumTo(like.Sizes));
            }
        }
    }
}
