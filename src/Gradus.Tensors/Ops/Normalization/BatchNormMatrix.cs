using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Normalization;

namespace Gradus.Tensors.Ops.Normalization;

/// <summary>The fused batch normalization of a float32 matrix [N, C]; its parameters' gradients are written straight into leaves.</summary>
internal static unsafe class BatchNormMatrix
{
    internal static Tensor Run(Tensor x, Tensor? runningMean, Tensor? runningVar, Tensor? weight, Tensor? bias, bool training, double momentum, double eps)
    {
        Tensor source = x.Contiguous();
        Tensor statistics = Tensor.Empty([2, x.Sizes[1]], DType.Float32), y = Tensor.EmptyLike(source);
        if (training)
        {
            runningMean?.Changing("BatchNorm");
            runningVar?.Changing("BatchNorm");
        }

        BatchNormCall call = new()
        {
            Rows = x.Sizes[0],
            Columns = x.Sizes[1],
            Training = training,
            Momentum = (float)momentum,
            Epsilon = (float)eps,
            X = source.Pointer<float>(),
            Weight = weight is null ? null : weight.Pointer<float>(),
            Bias = bias is null ? null : bias.Pointer<float>(),
            RunningMean = runningMean is null ? null : runningMean.Pointer<float>(),
            RunningVariance = runningVar is null ? null : runningVar.Pointer<float>(),
            Y = y.Pointer<float>(),
            Mean = statistics.Pointer<float>(),
            Inverse = statistics.Pointer<float>() + x.Sizes[1],
        };
        BatchNormColumns.Forward(IsaTable.Current, call);
        GC.KeepAlive(source);
        GC.KeepAlive(weight);
        GC.KeepAlive(bias);
        GC.KeepAlive(runningMean);
        GC.KeepAlive(runningVar);
        GC.KeepAlive(statistics);
        if (Recording.Of(x, weight, bias))
        {
            y.Node = new ColumnsNode(source, x, weight, bias, statistics, training, eps);
        }

        return y;
    }

    private sealed class ColumnsNode : Node
    {
        private readonly double _eps;
        private readonly bool _training;
        private readonly bool _weighted;

        internal ColumnsNode(Tensor source, Tensor x, Tensor? weight, Tensor? bias, Tensor statistics, bool training, double eps)
            : base(x, weight, bias)
        {
            _eps = eps;
            _training = training;
            _weighted = weight is not null;
            Save(source, statistics, weight);
        }

        internal override string Name => "BatchNorm";

        internal override void Backward(Tensor gradient)
        {
            Tensor x = Saved0, statistics = Saved1;
            Tensor? weight = _weighted ? Saved2 : null;
            if (NoGrad.IsRecording)
            {
                NormalizationFormula formula = BatchNormOp.Formula(x, _eps);
                (Tensor ofX, Tensor ofWeight, Tensor ofBias) = _training
                    ? formula.Backward(x, weight, gradient)
                    : formula.Backward(x, statistics.Select(0, 0), statistics.Select(0, 1), weight, gradient);
                Send(0, ofX);
                Send(1, ofWeight);
                Send(2, ofBias);
                return;
            }

            Tensor gy = gradient.Contiguous();
            Tensor? gx = Needs(0) ? Tensor.EmptyLike(x) : null;
            Tensor? leafWeight = LeafTarget(1, out bool addWeight), leafBias = LeafTarget(2, out bool addBias);
            Tensor? gw = leafWeight ?? (Needs(1) ? Tensor.Empty([x.Sizes[1]], DType.Float32) : null);
            Tensor? gb = leafBias ?? (Needs(2) ? Tensor.Empty([x.Sizes[1]], DType.Float32) : null);
            BatchNormCall call = new()
            {
                Rows = x.Sizes[0],
                Columns = x.Sizes[1],
                Training = _training,
                X = x.Pointer<float>(),
                Weight = weight is null ? null : weight.Pointer<float>(),
                Mean = statistics.Pointer<float>(),
                Inverse = statistics.Pointer<float>() + x.Sizes[1],
                GradientY = gy.Pointer<float>(),
                GradientX = gx is null ? null : gx.Pointer<float>(),
                GradientWeight = gw is null ? null : gw.Pointer<float>(),
                GradientBias = gb is null ? null : gb.Pointer<float>(),
                AddWeight = leafWeight is not null && addWeight,
                AddBias = leafBias is not null && addBias,
            };
            BatchNormColumns.Backward(IsaTable.Current, call);
            GC.KeepAlive(x);
            GC.KeepAlive(statistics);
            GC.KeepAlive(weight);
            GC.KeepAlive(gy);
            if (gx is not null)
            {
                Send(0, gx);
            }

            if (gw is not null && leafWeight is null)
            {
                Send(1, gw);
            }

            if (gb is not null && leafBias is null)
            {
                Send(2, gb);
            }
        }
    }
}
