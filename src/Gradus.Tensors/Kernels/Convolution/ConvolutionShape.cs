namespace Gradus.Tensors.Kernels.Convolution;

/// <summary>The sizes of a two-dimensional convolution; one of one dimension has height 1. Output place (oh, ow) meets input place (oh · stride + kh · dilation − pad) by the tap (kh, kw).</summary>
internal readonly record struct ConvolutionShape
{
    internal required int Batch { get; init; }

    internal required int Channels { get; init; }

    internal required int Height { get; init; }

    internal required int Width { get; init; }

    internal required int Filters { get; init; }

    internal required int OutHeight { get; init; }

    internal required int OutWidth { get; init; }

    internal required int KernelHeight { get; init; }

    internal required int KernelWidth { get; init; }

    internal required int StrideHeight { get; init; }

    internal required int StrideWidth { get; init; }

    internal required int PadTop { get; init; }

    internal required int PadLeft { get; init; }

    internal required int DilationHeight { get; init; }

    internal required int DilationWidth { get; init; }

    internal required int Groups { get; init; }

    internal int GroupChannels => Channels / Groups;

    internal int GroupFilters => Filters / Groups;

    internal int Taps => KernelHeight * KernelWidth;

    /// <summary>Numbers of an input image.</summary>
    internal nint InputImage => (nint)Channels * Height * Width;

    /// <summary>Numbers of an output image.</summary>
    internal nint OutputImage => (nint)Filters * OutHeight * OutWidth;

    /// <summary>Multiplications of the whole convolution.</summary>
    internal long Products => (long)Batch * OutputImage * GroupChannels * Taps;

    /// <summary>Whether there is nothing to add up or nowhere to write to.</summary>
    internal bool IsEmpty => Products == 0;
}
