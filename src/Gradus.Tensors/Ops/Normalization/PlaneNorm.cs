using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Lanes;
using Gradus.Tensors.Kernels.Normalization;

namespace Gradus.Tensors.Ops.Normalization;

/// <summary>The fused float32 normalization of [N, C, ...] by statistics of planes: over the examples of a channel (batch), or over the channels of a group of one example (group, instance).</summary>
/// <param name="Group">The channels whose planes share statistics within an example; 0 where a channel's planes share them over the batch.</param>
/// <param name="Formula">The same with basic operators, on <paramref name="Shape"/>.</param>
/// <param name="Shape">The shape in which the formula takes x.</param>
internal sealed unsafe record PlaneNorm(int Group, NormalizationFormula Formula, int[] Shape)
{
    private const int Cost = 2;

    /// <summary>How many means and variances there are for N examples of C channels.</summary>
    internal int Count(int n, int c) => Group == 0 ? c : n * c / Group;

    /// <summary>The statistics, [2, Count]: means, and sums of squares around them.</summary>
    internal Tensor Moments(Tensor source)
    {
        (int n, int c, int length) = Sizes(source);
        int planes = n * c, count = Count(n, c), share = count == 0 ? 0 : planes / count;
        Tensor each = Tensor.Empty([2, planes], DType.Float32), result = Tensor.Empty([2, count], DType.Float32);
        float* mean = each.Pointer<float>(), squares = mean + planes, to = result.Pointer<float>();
        Planes kernel = new() { X = source.Pointer<float>(), Mean = mean, Squares = squares, Length = length, Step = length };
        WideLanes.RunParallel(IsaTable.Current, kernel, planes, (long)Cost * length);

        // The parts' own squares, and those of their means around the common one (Chan, Golub and LeVeque 1979).
        for (int s = 0; s < count; s++)
        {
            double sum = 0, total = 0;
            for (int i = 0; i < share; i++)
            {
                sum += mean[Plane(s, i, c)];
            }

            double centre = sum / share;
            for (int i = 0; i < share; i++)
            {
                double apart = mean[Plane(s, i, c)] - centre;
                total += squares[Plane(s, i, c)] + (length * apart * apart);
            }

            to[s] = (float)centre;
            to[count + s] = (float)total;
        }

        GC.KeepAlive(source);
        GC.KeepAlive(each);
        return result;
    }

    /// <summary>(x − mean) · inverse · weight + bias + residual by statistics [2, Count], means and inverse deviations, and max(0, ·) of it where wanted.</summary>
    internal Tensor Apply(Tensor source, Tensor x, Tensor? weight, Tensor? bias, Tensor statistics, bool training, string name, Tensor? residual = null, bool relu = false)
    {
        (int n, int c, int length) = Sizes(source);
        Tensor? added = residual?.Contiguous();
        int planes = n * c, count = statistics.Sizes[1];
        Tensor y = Tensor.EmptyLike(source), each = Tensor.Empty([3, planes], DType.Float32);
        float* from = statistics.Pointer<float>(), mean = each.Pointer<float>(), scale = mean + planes, shift = scale + planes;
        float* w = weight is null ? null : weight.Pointer<float>();
        float* b = bias is null ? null : bias.Pointer<float>();
        for (int p = 0; p < planes; p++)
        {
            int channel = p % c, s = Statistic(p, c);
            mean[p] = from[s];
            scale[p] = w is null ? from[count + s] : from[count + s] * w[channel];
            shift[p] = b is null ? 0 : b[channel];
        }

        Planes kernel = new()
        {
            X = source.Pointer<float>(),
            Y = y.Pointer<float>(),
            Residual = added is null ? null : added.Pointer<float>(),
            Relu = relu,
            Mean = mean,
            Scale = scale,
            Shift = shift,
            Length = length,
            Step = length,
        };
        WideLanes.RunParallel(IsaTable.Current, kernel, planes, (long)Cost * length);
        GC.KeepAlive(source);
        GC.KeepAlive(added);
        GC.KeepAlive(statistics);
        GC.KeepAlive(weight);
        GC.KeepAlive(bias);
        GC.KeepAlive(each);
        if (Recording.Of(x, weight, bias) || Recording.Of(x, residual))
        {
            y.Node = new PlaneNormNode(this, source, x, weight, bias, statistics, residual, relu ? y : null, training, name);
        }

        return y;
    }

    private static (int N, int C, int Length) Sizes(Tensor x)
    {
        int n = x.Sizes[0], c = x.Sizes[1];
        return (n, c, n * c == 0 ? 0 : x.ElementCount / (n * c));
    }

    private int Plane(int statistic, int index, int channels) => Group == 0 ? statistic + (index * channels) : (statistic * Group) + index;

    private int Statistic(int plane, int channels) => Group == 0 ? plane % channels : plane / Group;

    private sealed class PlaneNormNode : Node
    {
        private readonly PlaneNorm _norm;
        private readonly bool _weighted;
        private readonly bool _relu;
        private readonly bool _training;
        private Node? _residual;
        private SavedTensor _result;

        internal PlaneNormNode(PlaneNorm norm, Tensor source, Tensor x, Tensor? weight, Tensor? bias, Tensor statistics, Tensor? residual, Tensor? result, bool training, string name)
            : base(x, weight, bias)
        {
            (_norm, _weighted, _relu, _training, Name) = (norm, weight is not null, result is not null, training, name);
            Save(source, statistics, weight);
            _residual = residual?.GradNode;
            _result = result is null ? default : new SavedTensor(result);
        }

        internal override string Name { get; }

        internal override int InputCount => 4;

        internal override Node? Input(int index) => index == 3 ? _residual : base.Input(index);

        internal override void Release()
        {
            (_residual, _result) = (null, default);
            base.Release();
        }

        internal override void Backward(Tensor gradient)
        {
            Tensor x = Saved0, statistics = Saved1;
            Tensor? weight = _weighted ? Saved2 : null;
            Tensor? result = _relu ? _result.Get(this) : null;
            if (NoGrad.IsRecording)
            {
                gradient = result is null ? gradient : gradient * result.Detach().Greater(0).To(gradient.DType);
                Compose(x, statistics, weight, gradient);
                Send(3, gradient);
                return;
            }

            // What the residual gets must stay; else the gradient before max(0, ·) lies where that of x will.
            Tensor gy = gradient.Contiguous();
            Tensor? gx = Needs(0) ? Tensor.EmptyLike(x) : null, masked = result is null ? null : Needs(3) || gx is null ? Tensor.EmptyLike(x) : gx;
            (int n, int c, int length) = Sizes(x);
            int planes = n * c;
            Tensor each = Tensor.Empty([6, planes], DType.Float32);
            float* mean = each.Pointer<float>(), sum = mean + planes, product = sum + planes;
            for (int p = 0; p < planes; p++)
            {
                mean[p] = statistics.Pointer<float>()[_norm.Statistic(p, c)];
            }

            PlanesGradient kernel = new()
            {
                X = x.Pointer<float>(),
                GradientY = gy.Pointer<float>(),
                Y = result is null ? null : result.Pointer<float>(),
                Masked = masked is null ? null : masked.Pointer<float>(),
                Mean = mean,
                Sum = sum,
                Product = product,
                Length = length,
            };
            WideLanes.RunParallel(IsaTable.Current, kernel, planes, (long)Cost * length);
            if (gx is not null)
            {
                Parts(each, statistics, weight, n, c, length);
                kernel.GradientY = masked is null ? kernel.GradientY : kernel.Masked;
                kernel.GradientX = gx.Pointer<float>();
                kernel.Factor = product + planes;
                kernel.Level = product + (2 * planes);
                kernel.Slope = product + (3 * planes);
                WideLanes.RunParallel(IsaTable.Current, kernel, planes, (long)Cost * length);
                Send(0, gx);
            }

            Send(3, masked ?? gradient);
            GC.KeepAlive(x);
            GC.KeepAlive(gy);
            GC.KeepAlive(result);
            GC.KeepAlive(masked);
            Channels(each, statistics, n, c);
            GC.KeepAlive(each);
            GC.KeepAlive(statistics);
            GC.KeepAlive(weight);
        }

        // What each plane's gradient is made of: factor · gy − level − (x − mean) · slope.
        private void Parts(Tensor each, Tensor statistics, Tensor? weight, int n, int c, int length)
        {
            int planes = n * c, count = statistics.Sizes[1], share = count == 0 ? 0 : planes / count;
            float* sum = each.Pointer<float>() + planes, product = sum + planes, factor = product + planes, level = factor + planes, slope = level + planes;
            float* inverses = statistics.Pointer<float>() + count;
            float* w = weight is null ? null : weight.Pointer<float>();
            for (int s = 0; s < count; s++)
            {
                double down = 0, tilt = 0, inverse = inverses[s], size = (double)share * length;
                for (int i = 0; i < share && _training; i++)
                {
                    int p = _norm.Plane(s, i, c);
                    double own = w is null ? 1 : w[p % c];
                    down += own * sum[p];
                    tilt += own * product[p];
                }

                for (int i = 0; i < share; i++)
                {
                    int p = _norm.Plane(s, i, c);
                    factor[p] = (float)(w is null ? inverse : inverse * w[p % c]);
                    level[p] = (float)(inverse * down / size);
                    slope[p] = (float)(inverse * inverse * inverse * tilt / size);
                }
            }
        }

        // The gradients of weight and bias: sums over the examples.
        private void Channels(Tensor each, Tensor statistics, int n, int c)
        {
            int planes = n * c, count = statistics.Sizes[1];
            float* sum = each.Pointer<float>() + planes, product = sum + planes, inverses = statistics.Pointer<float>() + count;
            for (int input = 1; input <= 2; input++)
            {
                if (!Needs(input))
                {
                    continue;
                }

                Tensor? leaf = LeafTarget(input, out bool accumulate);
                Tensor to = leaf ?? Tensor.Empty([c], DType.Float32);
                float* target = to.Pointer<float>();
                for (int channel = 0; channel < c; channel++)
                {
                    double total = accumulate ? target[channel] : 0;
                    for (int p = channel; p < planes; p += c)
                    {
                        total += input == 2 ? sum[p] : (double)product[p] * inverses[_norm.Statistic(p, c)];
                    }

                    target[channel] = (float)total;
                }

                if (leaf is null)
                {
                    Send(input, to);
                }
            }
        }

        private void Compose(Tensor x, Tensor statistics, Tensor? weight, Tensor gradient)
        {
            Tensor shaped = x.Reshape(_norm.Shape), gy = gradient.Reshape(_norm.Shape);
            (Tensor ofX, Tensor ofWeight, Tensor ofBias) = _training
                ? _norm.Formula.Backward(shaped, weight, gy)
                : _norm.Formula.Backward(shaped, statistics.Select(0, 0), statistics.Select(0, 1), weight, gy);
            Send(0, ofX.Reshape(x.Sizes));
            if (Needs(1))
            {
                Send(1, ofWeight.Reshape(x.Sizes[1]));
            }

            if (Needs(2))
            {
                Send(2, ofBias.Reshape(x.Sizes[1]));
            }
        }
    }
}
