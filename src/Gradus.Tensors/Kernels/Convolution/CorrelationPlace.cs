namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>Where a band of a grid is read and written.</summary>
internal unsafe struct CorrelationPlace
{
    internal float* Source;

    /// <summary>The first place of the first filter, and the distances of rows and filters.</summary>
    internal float* To;
    internal nint ToRow;
    internal nint ToPlane;
    internal float* Weights;
    internal float* Bias;
    internal int Rows;
    internal ConvolutionScratch Scratch;
}
