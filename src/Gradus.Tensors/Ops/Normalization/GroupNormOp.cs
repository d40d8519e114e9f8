using Gradus.Tensors.Ops.Normalization;
using Gradus.Tensors.Shapes;

namespace Gradus.Tensors;

/// <summary>Normalization of each example over groups of its channels.</summary>
public static unsafe class GroupNormOp
{
    extension(Tensor x)
    {
        /// <summary>y = (x − mean) / √(variance + ε) · weight + bias, mean and biased variance over a group of channels of one example: PyTorch's <c>F.group_norm</c>.</summary>
        /// <remarks>Wu and He: Group normalization (2018). With one group it is layer normalization of all channels, with as many as channels instance normalization.</remarks>
        /// <param name="numGroups">Into how many groups of neighbours the channels are cut.</param>
        /// <param name="weight">Of shape [C]; 1 when null.</param>
        /// <param name="bias">Of shape [C]; 0 when null.</param>
        /// <param name="eps">ε; 1e-5 by default, as in PyTorch.</param>
        /// <returns>A tensor of the shape of x, which is [N, C] or [N, C, ...].</returns>
        /// <exception cref="ArgumentException">Shapes do not fit, or the channels are not a multiple of the groups.</exception>
        public Tensor GroupNorm(int numGroups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) => Run(Arithmetic.Real(x), numGroups, weight, bias, eps, "GroupNorm", out _);

        /// <summary>y = (x − mean) / √(variance + ε) · weight + bias for each channel of each example: PyTorch's <c>F.instance_norm</c>.</summary>
        /// <remarks>Ulyanov, Vedaldi and Lempitsky: Instance normalization (2016). Running statistics move towards the averages over the batch of means and unbiased variances.</remarks>
        /// <param name="runningMean">Of shape [C]; changed in place where the input's statistics are used.</param>
        /// <param name="runningVar">Of shape [C]; changed in place where the input's statistics are used.</param>
        /// <param name="weight">Of shape [C]; 1 when null.</param>
        /// <param name="bias">Of shape [C]; 0 when null.</param>
        /// <param name="useInputStats">Whether x is normalized by its own statistics, not by the running ones.</param>
        /// <param name="momentum">The share of the batch in the running statistics; 0.1 by default, as in PyTorch.</param>
        /// <param name="eps">ε; 1e-5 by default.</param>
        /// <returns>A tensor of the shape of x, which is [N, C, ...].</returns>
        /// <exception cref="ArgumentException">Shapes do not fit, running statistics are missing, or a plane has one value, whose variance says nothing.</exception>
        public Tensor InstanceNorm(
            Tensor? runningMean = null, Tensor? runningVar = null, Tensor? weight = null, Tensor? bias = null, bool useInputStats = true, double momentum = 0.1, double eps = 1e-5)
        {
            if (!useInputStats)
            {
                return x.BatchNorm(runningMean, runningVar, weight, bias, false, momentum, eps);
            }

            if (x.Rank < 3 || (x.ElementCount > 0 && x.ElementCount / (x.Sizes[0] * x.Sizes[1]) < 2))
            {
                throw new ArgumentException($"InstanceNorm needs [N, C, ...] with more than one value a channel; got {ShapeMath.Format(x.Sizes)}. Use LayerNorm or BatchNorm for [N, C].", nameof(x));
            }

            BatchNormOp.Check(x, runningMean, nameof(runningMean), x.Sizes[1], "InstanceNorm");
            BatchNormOp.Check(x, runningVar, nameof(runningVar), x.Sizes[1], "InstanceNorm");
            Tensor y = Run(Arithmetic.Real(x), Math.Max(1, x.Sizes[1]), weight, bias, eps, "InstanceNorm", out int length);
            if (runningMean is not null || runningVar is not null)
            {
                using NoGrad quiet = NoGrad.Enter();
                Tensor planes = x.Detach().Reshape(x.Sizes[0], x.Sizes[1], length);
                BatchNormOp.Move(runningMean, planes.Mean(2).Mean(0), momentum);
                BatchNormOp.Move(runningVar, planes.Var([2]).Mean(0), momentum);
            }

            return y;
        }
    }

    private static Tensor Run(Tensor x, int groups, Tensor? weight, Tensor? bias, double eps, string what, out int length)
    {
        if (x.Rank < 2 || groups < 1 || x.Sizes[1] % groups != 0)
        {
            throw new ArgumentException($"{what} into {groups} groups got shape {ShapeMath.Format(x.Sizes)}; it needs [N, C] or [N, C, ...] with C a multiple of the groups.", nameof(groups));
        }

        (int n, int c) = (x.Sizes[0], x.Sizes[1]);
        weight = weight?.Contiguous();
        bias = bias?.Contiguous();
        BatchNormOp.Check(x, weight, nameof(weight), c, what);
        BatchNormOp.Check(x, bias, nameof(bias), c, what);
        length = n * c == 0 ? 0 : x.ElementCount / (n * c);
        int share = c / groups;
        PlaneNorm norm = new(share, new NormalizationFormula([2, 3], [groups, share, 1], eps), [n, groups, share, length]);
        if (x.DType == DType.Float64)
        {
            return norm.Formula.Forward(x.Reshape(norm.Shape), weight, bias).Reshape(x.Sizes);
        }

        Tensor source = x.Contiguous(), statistics = norm.Moments(source);
        float* squares = statistics.Pointer<float>() + statistics.Sizes[1];
        for (int s = 0; s < statistics.Sizes[1]; s++)
        {
            squares[s] = 1 / MathF.Sqrt((squares[s] / (share * length)) + (float)eps);
        }

        return norm.Apply(source, x, weight, bias, statistics, true, what);
    }
}
