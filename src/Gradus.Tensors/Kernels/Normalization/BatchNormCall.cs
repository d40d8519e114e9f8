namespace Gradus.Tensors.Kernels.Normalization;

/// <summary>The operands of batch normalization of a matrix, forward or backward. Pointers that are null are not read or written.</summary>
internal unsafe struct BatchNormCall
{
    internal nint Rows;
    internal nint Columns;
    internal bool Training;
    internal float Momentum;
    internal float Epsilon;
    internal float* X;
    internal float* Weight;
    internal float* Bias;
    internal float* RunningMean;
    internal float* RunningVariance;
    internal float* Y;

    /// <summary>Written forward, read backward.</summary>
    internal float* Mean;

    /// <summary>1 / √(variance + ε); written forward, read backward.</summary>
    internal float* Inverse;
    internal float* GradientY;
    internal float* GradientX;
    internal float* GradientWeight;
    internal float* GradientBias;

    /// <summary>Whether to add to what <see cref="GradientWeight"/> holds.</summary>
    internal bool AddWeight;

    /// <summary>Whether to add to what <see cref="GradientBias"/> holds.</summary>
    internal bool AddBias;
}
