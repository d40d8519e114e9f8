using Gradus.Tensors.Autograd;
using Gradus.Tensors.Kernels;
using Gradus.Tensors.Kernels.Lanes;
using Gradus.Tensors.Kernels.Normalization;
using Gradus.Tensors.Kernels.Reductions;
using Gradus.Tensors.Ops.Normalization;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Normalization of each example over its last dimensions.</summary>
public static unsafe class LayerNormOp
{
    /// <summary>The simple operations on one number, forward; twice that backward.</summary>
    private const int Cost = 3;

    extension(Tensor x)
    {
        /// <summary>y = (x − mean) / √(variance + ε) · weight + bias, mean and biased variance over the last dimensions: PyTorch's <c>F.layer_norm</c>.</summary>
        /// <remarks>Ba, Kiros and Hinton: Layer normalization (2016).</remarks>
        /// <param name="normalizedShape">The sizes of the last dimensions, over which is normalized.</param>
        /// <param name="weight">Of that shape; 1 when null.</param>
        /// <param name="bias">Of that shape; 0 when null.</param>
        /// <param name="eps">ε; 1e-5 by default, as in PyTorch.</param>
        /// <returns>A tensor of the shape of x.</returns>
        /// <exception cref="ArgumentException">The last dimensions of x, or a parameter, have another shape.</exception>
        public Tensor LayerNorm(ReadOnlySpan<int> normalizedShape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
            Run(Arithmetic.Real(x), normalizedShape, weight, bias, eps, true, "LayerNorm");

        /// <summary>y = x / √(mean of x² + ε) · weight over the last dimensions: PyTorch's <c>F.rms_norm</c>.</summary>
        /// <remarks>Zhang and Sennrich: Root mean square layer normalization (2019).</remarks>
        /// <param name="normalizedShape">The sizes of the last dimensions, over which is normalized.</param>
        /// <param name="weight">Of that shape; 1 when null.</param>
        /// <param name="eps">ε; by default the distance from 1 to the next number of the element type, as in PyTorch.</param>
        /// <returns>A tensor of the shape of x.</returns>
        /// <exception cref="ArgumentException">The last dimensions of x, or the weight, have another shape.</exception>
        public Tensor RmsNorm(ReadOnlySpan<int> normalizedShape, Tensor? weight = null, double? eps = null) =>
            Run(Arithmetic.Real(x), normalizedShape, weight, null, eps ?? (x.DType == DType.Float64 ? double.BitIncrement(1) - 1 : MathF.BitIncrement(1) - 1), false, "RmsNorm");
    }

    private static Tensor Run(Tensor x, ReadOnlySpan<int> shape, Tensor? weight, Tensor? bias, double eps, bool centred, string what)
    {
        bool fits = shape.Length > 0 && shape.Length <= x.Rank && x.Shape[^shape.Length..].SequenceEqual(shape);
        if (!fits || !Fits(weight, x, shape) || !Fits(bias, x, shape))
        {
            string parameters = $"weight {Describe(weight)}, bias {Describe(bias)}";
            throw new ArgumentException(
                $"{what} over {ShapeMath.Format(shape)} got {x.DType} {ShapeMath.Format(x.Sizes)}, {parameters}; the last sizes must be {ShapeMath.Format(shape)}, and parameters {x.DType} of that shape. Did you forget Flatten?", nameof(shape));
        }

        int[] dims = new int[shape.Length];
        for (int i = 0; i < dims.Length; i++)
        {
            dims[i] = i - dims.Length;
        }

        NormalizationFormula formula = new(dims, shape.ToArray(), eps, centred);
        return x.DType == DType.Float32 ? Fused(x, weight, bias, formula, what) : formula.Forward(x, weight, bias);
    }

    private static bool Fits(Tensor? parameter, Tensor x, ReadOnlySpan<int> shape) => parameter is null || (parameter.DType == x.DType && parameter.Shape.SequenceEqual(shape));

    private static string Describe(Tensor? parameter) => parameter is null ? "none" : $"{parameter.DType} {ShapeMath.Format(parameter.Sizes)}";

    private static Tensor Fused(Tensor x, Tensor? weight, Tensor? bias, NormalizationFormula formula, string what)
    {
        Tensor source = x.Contiguous(), y = Tensor.EmptyLike(source);
        Tensor? w = weight?.Contiguous(), b = bias?.Contiguous();
        int length = ShapeMath.Count(formula.Parameters), rows = length == 0 ? 0 : x.ElementCount / length;
        Tensor statistics = Tensor.Empty([2, rows], DType.Float32);
        NormalizedRows kernel = new()
        {
            X = source.Pointer<float>(),
            Y = y.Pointer<float>(),
            Weight = w is null ? null : w.Pointer<float>(),
            Bias = b is null ? null : b.Pointer<float>(),
            Mean = statistics.Pointer<float>(),
            Inverse = statistics.Pointer<float>() + rows,
            Length = length,
            Epsilon = (float)formula.Epsilon,
            Centred = formula.Centred,
        };
        WideLanes.RunParallel(IsaTable.Current, kernel, rows, Cost * length);
        GC.KeepAlive(source);
        GC.KeepAlive(w);
        GC.KeepAlive(b);
        GC.KeepAlive(statistics);
        if (Recording.Of(x, weight, bias))
        {
            y.Node = new LayerNormNode(source, x, w, bias, statistics, formula, what);
        }

        return y;
    }

    private sealed class LayerNormNode : Node
    {
        private readonly NormalizationFormula _formula;
        private readonly bool _weighted;

        internal LayerNormNode(Tensor source, Tensor x, Tensor? weight, Tensor? bias, Tensor statistics, NormalizationFormula formula, string name)
            : base(x, weight, bias)
        {
            (_formula, _weighted, Name) = (formula, weight is not null, name);
            Save(source, statistics, weight);
        }

        internal override string Name { get; }

        internal override void Backward(Tensor gradient)
        {
            Tensor x = Saved0, statistics = Saved1;
            Tensor? weight = _weighted ? Saved2 : null;
            if (NoGrad.IsRecording)
            {
                (Tensor ofX, Tensor ofWeight, Tensor ofBias) = _formula.Backward(x, weight, gradient);
                Send(0, ofX);
                Send(1, ofWeight);
                Send(2, ofBias);
                return;
            }

            Tensor gy = gradient.Contiguous();
            Tensor? gx = Needs(0) ? Tensor.EmptyLike(x) : null;
            int rows = statistics.Sizes[1], length = rows == 0 ? 0 : x.ElementCount / rows, blocks = NormalizedRowsGradient.Blocks(rows);
            Tensor? shares = Needs(1) || Needs(2) ? Tensor.Empty([2, blocks, ShapeMath.Count(_formula.Parameters)], DType.Float32) : null;
            float* share = shares is null ? null : shares.Pointer<float>();
            NormalizedRowsGradient kernel = new()
            {
                X = x.Pointer<float>(),
                Weight = weight is null ? null : weight.Pointer<float>(),
                Mean = statistics.Pointer<float>(),
                Inverse = statistics.Pointer<float>() + rows,
                GradientY = gy.Pointer<float>(),
                GradientX = gx is null ? null : gx.Pointer<float>(),
                GradientWeight = share,
                GradientBias = share is null ? null : share + ((nint)blocks * length),
                Rows = rows,
                Length = length,
                Centred = _formula.Centred,
            };
            WideLanes.RunParallel(IsaTable.Current, kernel, blocks, 2L * Cost * x.ElementCount / Math.Max(1, blocks));
            GC.KeepAlive(x);
            GC.KeepAlive(statistics);
            GC.KeepAlive(weight);
            GC.KeepAlive(gy);
            if (gx is not null)
            {
                Send(0, gx);
            }

            Collect(1, shares, 0, blocks);
            Collect(2, shares, 1, blocks);
        }

        // The blocks' shares in their order.
        private void Collect(int input, Tensor? shares, int part, int blocks)
        {
            if (shares is null || !Needs(input))
            {
                return;
            }

            Tensor? leaf = LeafTarget(input, out bool accumulate);
            Tensor to = leaf ?? Tensor.Empty(_formula.Parameters, DType.Float32);
            nint length = to.ElementCount;
            ColumnSumKernel.Run(IsaTable.Current, shares.Pointer<float>() + (part * blocks * length), to.Pointer<float>(), blocks, length, accumulate);
            GC.KeepAlive(shares);
            if (leaf is null)
            {
                Send(input, to);
            }
        }
    }
}
